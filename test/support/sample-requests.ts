/** Canned requests in the states that screens show: ordinary ones, and ones that strain the layout. */
import { ACTS } from '../../miniprogram/contract/request-acts';
import type { HeldRequest } from '../../miniprogram/contract/content-check';
import type { RequestView, Step } from '../../miniprogram/contract/request';
import type { RequestAct } from '../../miniprogram/contract/request-life';
import type { BoardItem, OfficeCard } from '../../miniprogram/contract/request-lists';
import { card, lateCard, NOW, request } from './sample-answers';

const DAY_MS = 86_400_000;
const ago = (days: number): number => NOW - days * DAY_MS;

const submitted: Step = { at: ago(1), act: 'submit', state: 'submitted', by: '您' };
const taken: Step = { at: NOW - 3_600_000, act: 'take', state: 'contacting', by: '李样样' };

/** As whoever did not ask reads it. */
export function readByOthers(view: RequestView): RequestView {
  const rename = (words: string): string => words.replace('您', '反映人');
  return {
    ...view,
    steps: view.steps.map((step) => ({ ...step, by: rename(step.by) })),
    seenBy: view.seenBy.map(rename),
    mine: false,
  };
}

/** In the hands of a unit, with all that an office may see. */
export const assigned: RequestView = {
  ...readByOthers(request),
  state: 'accepted',
  sentence: '镇水利站正在办，12月11日前答复',
  nextDate: '2026-12-11',
  unit: '镇水利站',
  reader: 'office',
  deputy: '李样样',
  owner: { kind: 'unit', unit: 'u2', name: '镇水利站' },
  steps: [
    { ...submitted, by: '李婶' },
    taken,
    { ...taken, act: 'propose', state: 'proposed', words: '渠口被塌土堵住约 6 米，需要挖机。' },
    { ...taken, act: 'assign', state: 'assigned', by: '人大办', about: '主办 镇水利站，协办 柳树城村委会' },
    { ...taken, act: 'accept', state: 'accepted', by: '镇水利站' },
  ],
  assignment: {
    lead: { unit: 'u2', name: '镇水利站' },
    assist: [{ unit: 'u4', name: '柳树城村委会', due: '2026-12-04' }],
    at: NOW,
    accepted: true,
    replyBy: '2026-12-11',
    extension: { until: '2026-12-25', words: '要等管道到货', state: 'asked' },
  },
  acts: ['urge', 'pause', 'grantExtension', 'refuseExtension', 'reply', 'merge', 'dispatch', 'supervise'],
  dispatches: [{ at: ago(0), words: '11月调度会：请水利站月底前疏通。' }],
};

const reply = { words: '渠口塌土已经清掉，12月10日前把那一段砌好。', by: '镇水利站', at: ago(0) };

/** Answered; the asker is asked. */
export const answered: RequestView = {
  ...request,
  state: 'confirming',
  sentence: '已经答复，请您在12月7日前说说解决了没有',
  nextDate: '2026-12-07',
  steps: [
    ...assigned.steps.map((step, at) => (at === 0 ? submitted : step)),
    { ...taken, act: 'reply', state: 'confirming', by: '镇水利站', about: 'A 已解决' },
  ],
  replies: [{ ...reply, words: '渠口塌土已经清掉，那一段也砌好了。', class: 'A' }],
  acts: ['withdraw', 'solved', 'notSolved', 'disagree', 'supplement'],
};

/** Answered with a promise that still runs: nobody is asked. */
export const promised: RequestView = {
  ...answered,
  state: 'promised',
  sentence: '镇水利站，12月10日前办好，再答复一次',
  nextDate: '2026-12-10',
  steps: answered.steps.map((step) =>
    step.act === 'reply' ? { ...step, state: 'promised', about: 'B 正在解决' } : step,
  ),
  replies: [{ ...reply, class: 'B', doneBy: '2026-12-10' }],
  acts: ['withdraw', 'nudge', 'supplement', 'solved', 'notSolved', 'disagree'],
};

export const closed: RequestView = {
  ...answered,
  state: 'closed',
  sentence: '您说解决了，这件事办结了',
  outcome: 'solved',
  rateBy: '2026-12-21',
  replies: [{ ...reply, class: 'A' }],
  acts: ['rate'],
};

export const outOfScope: RequestView = {
  ...request,
  state: 'out-of-scope',
  sentence: '这件事不属于代表办理的范围',
  door: '法院（打官司、判决的事）',
  acts: [],
};

/** Everything as long as it may be. */
export const longRequest: RequestView = {
  ...assigned,
  title:
    '从高山移民新村三组到白鹤桥村六组的通社公路边沟塌方以后一直没有人清理，雨天车过不去，孩子上学要绕五公里山路',
  text: '这条路'.repeat(300),
  joined: 12,
  key: true,
  redone: 2,
  noPhone: true,
  asker: { name: '买买提·样样提·样样江的家里人', phone: '0000-12345678' },
  acts: Object.keys(ACTS).slice(0, 24) as RequestAct[],
};

const office = (more: Partial<OfficeCard>): OfficeCard => ({
  ...card,
  owner: '人大办',
  may: ['assign', 'urge'],
  ...more,
});

export const officeCards: readonly OfficeCard[] = [
  office({ state: 'proposed', nextDate: '2026-11-27' }),
  office({ ...lateCard, owner: '李样样', colour: 'red' }),
  office({
    request: 'r3',
    number: '1120-ABCD',
    title: '（录音 42 秒）',
    village: '白鹤桥村',
    category: '别的事',
    needs: 'title',
    state: 'submitted',
    colour: 'yellow',
    nextDate: '2026-11-24',
  }),
  office({
    request: 'r4',
    number: '1119-EFGH',
    title: longRequest.title,
    unit: '镇村建办',
    state: 'accepted',
    reply: '材料到了就动工，12月20日前完成。',
  }),
];

export const board: readonly BoardItem[] = [
  {
    request: 'b1',
    title: '村口水渠疏通',
    summary: '村口到三组的水渠堵塞，雨天漫路。',
    joined: 3,
    result: '11月20日清理完，另砌了 30 米渠墙。',
    village: '柳树城村',
    category: '水利饮水',
    on: '2026-11-20',
    state: 'closed',
  },
  {
    request: 'b3',
    title: '柳树城村二组水渠渗漏',
    summary: '',
    joined: 2,
    result: '',
    village: '柳树城村',
    category: '水利饮水',
    on: '2026-11-18',
    state: 'accepted',
  },
  {
    request: 'b2',
    title: '三组路灯修复',
    summary: '路灯坏了两盏。',
    joined: 1,
    result: '已换新灯。',
    village: '柳树城村',
    category: '道路桥梁',
    on: '2026-11-12',
    state: 'closed',
  },
];

/** What the content check left to the office: words, a photo, a recording. */
export const held: readonly HeldRequest[] = [
  {
    request: 'r5',
    number: '1123-K7Q2',
    village: '柳树城村',
    category: '惠农政策',
    createdAt: ago(1),
    parts: [
      { part: 'text', why: 'review', text: '补贴名单没有公示，问了村里两次都说再等等，请镇里看看。' },
      { part: 'recording0', why: 'unchecked', file: 'https://example.invalid/r.mp3', seconds: 42 },
    ],
  },
];
