/**
 * Deputies' suggestions of the sample, made by the rules of their life: eight since the first session of the eighteenth
 * term, all 办复, and one in each open state; the one that waits for the government's 党政办 is of the second township, whose
 * suggestions go through it. Words and people are invented.
 */
import type { Directory } from '../../cloudfunctions/registry/directory/rules/directory';
import type { Caller } from '../../cloudfunctions/congress/suggestion/rules/actors';
import { isOpen } from '../../cloudfunctions/congress/suggestion/rules/life-cycle';
import {
  facetsOf,
  suggestionNumber,
  type SuggestionDocument,
} from '../../cloudfunctions/congress/suggestion/rules/suggestion-document';
import { takeStep } from '../../cloudfunctions/congress/suggestion/rules/take-step';
import {
  closeSuggestion,
  dueSeqOf,
  seqOf,
  suggestionId,
} from '../../cloudfunctions/congress/suggestion/store';
import { addDays, toInstant, toLocalDate } from '../../cloudfunctions/shared/china-time';
import { accountOf } from '../../cloudfunctions/shared/cipher';
import type { SuggestionFields, SuggestionStep } from '../../miniprogram/contract/congress/suggestion';
import type { Instant } from '../../miniprogram/contract/wire';
import { QINGSHI } from './qingshi/book';
import { FIRST_SESSION } from './sessions';

type Who = 'lead' | 'cosigner' | 'staff' | 'chief' | 'unit';
/** Days ago, by whom, what. */
type Told = readonly [number, Who, SuggestionStep];

interface Story {
  lead: string;
  category: string;
  title: string;
  grounds: string;
  plan: string;
  daysAgo: number;
  session?: string;
  steps: readonly Told[];
}

/** The sample has no files: its letters are kept as they were before scans were. */
const SCAN = 'cloud://sample.local/bh/papers/letter.pdf';

const words = '请按期办理，先和代表联系。';
const submit = (daysAgo: number): Told => [daysAgo, 'lead', { act: 'submit' }];
const examine = (daysAgo: number): Told => [daysAgo, 'staff', { act: 'examine' }];
const assign = (daysAgo: number, lead: string): Told => [
  daysAgo,
  'chief',
  { act: 'assign', lead, assist: [], words },
];
const contact = (daysAgo: number): Told => [
  daysAgo,
  'unit',
  { act: 'contact', date: `ago ${String(daysAgo)}`, words: '到现场和代表一起看过。' },
];

/** The letter, and on the same day its signed scan. */
function answer(daysAgo: number, letter: Omit<SuggestionFields['writeReply'], 'signer'>): Told[] {
  return [
    [daysAgo, 'unit', { act: 'writeReply', signer: '镇长', ...letter }],
    [daysAgo, 'unit', { act: 'reply', scan: SCAN, paper: 'public' }],
  ];
}

/** From the session to the deputy's opinion. */
function answered(daysAgo: number, unit: string, letter: number, reply: string): Told[] {
  return [
    submit(daysAgo),
    examine(daysAgo - 2),
    assign(daysAgo - 5, unit),
    contact(daysAgo - 20),
    ...answer(daysAgo - 60, { letter: `白政建复〔${String(letter)}〕号`, class: 'A', words: reply }),
    [daysAgo - 66, 'lead', { act: 'opine', opinion: letter % 3 === 0 ? 'basic' : 'satisfied' }],
  ];
}

const first = (
  lead: string,
  category: string,
  unit: string,
  letter: number,
  [title, grounds, plan, reply]: readonly [string, string, string, string],
): Story => ({
  lead,
  category,
  title,
  grounds,
  plan,
  session: FIRST_SESSION,
  daysAgo: 320,
  steps: answered(320, unit, letter, reply),
});

const road = { lead: 'p5', category: 'road' } as const;

/** 基础设施建设, 环境卫生整治, 惠农政策落实. */
const STORIES: readonly Story[] = [
  first('p5', 'road', 'u1', 1, [
    '关于硬化柳树城村通组路的建议',
    '三公里土路，雨天走不了车。',
    '列入年度项目，分两段硬化。',
    '已硬化完工，通过验收。',
  ]),
  first('p6', 'road', 'u1', 2, [
    '关于加宽双井桥引道的建议',
    '引道窄，两车会不过去。',
    '两侧各加宽一米。',
    '已加宽并装了护栏。',
  ]),
  first('p8', 'water', 'u2', 3, [
    '关于更换老旧水管的建议',
    '管道用了二十年，冬天常冻裂。',
    '分批换成保温管。',
    '三个组已全部更换。',
  ]),
  first('p9', 'road', 'u1', 4, [
    '关于增设村口路灯的建议',
    '村口夜里黑，学生放学不安全。',
    '装太阳能路灯四十盏。',
    '四十盏已经装好亮灯。',
  ]),
  first('p10', 'sanitation', 'u6', 5, [
    '关于增加垃圾清运次数的建议',
    '集镇垃圾两天一清，夏天味大。',
    '改成每天一清。',
    '已改为每天清运。',
  ]),
  first('p12', 'sanitation', 'u6', 6, [
    '关于整治河道垃圾的建议',
    '河湾一段常有漂浮物。',
    '设拦污网，专人打捞。',
    '已设拦污网，落实了打捞人员。',
  ]),
  first('p13', 'farming', 'u4', 7, [
    '关于做好惠农补贴公示的建议',
    '补贴名单贴在镇上，村里看不到。',
    '逐村张贴，留电话。',
    '已逐村公示并设了咨询电话。',
  ]),
  first('p14', 'farming', 'u4', 8, [
    '关于简化农机补贴手续的建议',
    '办一次要跑三趟。',
    '村里代办，一次办好。',
    '已由村里代办，一次办结。',
  ]),
  {
    ...road,
    daysAgo: 3,
    title: '关于在集镇设停车位的建议',
    grounds: '赶集日车停在路上。',
    plan: '划线设位六十个。',
    steps: [
      [2, 'lead', { act: 'ask', persons: ['p6', 'p8'] }],
      [1, 'cosigner', { act: 'cosign' }],
    ],
  },
  {
    ...road,
    daysAgo: 6,
    title: '关于修补通社路坑洞的建议',
    grounds: '坑洞二十多处。',
    plan: '入冬前补完。',
    steps: [submit(4)],
  },
  {
    ...road,
    daysAgo: 12,
    title: '关于加装减速带的建议',
    grounds: '学校门口车快。',
    plan: '前后各装一道。',
    steps: [submit(10), examine(6)],
  },
  {
    ...road,
    daysAgo: 30,
    title: '关于疏通边沟的建议',
    grounds: '一下雨水上路面。',
    plan: '清沟五百米。',
    steps: [submit(28), examine(26), assign(24, 'u1')],
  },
  {
    ...road,
    daysAgo: 60,
    title: '关于建公交候车亭的建议',
    grounds: '老人等车没处坐。',
    plan: '主要路口建四座。',
    steps: [submit(58), examine(56), assign(54, 'u1'), contact(40)],
  },
  {
    ...road,
    daysAgo: 90,
    title: '关于维修河湾桥护栏的建议',
    grounds: '护栏断了一截。',
    plan: '更换整段护栏。',
    steps: [
      submit(88),
      examine(86),
      assign(84, 'u1'),
      contact(70),
      ...answer(5, { letter: '白政建复〔9〕号', class: 'A', words: '护栏已经更换。' }),
    ],
  },
  {
    ...road,
    daysAgo: 120,
    title: '关于拓宽产业路的建议',
    grounds: '果子下山要倒车。',
    plan: '拓宽两公里。',
    steps: [
      submit(118),
      examine(116),
      assign(114, 'u1'),
      contact(100),
      ...answer(40, {
        letter: '白政建复〔10〕号',
        class: 'B',
        words: '已经立项，正在施工。',
        doneBy: 'in 90',
      }),
      [35, 'lead', { act: 'opine', opinion: 'basic' }],
    ],
  },
];

/** Those that came back to somebody: to the deputy, from the unit, and to the presidium after two answers. */
const CAME_BACK: readonly Story[] = [
  {
    lead: 'p13',
    category: 'farming',
    daysAgo: 15,
    title: '关于农资店的建议',
    grounds: '农资价格涨得快。',
    plan: '请管一管。',
    steps: [submit(13), [9, 'staff', { act: 'sendBack', words: '请写明是哪几家店、要怎么办。' }]],
  },
  {
    lead: 'p14',
    category: 'water',
    daysAgo: 20,
    title: '关于疏通排灌渠的建议',
    grounds: '渠里淤泥半米深。',
    plan: '冬闲时清淤两公里。',
    steps: [
      submit(18),
      examine(15),
      assign(8, 'u4'),
      [5, 'unit', { act: 'return', words: '这条渠归水利站管，请改交。' }],
    ],
  },
  {
    lead: 'p12',
    category: 'sanitation',
    daysAgo: 150,
    title: '关于建村垃圾收集点的建议',
    grounds: '垃圾倒在河边。',
    plan: '每村建两处收集点。',
    steps: [
      submit(148),
      examine(146),
      assign(144, 'u6'),
      contact(130),
      ...answer(100, { letter: '白政建复〔11〕号', class: 'D', words: '今年没有这笔经费。' }),
      [95, 'lead', { act: 'opine', opinion: 'dissatisfied', words: '可以先建一处。' }],
      contact(85),
      ...answer(70, { letter: '白政建复〔12〕号', class: 'D', words: '经费仍未落实。' }),
      [4, 'lead', { act: 'opine', opinion: 'dissatisfied', words: '请主席团再议。' }],
    ],
  },
];

/** Of 青石镇: with its government, which names who handles it. */
const THROUGH_GOVERNMENT: readonly Story[] = [
  {
    lead: 'p2',
    category: 'road',
    daysAgo: 12,
    title: '关于修补青石坡水泥路的建议',
    grounds: '坡上两处塌边，会车要倒回坡底。',
    plan: '补砌路肩，加装护栏六十米。',
    steps: [submit(10), examine(8), [3, 'chief', { act: 'entrust', words }]],
  },
];

function callerOf(who: Who, { township, lead, unit, asked }: SuggestionDocument): Caller {
  const [cosigner = ''] = Object.keys(asked);
  const person = who === 'lead' ? lead : cosigner;
  switch (who) {
    case 'lead':
    case 'cosigner':
      return { account: accountOf(`${township}-${person}`), role: 'deputy', person };
    case 'staff':
      return { account: accountOf(`${township}-staff`), role: 'staff' };
    case 'chief': {
      const chief = township === QINGSHI ? 'p5' : 'p1';
      return { account: accountOf(`${township}-${chief}`), role: 'chief', person: chief };
    }
    case 'unit':
      return { account: accountOf(`unit-${unit ?? ''}`), role: 'unit', ...(unit !== undefined && { unit }) };
  }
}

/** `in 90` is in ninety days, `ago 20` was twenty days ago. */
function onDay(step: SuggestionStep, today: string): SuggestionStep {
  const dated = Object.entries(step).map(([name, value]: [string, unknown]) => {
    const [, way, days] = (typeof value === 'string' && /^(in|ago) (\d+)$/.exec(value)) || [];
    return [name, way === undefined ? value : addDays(today, way === 'in' ? Number(days) : -Number(days))];
  });
  return Object.fromEntries(dated) as SuggestionStep;
}

function bornOf({ township }: Directory, story: Story, today: string, index: number): SuggestionDocument {
  const { lead, category, title, grounds, plan, session, daysAgo } = story;
  const day = addDays(today, -daysAgo);
  const at = toInstant(day, '09:00') + index * 60_000;
  const id = suggestionId(township, lead, `sample-${String(index)}`);
  const about = { lead, asked: {}, ...(session !== undefined && { session }) };
  const due = addDays(day, 28);
  return {
    ...about,
    _id: id,
    township,
    rev: 1,
    number: suggestionNumber(id, day),
    born: { k: `sample-${String(index)}`, h: '' },
    level: 'town',
    category,
    requests: [],
    title,
    grounds,
    plan,
    state: 'drafting',
    open: true,
    due,
    dueSeq: dueSeqOf(due, id),
    seq: seqOf(at, id),
    createdAt: at,
    replies: [],
    redone: 0,
    facets: facetsOf(about),
    steps: [{ at, act: 'draft', by: lead }],
    acts: [],
  };
}

/** What the one write of the step leaves behind, without keys and outbox. */
function act(
  directory: Directory,
  before: SuggestionDocument,
  step: SuggestionStep,
  who: Who,
  at: Instant,
): SuggestionDocument {
  const caller = callerOf(who, before);
  const context = { directory, caller, now: at, today: toLocalDate(at) };
  const taken = takeStep(step, context, before);
  if ('refused' in taken)
    throw new Error(`${step.act} in ${before.state} of ${before.title}: ${taken.refused}`);
  const { set = {}, drop = [], to, due, facets, by, words: said } = taken;
  const gone = new Set<string>(drop.filter((name) => !(name in set)));
  const kept = Object.fromEntries(Object.entries(before).filter(([name]) => !gone.has(name)));
  const last = { at, act: step.act, by, state: to, ...(said !== undefined && { words: said }) };
  const changed = { state: to, open: isOpen(to), due, dueSeq: dueSeqOf(due, before._id), facets };
  const next = { steps: [...before.steps, last], rev: before.rev + 1 };
  return Object.assign(kept as unknown as SuggestionDocument, set, changed, next);
}

export function sampleSuggestions(directory: Directory, now: Instant): SuggestionDocument[] {
  const today = toLocalDate(now);
  const stories = directory.township === QINGSHI ? THROUGH_GOVERNMENT : [...STORIES, ...CAME_BACK];
  return stories.map((story, index) => {
    let suggestion = bornOf(directory, story, today, index);
    for (const [daysAgo, who, step] of story.steps) {
      const at = toInstant(addDays(today, -daysAgo), '10:00') + suggestion.rev * 60_000;
      suggestion = act(directory, suggestion, onDay(step, today), who, Math.min(at, now - 60_000));
    }
    const replies = suggestion.replies.map(({ scan: _scan, ...reply }) => reply);
    const stored = closeSuggestion({ ...suggestion, replies });
    return { ...stored, history: [], outbox: [], outboxAt: 0 };
  });
}
