/** The office's lists: by which index each goes, what stands in it, and what a line says. */
import {
  facetOf,
  facetsOf,
  placeOf,
  EVERY,
  KEY_ASKED,
} from '../../../../../cloudfunctions/request/lists/rules/facets';
import { KEY, keptMarks, PLACE } from '../../../../../cloudfunctions/request/lists/rules/marks';
import { toOfficeCard } from '../../../../../cloudfunctions/request/lists/rules/office-card';
import { toPassedUp } from '../../../../../cloudfunctions/request/lists/rules/passed-up';
import {
  isListed,
  isWithin,
  queueOf,
  standsIn,
  type Queued,
} from '../../../../../cloudfunctions/request/lists/rules/queues';
import { titleOf, toCard } from '../../../../../cloudfunctions/request/lists/rules/request-card';
import { likenessOf, splitWords, wordTokens } from '../../../../../cloudfunctions/request/lists/rules/words';
import type { RequestDocument } from '../../../../../cloudfunctions/request/rules/request-document';
import type { Reader } from '../../../../../cloudfunctions/request/view/rules/reader';
import type { OfficeQueue } from '../../../../../miniprogram/contract/request-lists';
import { smallDirectory } from '../../rules/books';
import { born } from '../../rules/born';

const TODAY = '2026-06-02';
const DAYS = { today: TODAY, yellow: '2026-06-05', tell: '2026-06-04' };
const directory = {
  ...smallDirectory([], [{ id: 'p1', level: 'town', group: 'g1' }]),
  units: [{ id: 'u1', name: '交通办' }],
} as unknown as ReturnType<typeof smallDirectory>;
const request = (changes: object): RequestDocument => ({ ...born, ...changes });
const owned = (kind: string) => ({ owner: { kind, person: '', group: '' } });

describe('a filter', () => {
  it('is one entry for one property and one for each pair, whichever is named first', () => {
    expect(facetOf({})).toBe(EVERY);
    expect(facetOf({ village: 'v1' })).toBe('v:v1');
    expect(facetOf({ village: 'v1', category: 'road' })).toBe('c:road v:v1');
    expect(facetOf({ unit: 'u1', group: 'g1' })).toBe('g:g1 u:u1');
    expect(facetOf({ village: 'v1', unit: 'u1', group: 'g1', category: 'road' })).toBe('c:road g:g1');
  });

  it('finds each request by every property and pair of it, in lists of every one as well', () => {
    const whole = {
      group: 'g1',
      lead: 'u1',
      assists: { u2: {} },
      under: 'u3',
      category: 'road',
      village: 'v1',
    };
    const facets = facetsOf(whole);
    expect(facets).toEqual([
      EVERY,
      'c:road',
      'g:g1',
      'u:u1',
      'u:u3',
      'u:u2',
      'v:v1',
      'c:road g:g1',
      'c:road u:u1',
      'c:road u:u3',
      'c:road u:u2',
      'c:road v:v1',
      'g:g1 u:u1',
      'g:g1 u:u3',
      'g:g1 u:u2',
      'g:g1 v:v1',
      'u:u1 v:v1',
      'u:u3 v:v1',
      'u:u2 v:v1',
    ]);
    expect(facetsOf({ group: '', lead: '', category: 'road', village: 'v1' })).toEqual([
      EVERY,
      'c:road',
      'v:v1',
      'c:road v:v1',
    ]);
    expect(facetsOf({ ...whole, key: 'asked' })[1]).toBe(KEY_ASKED);
    expect(facetsOf({ ...whole, key: true })).not.toContain(KEY_ASKED);
    expect(placeOf(whole)).toBe('v1 road');
  });
});

describe('a list holds', () => {
  const rows: Readonly<Record<string, Queued>> = {
    office: request({ state: 'proposed', ...owned('office'), due: '2026-06-20' }),
    asked: request({ state: 'confirming', ...owned('office'), due: '2026-06-20' }),
    brought: request({ state: 'replied', ...owned('office'), due: '2026-06-20' }),
    review: request({ review: true, due: '2026-06-20' }),
    near: request({ due: '2026-06-05' }),
    late: request({ due: '2026-06-01' }),
    today: request({ due: TODAY }),
    promise: request({ promise: 'open', due: '2026-06-20' }),
    extension: request({ extension: { state: 'asked' }, due: '2026-06-20' }),
    disputed: request({ state: 'disputed', ...owned('chief'), due: '2026-06-20' }),
    escalated: request({ state: 'escalated', ...owned('presidium'), due: '2026-06-20' }),
    key: request({ key: true, open: false, state: 'closed', due: '2026-06-01' }),
    back: request({ callback: 'due', open: false, state: 'closed', due: '2026-06-20' }),
    closed: request({ open: false, state: 'closed', due: '2026-06-01' }),
  };
  const held = (queue: OfficeQueue) =>
    Object.keys(rows).filter((name) => standsIn(queue, rows[name] as Queued, DAYS));

  it.each([
    ['to-route', ['office']],
    ['to-review', ['review']],
    ['late', ['near', 'late', 'today']],
    ['overdue', ['late']],
    ['deliveries', ['brought']],
    ['call-backs', ['back']],
    ['promises', ['promise']],
    ['extensions', ['extension']],
    ['rulings', ['disputed']],
    ['escalated', ['escalated']],
    ['key', ['key']],
    ['to-tell', []],
  ] as const)('%s: %j', (queue, names) => {
    expect(held(queue)).toEqual(names);
  });

  it('all that is open, and every dispatch', () => {
    expect(held('all')).toEqual(Object.keys(rows).filter((name) => rows[name]?.open));
    expect(queueOf('dispatches', {}, DAYS)).toEqual({
      where: {},
      by: 'dispatchSeq',
      newest: true,
      floor: '0',
    });
  });

  it('a written word until its last day, by the day of the word', () => {
    const queue = queueOf('to-tell', {}, DAYS);
    expect(isWithin(queue, request({ word: { by: '2026-06-04' }, due: '2027-01-01' }))).toBe(true);
    expect(isWithin(queue, request({ word: { by: '2026-06-05' }, due: TODAY }))).toBe(false);
    expect(isWithin(queue, request({ due: '2026-06-05' }))).toBe(false);
    expect(isWithin(queueOf('late', {}, DAYS), request({ word: { by: '2027-01-01' }, due: TODAY }))).toBe(
      true,
    );
  });
});

describe('all, filtered', () => {
  const all = (filter: object) => queueOf('all', filter, DAYS);

  it('goes by the first two properties, and looks at the others itself', () => {
    expect(all({})).toEqual({ where: { open: true, facets: EVERY }, by: 'dueSeq' });
    expect(all({ village: 'v1', category: 'road' })).toEqual({
      where: { open: true, facets: 'c:road v:v1' },
      by: 'dueSeq',
    });
    const { keeps } = all({ village: 'v1', category: 'road', group: 'g1' });
    const row = { village: 'v1', category: 'road', group: 'g1', lead: '' };
    expect(['village', 'category', 'group'].map((name) => keeps?.({ ...row, [name]: 'other' }))).toEqual([
      false,
      false,
      false,
    ]);
    expect(keeps?.(row)).toBe(true);
  });

  it('of a unit looks at each row, since a pair may be of a unit that only assists', () => {
    expect(all({ unit: 'u1' }).keeps?.({ village: 'v1', category: 'road', group: 'g1', lead: '' })).toBe(
      true,
    );
  });

  it('by state whatever is open, closed ones the newest first', () => {
    expect(all({ state: 'closed' })).toEqual({ where: { state: 'closed', facets: EVERY }, by: 'dueSeq' });
    expect(all({ closed: true })).toEqual({
      where: { open: false, facets: EVERY },
      by: 'dueSeq',
      newest: true,
    });
    expect(all({ closed: true, unit: 'u1' })).toHaveProperty('keeps');
    expect(all({ state: 'closed', unit: 'u1' })).toHaveProperty('keeps');
  });
});

it.each([
  ['supervised', { key: true }, true],
  ['only proposed for it', { key: 'asked' }, false],
  ['come back too often', { state: 'escalated' }, true],
  ['disputed', { state: 'disputed' }, true],
  ['dispatched', { dispatchSeq: 'x' }, true],
  ['near its date', { due: '2026-06-05' }, true],
  ['far from it', { due: '2026-06-06' }, false],
  ['closed', { open: false, due: '2026-06-01' }, false],
])('the presidium’s lists show what is %s: %s', (_what, changes, listed) => {
  expect(isListed(request({ due: '2026-06-20', ...changes }), '2026-06-05')).toBe(listed);
});

describe('a line of the office', () => {
  const card = (changes: object, queue: OfficeQueue = 'all') =>
    toOfficeCard(request({ due: '2026-06-20', ...changes }), directory, 'office', {
      caller: { role: 'staff' } as never,
      today: TODAY,
      yellow: '2026-06-05',
      queue,
    });

  it('is red once it is late, yellow before, and has no colour when it is over', () => {
    const colour = (due: string, open = true) => card({ due, open }).colour;
    expect([
      colour('2026-06-01'),
      colour(TODAY),
      colour('2026-06-05'),
      colour('2026-06-06'),
      colour('2026-06-01', false),
    ]).toEqual(['red', 'yellow', 'yellow', undefined, undefined]);
    expect(card({})).not.toHaveProperty('colour');
    const word = (by: string) => card({ word: { by }, open: false }, 'to-tell').colour;
    expect([word('2026-06-01'), word(TODAY)]).toEqual(['red', 'yellow']);
    expect(card({ word: { by: '2026-06-01' } }).colour).toBeUndefined();
  });

  it('says what its list is about, and nothing of it in another one', () => {
    const whole = {
      replies: [
        { class: 'B', words: '先' },
        { class: 'A', words: '办好了' },
      ],
      extension: { until: '2026-07-01', words: '难', state: 'asked', by: 'x' },
      dispatches: [
        { at: 1, words: '一', by: 'x' },
        { at: 2, words: '二', by: 'x' },
      ],
      word: { by: '2026-06-20' },
    };
    const shown = (queue: OfficeQueue) => {
      const { reply, extension, dispatches, tellBy } = card(whole, queue);
      return { reply, extension, dispatches, tellBy };
    };
    const none = { reply: undefined, extension: undefined, dispatches: undefined, tellBy: undefined };
    expect(shown('all')).toEqual(none);
    expect(shown('promises').reply).toMatch(/：办好了$/);
    expect(shown('deliveries').reply).toMatch(/：办好了$/);
    expect(shown('extensions')).toEqual({ ...none, extension: { until: '2026-07-01', words: '难' } });
    expect(shown('dispatches')).toEqual({
      ...none,
      dispatches: [
        { at: 2, words: '二' },
        { at: 1, words: '一' },
      ],
    });
    expect(shown('to-tell')).toEqual({ ...none, tellBy: '2026-06-20' });
    expect(card({}, 'promises')).not.toHaveProperty('reply');
    expect(card({}, 'dispatches').dispatches).toEqual([]);
  });

  it('names the group and who has it', () => {
    expect(card({})).toMatchObject({ group: '第一小组', owner: '第一小组代表p1代表' });
    expect(card({ group: '' })).not.toHaveProperty('group');
  });

  it('offers what may be done with many at once, only where it may be done with this one', () => {
    expect(card({}).may).toContain('urge');
    expect(card({ urgedOn: TODAY }).may).not.toContain('urge');
  });
});

describe('a card', () => {
  const card = (changes: object, reader: Reader = 'asker', today = TODAY) =>
    toCard(request(changes), directory, reader, today);

  it.each([
    ['withdrawn', 'asker', '已经撤回，不再办理'],
    ['out-of-scope', 'asker', '不属于代表办理的范围，请看该找哪里'],
    ['merged', 'asker', '和更早的一件一起办，有结果会告诉您'],
    ['merged', 'office', '和更早的一件一起办，有结果会告诉反映人'],
    ['closed', 'asker', '已经办结'],
  ] as const)('of one that is %s tells the %s: %s', (state, reader, sentence) => {
    expect(card({ state, open: false }, reader).sentence).toBe(sentence);
  });

  it.each([
    [{ paused: { until: '2026-06-04' } }, 'asker', '第一小组代表p1代表，暂停计时到6月4日'],
    [{ state: 'confirming' }, 'asker', '已经答复，请您在6月4日前说说解决了没有'],
    [{ state: 'confirming' }, 'office', '已经答复，6月4日前请反映人确认'],
    [
      { state: 'accepted', ...owned('unit'), lead: 'u1', due: '2026-06-01' },
      'office',
      '交通办，原定6月1日前答复，已经过期',
    ],
  ] as const)('%j to %s: %s', (changes, reader, sentence) => {
    expect(card(changes, reader).sentence).toBe(sentence);
  });

  it('says that it is supervised, what it needs and who joined to whom it concerns', () => {
    const whole = { key: true, needs: '接送', joinedCount: 2, lead: 'u1' };
    expect(card(whole, 'office')).toMatchObject({ key: true, needs: '接送', joined: 2, unit: '交通办' });
    for (const reader of ['asker', 'unit'] as const) expect(card(whole, reader)).not.toHaveProperty('key');
    expect(card(whole, 'owner')).toMatchObject({ key: true });
    expect(card(whole, 'owner')).not.toHaveProperty('needs');
    for (const name of ['key', 'needs', 'joined', 'unit'])
      expect(card({ key: 'asked' }, 'office')).not.toHaveProperty(name);
  });

  it('is called by its title, its words, its files, or by what it is about', () => {
    const title = (changes: object, reader: Reader = 'office') =>
      titleOf(request(changes), directory, reader);
    const silent = { text: undefined };
    expect(title({ title: '路灯' })).toBe('路灯');
    expect(title({ ...silent, photos: ['a', 'b'], recordings: [] })).toBe('2张照片');
    expect(title({ ...silent, photos: [] })).toBe('1段录音');
    expect(title({ ...silent, photos: [], recordings: [] })).toBe('道路（内容在检查）');
    const veiled = { privacy: { ...born.privacy, hideName: true }, title: '路灯' };
    expect(title(veiled, 'owner')).toBe('道路（内容由人大办转述）');
    expect(title({ ...veiled, summary: '有人说\n路灯' }, 'owner')).toBe('有人说');
    expect(title({ text: '字'.repeat(24) })).toBe('字'.repeat(24));
  });
});

describe('what was passed up', () => {
  const passedSeq = `${String(Date.parse('2026-06-01T20:00:00Z')).padStart(13, '0')}x`;

  it('is read with the township’s name, on the day in China', () => {
    expect(
      toPassedUp(request({ passedSummary: '修桥', passedSeq, state: 'passed-up' }), directory),
    ).toStrictEqual({
      request: 'tt~x',
      from: '测试镇',
      number: '0601-AAAA',
      category: '道路',
      summary: '修桥',
      state: 'passed-up',
      on: TODAY,
    });
    const answered = toPassedUp(
      request({ passedSeq, passedAnswer: { words: '好', on: TODAY, by: 'x' } }),
      undefined,
    );
    expect(answered).toMatchObject({
      from: '',
      category: '',
      summary: '',
      answer: { words: '好', on: TODAY },
    });
    expect(answered.answer).not.toHaveProperty('by');
  });
});

describe('words', () => {
  it('are those with a meaning, each once, whatever their width and size', () => {
    expect(splitWords('我们村的路灯坏了，路灯不亮')).toEqual(expect.arrayContaining(['路灯']));
    expect(splitWords('的 了 我们')).toEqual([]);
    expect(splitWords('ＡＢＣ abc')).toEqual(['abc']);
  });

  it('are kept for search as so many, each cut', () => {
    const many = Array.from({ length: 40 }, (_, n) => `word${String(n)}`).join(' ');
    expect(wordTokens(many)).toHaveLength(24);
    expect(wordTokens('abcdefghijklmnopqrst')).toEqual(['w:abcdefghijklmnop']);
  });

  it('alike is how much of the shorter text the other has; one word says nothing', () => {
    expect(likenessOf('alpha beta', 'beta alpha gamma')).toBe(1);
    expect(likenessOf('alpha beta', 'beta gamma delta')).toBe(0.5);
    expect(likenessOf('alpha beta gamma delta', 'beta gamma')).toBe(1);
    expect(likenessOf('alpha', 'alpha beta')).toBe(0);
    expect(likenessOf('', '')).toBe(0);
  });

  it('when they are gone, what says nothing of a person stays', () => {
    expect(keptMarks(['w:路灯', KEY, `${PLACE}v1 road`, 'other'])).toEqual([KEY, `${PLACE}v1 road`]);
  });
});
