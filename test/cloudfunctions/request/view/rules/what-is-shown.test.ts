/** What of a request each reader sees: who is told what was said, and what is nobody else's business. */
import { toHandling } from '../../../../../cloudfunctions/request/view/rules/handling-view';
import { toOversight } from '../../../../../cloudfunctions/request/view/rules/oversight-view';
import { isVeiled, showsPart, type Part } from '../../../../../cloudfunctions/request/view/rules/parts';
import {
  isOverseen,
  leadersWhoRead,
  readerBy,
  type Reader,
} from '../../../../../cloudfunctions/request/view/rules/reader';
import { toSteps } from '../../../../../cloudfunctions/request/view/rules/steps-view';
import { toView } from '../../../../../cloudfunctions/request/view/rules/request-view';
import type {
  RequestDocument,
  StoredStep,
} from '../../../../../cloudfunctions/request/rules/request-document';
import { smallDirectory } from '../../rules/books';
import { born } from '../../rules/born';

const TODAY = '2026-06-02';
const directory = {
  ...smallDirectory(
    [],
    [
      { id: 'p1', level: 'town', constituency: 'c1', group: 'g1' },
      { id: 'p2', level: 'town', constituency: 'c2', group: 'g1', leader: true },
    ],
  ),
  units: [
    { id: 'u1', name: '交通办' },
    { id: 'u2', name: '水利站' },
  ],
} as unknown as ReturnType<typeof smallDirectory>;
const request = (changes: object): RequestDocument => ({ ...born, ...changes });
const READERS: readonly Reader[] = ['asker', 'owner', 'follower', 'leader', 'office', 'overseer', 'unit'];

describe('the parts of it', () => {
  const table = (privacy: object, part: Part) =>
    READERS.map((reader) => showsPart({ privacy: { ...born.privacy, ...privacy } }, reader, part));

  it('words, photos and recordings are for everybody who reads it', () => {
    for (const part of ['text', 'words', 'photo', 'recording'] as const)
      expect(table({}, part)).toEqual(READERS.map(() => 'whole'));
  });

  it('the name is not for the presidium, and for a unit by the asker’s consent alone', () => {
    expect(table({}, 'name')).toEqual(['whole', 'whole', 'whole', 'whole', 'whole', 'no', 'no']);
    expect(table({ unitMayCall: true }, 'name').at(-1)).toBe('whole');
    expect(table({ unitMayCall: true }, 'name').at(-2)).toBe('no');
  });

  it('the phone is whole for its owner alone', () => {
    expect(table({}, 'phone')).toEqual(['whole', 'masked', 'masked', 'masked', 'masked', 'no', 'no']);
    expect(table({ unitMayCall: true }, 'phone').at(-1)).toBe('masked');
  });

  it('who does not want to be known is known to the office alone, in no part, whatever the unit may', () => {
    for (const part of ['text', 'words', 'photo', 'recording', 'name'] as const)
      expect(table({ hideName: true, unitMayCall: true }, part)).toEqual([
        'whole',
        'no',
        'no',
        'no',
        'whole',
        'no',
        'no',
      ]);
    expect(
      READERS.map((reader) => isVeiled({ privacy: { ...born.privacy, hideName: true } }, reader)),
    ).toEqual([false, true, true, true, false, true, true]);
  });
});

describe('a unit', () => {
  const as = (changes: object, unit: string | undefined) =>
    readerBy({ role: 'unit', ...(unit !== undefined && { unit }) }, request(changes), directory, TODAY);

  it.each([
    ['leads', { lead: 'u1' }],
    ['assists', { assists: { u1: { due: TODAY } } }],
    ['has its draft signed', { under: 'u1' }],
    ['has a copy', { copy: 'u1' }],
  ])('that %s reads it', (_what, changes) => {
    expect(as(changes, 'u1')).toBe('unit');
    expect(as(changes, 'u2')).toBeUndefined();
    expect(as(changes, undefined)).toBeUndefined();
    expect(as({ ...changes, state: 'withdrawn' }, 'u1')).toBeUndefined();
  });
});

describe('the leaders who read what a deputy has', () => {
  const leaders = (changes: object) =>
    leadersWhoRead(request(changes), directory, TODAY).map(({ person }) => person);

  it('are those of its group, but not whoever has it, nor of what the office has', () => {
    expect(leaders({})).toEqual(['p2']);
    expect(leaders({ owner: { kind: 'leader', person: 'p2', group: 'g1' } })).toEqual([]);
    expect(leaders({ owner: { kind: 'office', person: '', group: '' } })).toEqual([]);
    expect(leaders({ group: '' })).toEqual([]);
    expect(leaders({ group: 'g2' })).toEqual([]);
    expect(leaders({ recused: ['p2'] })).toEqual([]);
  });
});

it('whoever followed it goes on reading it, and nobody whom it is about does', () => {
  const follower = { role: 'deputy', person: 'p2', group: 'g1' } as const;
  const followed = { deputy: 'p2', owner: { kind: 'unit', person: '', group: '' } };
  expect(readerBy(follower, request(followed), directory, TODAY)).toBe('follower');
  expect(readerBy(follower, request({ ...followed, recused: ['p2'] }), directory, TODAY)).toBeUndefined();
  expect(readerBy(follower, request({ ...followed, state: 'withdrawn' }), directory, TODAY)).toBeUndefined();
  expect(readerBy({ role: 'staff' }, request({ state: 'withdrawn' }), directory, TODAY)).toBe('office');
});

it('is overseen while it is supervised, came back too often, or is late', () => {
  const open = { state: 'accepted', open: true, due: '2026-06-01' } as const;
  expect(isOverseen(open, TODAY)).toBe(true);
  expect(isOverseen({ ...open, due: TODAY }, TODAY)).toBe(false);
  expect(isOverseen({ ...open, open: false }, TODAY)).toBe(false);
  expect(isOverseen({ ...open, due: TODAY, key: 'asked' }, TODAY)).toBe(false);
  expect(isOverseen({ ...open, due: TODAY, key: true }, TODAY)).toBe(true);
});

describe('what a unit has to do and has answered', () => {
  it('nothing stands there before', () => {
    expect(toHandling(born, directory, TODAY)).toStrictEqual({ replies: [], redone: 0 });
    expect(toHandling(request({ lead: 'u1' }), directory, TODAY)).not.toHaveProperty('assignment');
    expect(toHandling(request({ assigned: { at: 5, replyBy: TODAY } }), directory, TODAY)).not.toHaveProperty(
      'assignment',
    );
  });

  it('an assignment names its units, and says until when it may be given back', () => {
    const assigned = { at: 5, replyBy: '2026-07-01', longBy: '2026-08-01' };
    const whole = { lead: 'u1', assigned, state: 'assigned', assists: { u2: { due: '2026-06-20', at: 7 } } };
    const handling = (changes: object) =>
      toHandling(request({ ...whole, ...changes }), directory, TODAY).assignment;
    const bare = {
      lead: { unit: 'u1', name: '交通办' },
      assist: [{ unit: 'u2', name: '水利站', due: '2026-06-20', at: 7 }],
      at: 5,
      accepted: false,
      replyBy: '2026-07-01',
    };
    expect(handling({})).toStrictEqual(bare);
    expect(handling({ state: 'accepted', assists: undefined })).toStrictEqual({
      ...bare,
      accepted: true,
      assist: [],
    });
    expect(handling({ returnBy: TODAY })).toMatchObject({ returnBy: TODAY });
    expect(handling({ returnBy: '2026-06-01' })).not.toHaveProperty('returnBy');
    const extension = { until: '2026-08-01', words: '难', state: 'asked' };
    expect(handling({ assigned: { ...assigned, words: '请办' }, extension })).toMatchObject({
      words: '请办',
      extension,
    });
  });

  it('a reply is of a unit, of a deputy, or of the office', () => {
    const reply = (unit: string, by: string) => ({ class: 'A', words: '好', unit, by, at: 1 });
    const { replies } = toHandling(
      request({ replies: [reply('u1', 'x'), reply('', 'p1'), reply('', 'account')] }),
      directory,
      TODAY,
    );
    expect(replies.map(({ by }) => by)).toEqual(['交通办', '代表p1', '测试镇人大办']);
    expect(replies[0]).toStrictEqual({ class: 'A', words: '好', at: 1, by: '交通办' });
  });

  it('says how it ended, and until when it may be rated', () => {
    const shown = (changes: object) => toHandling(request(changes), directory, TODAY);
    expect(shown({ paused: { until: '2026-07-01', words: '等雨', at: 3 } }).paused).toStrictEqual({
      until: '2026-07-01',
      words: '等雨',
    });
    expect(shown({ delivery: { by: 'p1' }, outcome: 'solved', redone: 2 })).toMatchObject({
      delivery: { by: 'p1' },
      outcome: 'solved',
      redone: 2,
    });
    expect(shown({ rating: { satisfaction: 'good', behalf: true, at: 3 } }).rating).toStrictEqual({
      satisfaction: 'good',
      onBehalf: true,
    });
    expect(shown({ state: 'closed', rateBy: TODAY }).rateBy).toBe(TODAY);
    expect(shown({ state: 'closed', rateBy: '2026-06-01' })).not.toHaveProperty('rateBy');
    expect(shown({ state: 'confirming', rateBy: TODAY })).not.toHaveProperty('rateBy');
    expect(shown({ state: 'closed', rateBy: TODAY, rating: { satisfaction: 'good' } })).not.toHaveProperty(
      'rateBy',
    );
    expect(typeof shown({ door: 'court' }).door).toBe('string');
  });
});

describe('what the office and the presidium see beside it', () => {
  const whole = {
    dispatches: [{ at: 1, words: '催', by: 'x' }],
    word: { by: '2026-06-20', told: { on: TODAY, way: 'paper', by: 'x' } },
    published: { title: '题', summary: '摘', result: '果', by: 'x' },
    offered: { title: '一句', by: 'x' },
    board: 'b',
    passedSummary: '请区里',
    passedAnswer: { words: '好', on: TODAY, by: 'x' },
    mergedInto: 'tt~y',
  };
  const shown = (reader: Reader, changes: object = {}) =>
    toOversight(request({ ...whole, ...changes }), reader);
  const open = { published: { title: '题', summary: '摘', result: '果' }, offered: { title: '一句' } };
  const word = { by: '2026-06-20', told: { on: TODAY, way: 'paper' } };
  const dispatches = [{ at: 1, words: '催' }];

  it.each([
    [
      'office',
      {
        dispatches,
        word,
        ...open,
        passedUp: { summary: '请区里', answer: { words: '好', on: TODAY } },
        mergedInto: { request: 'tt~y' },
      },
    ],
    ['overseer', { dispatches, ...open }],
    ['asker', { dispatches: [], word, ...open }],
    ['owner', { dispatches: [], ...open }],
    ['unit', { dispatches: [], ...open }],
  ] as const)('%s', (reader, expected) => {
    expect(shown(reader)).toStrictEqual(expected);
  });

  it('what is not offered any more, or was not told or answered yet, is not said to be', () => {
    expect(shown('unit', { open: false })).not.toHaveProperty('offered');
    expect(shown('unit', { board: undefined })).not.toHaveProperty('offered');
    expect(shown('asker', { word: { by: '2026-06-20' } }).word).toStrictEqual({ by: '2026-06-20' });
    expect(shown('office', { passedAnswer: undefined }).passedUp).toStrictEqual({ summary: '请区里' });
    expect(toOversight(born, 'office')).toStrictEqual({ dispatches: [] });
  });
});

describe('its steps', () => {
  const step = (changes: object): StoredStep => ({ at: 1, act: 'note', by: 'p1', ...changes });
  const shown = (one: StoredStep, reader: Reader = 'office', changes: object = {}) =>
    toSteps(request({ ...changes, steps: [born.steps[0], one] }), directory, reader)[1];

  it.each([
    ['the asker reads 您', step({ by: 'acc' }), 'asker', '您'],
    ['of whom others read 反映人', step({ by: 'acc' }), 'owner', '反映人'],
    ['the clock is nobody', step({ by: 'system' }), 'office', ''],
    ['a deputy is named', step({}), 'asker', '代表p1'],
    ['a unit too', step({ by: 'u1' }), 'asker', '交通办'],
    ['an account of the office is the office', step({ by: 'staff' }), 'asker', '测试镇人大办'],
  ] as const)('%s', (_who, one, reader, by) => {
    expect(shown(one, reader)?.by).toBe(by);
  });

  it('what was entered for somebody is said to be', () => {
    const entered = request({ reach: 'person', account: '', steps: [step({ act: 'submit', by: 'staff' })] });
    expect(toSteps(entered, directory, 'office')[0]?.by).toBe('代填：');
    expect(toSteps(request({ account: '', steps: [step({ by: '' })] }), directory, 'office')[0]?.by).toBe(
      '测试镇人大办',
    );
  });

  it('a state lasts until another step changes it', () => {
    const steps = [
      step({ act: 'submit', state: 'submitted' }),
      step({}),
      step({ state: 'accepted' }),
      step({}),
    ];
    expect(toSteps(request({ steps }), directory, 'office').map(({ state }) => state)).toEqual([
      'submitted',
      'submitted',
      'accepted',
      'accepted',
    ]);
    expect(toSteps(request({ steps: [step({})] }), directory, 'office')[0]?.state).toBe('submitted');
  });

  it('what is inside is for the office and the presidium, and its state counts for all', () => {
    const inner = step({ inner: true, state: 'accepted' });
    const seen = (reader: Reader) =>
      toSteps(request({ steps: [born.steps[0], inner, step({})] }), directory, reader);
    expect(READERS.map((reader) => seen(reader).length)).toEqual([2, 2, 2, 2, 3, 3, 2]);
    expect(seen('asker').at(-1)?.state).toBe('accepted');
  });

  it('a reason from office to office is not for the asker, any other is', () => {
    expect(shown(step({ act: 'return', words: '不归我们' }), 'asker')).not.toHaveProperty('words');
    expect(shown(step({ act: 'return', words: '不归我们' }), 'owner')).toMatchObject({ words: '不归我们' });
    expect(shown(step({ act: 'note', words: '看过了' }), 'asker')).toMatchObject({ words: '看过了' });
    expect(shown(step({}), 'office')).not.toHaveProperty('words');
  });

  it.each([
    'propose',
    'assign',
    'takeBack',
    'nameUnit',
    'draftReply',
    'sign',
    'sendDraftBack',
    'changeUnit',
    'reassign',
    'handOver',
    'recuse',
    'return',
    'refer',
    'rule',
    'merge',
    'planDelivery',
  ])('of %s the asker reads that it was done, not why', (act) => {
    expect(shown(step({ act, words: '理由' }), 'asker')).toMatchObject({ act });
    expect(shown(step({ act, words: '理由' }), 'asker')).not.toHaveProperty('words');
  });

  it('the asker’s own words are kept from whoever may know the summary alone, also where somebody else wrote them down', () => {
    const veiled = { privacy: { ...born.privacy, hideName: true } };
    const own = step({ act: 'notSolved', by: 'acc', words: '没修' });
    const behalf = step({ act: 'notSolved', by: 'p1', behalf: true, words: '没修' });
    const paper = step({ act: 'reply', by: 'p1', behalf: true, words: '修好了' });
    expect([own, behalf, paper].map((one) => shown(one, 'owner', veiled)?.words)).toEqual([
      undefined,
      undefined,
      '修好了',
    ]);
    expect([own, behalf, paper].map((one) => shown(one, 'office', veiled)?.words)).toEqual([
      '没修',
      '没修',
      '修好了',
    ]);
    expect([own, behalf].map((one) => shown(one, 'owner')?.words)).toEqual(['没修', '没修']);
    expect(shown(behalf, 'office')).toMatchObject({ onBehalf: true });
    // Where it was entered for somebody without an account, no step is the asker's own for having none.
    expect(shown(step({ by: '', words: '话' }), 'owner', { ...veiled, account: '' })?.words).toBe('话');
  });

  it('whom it was about is named, a choice is said in words, another request is not named', () => {
    const about = (one: string) => shown(step({ about: one }))?.about;
    expect([
      about('u1'),
      about('p1'),
      about('redo'),
      about('close'),
      about('2026-07-01'),
      about('tt~y'),
    ]).toEqual(['交通办', '代表p1', '再办一次', '到此为止', '2026-07-01', undefined]);
  });

  it('what came with it is counted for whoever may see it', () => {
    const files = (photos: number, recordings: number, reader: Reader = 'office', changes: object = {}) =>
      shown(step({ act: 'supplement', files: { photos, recordings } }), reader, changes)?.about;
    expect([files(2, 1), files(2, 0), files(0, 1), files(0, 0)]).toEqual([
      '2张照片、1段录音',
      '2张照片',
      '1段录音',
      undefined,
    ]);
    expect(files(2, 1, 'owner', { privacy: { ...born.privacy, hideName: true } })).toBeUndefined();
  });
});

describe('who sees it, in sentences', () => {
  const said = (changes: object, reader: Reader = 'asker') =>
    toView({ request: request(changes), photos: [], recordings: [] }, directory, reader, [], TODAY).seenBy;

  it('is the deputy with the leader, the office and the presidium', () => {
    expect(said({})).toEqual([
      '第一小组的代表p1代表和组长看得到您写的、拍的、说的和称呼，电话要说明原因才看得到',
      '测试镇人大办看得到全部内容，电话要说明原因才看得到',
      '谁什么时候看了电话，都记下来',
      '主席团督办时看得到事情和经过，看不到称呼和电话',
      '不会公开',
      '别的群众看不到',
    ]);
  });

  it('is each unit that has to do with it, as far as it may', () => {
    const units = { lead: 'u1', through: 'u2', copy: 'u1', under: '' };
    const lines = (privacy: object) =>
      said({ ...units, privacy: { ...born.privacy, ...privacy } }).filter((line) =>
        /^(交通办|水利站)/.test(line),
      );
    expect(lines({})).toEqual([
      '交通办看得到您写的、拍的、说的，看不到称呼和电话',
      '水利站看得到您写的、拍的、说的，看不到称呼和电话',
    ]);
    expect(lines({ unitMayCall: true })[0]).toBe(
      '交通办看得到您写的、拍的、说的和称呼，电话要说明原因才看得到',
    );
    expect(lines({ unitMayCall: true, hideName: true })[0]).toBe(
      '交通办看得到人大办写的摘要，看不到称呼和电话',
    );
  });

  it('is whoever follows it where no person has it, under the group that it belongs to', () => {
    const owner = { kind: 'unit', person: '', group: '' };
    expect(said({ owner, lead: 'u1' })[0]).toBe(
      '第一小组的代表p1代表看得到您写的、拍的、说的和称呼，电话要说明原因才看得到',
    );
    expect(said({ owner, lead: 'u1', deputy: '' })[0]).toMatch(/^交通办/);
  });

  it('says what may be published, and whom it is kept from to the asker and the office alone', () => {
    const privacy = (changes: object) => ({ privacy: { ...born.privacy, ...changes } });
    expect(said(privacy({ publishable: true })).at(-2)).toBe('办结后可能公开这件事，不写名字');
    expect(said(privacy({ joinable: true })).at(-2)).toBe(
      '办的时候，人大办可能公开一句题目，让别人点「我也反映」',
    );
    expect(said(privacy({ joinable: true, publishable: true })).at(-2)).toMatch(/；/);
    expect(said(privacy({ notOwnVillage: true }))).toContain('本村的代表（镇的、区的）接不到，也看不到');
    const recused = '代表p1、代表p2看不到这件事';
    const readers = READERS.filter((reader) => said({ recused: ['p1', 'p2'] }, reader).includes(recused));
    expect(readers).toEqual(['asker', 'office']);
    expect(said({}).join()).not.toContain('看不到这件事');
  });
});

it('the asker’s name and phone are as they were opened, and each alone', () => {
  const shown = (opened: object, reader: Reader) =>
    toView({ request: born, photos: [], recordings: [], ...opened }, directory, reader, [], TODAY).asker;
  expect(shown({ name: '某人' }, 'owner')).toStrictEqual({ name: '某人' });
  expect(shown({ phone: '13812345678' }, 'asker')).toStrictEqual({ phone: '13812345678' });
  expect(shown({ name: '某人', phone: '13812345678' }, 'overseer')).toBeUndefined();
});
