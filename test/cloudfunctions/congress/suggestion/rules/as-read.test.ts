/** Who reads a suggestion, and what is read, counted and stored of it. */
import { maySee, type Caller } from '../../../../../cloudfunctions/congress/suggestion/rules/actors';
import { toSuggestionCard } from '../../../../../cloudfunctions/congress/suggestion/rules/card';
import { factsOfSuggestion } from '../../../../../cloudfunctions/congress/suggestion/rules/facts';
import {
  countByCategory,
  counts,
  countSuggestions,
  handlingFigures,
} from '../../../../../cloudfunctions/congress/suggestion/rules/figures';
import { suggestionFromBill } from '../../../../../cloudfunctions/congress/suggestion/rules/from-bill';
import { suggestionGuideOf } from '../../../../../cloudfunctions/congress/suggestion/rules/guide';
import {
  facetsOf,
  suggestionNumber,
} from '../../../../../cloudfunctions/congress/suggestion/rules/suggestion-document';
import { toSuggestionView } from '../../../../../cloudfunctions/congress/suggestion/rules/view';
import { settingsOf } from '../../../../../cloudfunctions/registry/directory/rules/settings';
import {
  bornWith as suggestion,
  callerOf as caller,
  plain as directory,
  replyOf as reply,
  TODAY,
} from './scene';

describe('who may see it', () => {
  const sees = (one: Partial<Caller> & { role: Caller['role'] }, changes: object, government = 'u3') =>
    maySee({ account: 'x', ...one }, suggestion(changes), government);
  const handled = { state: 'assigned', unit: 'u1', assist: ['u2'], asked: { p6: 'agreed', p8: 'declined' } };

  it.each([
    ['whoever leads it', { role: 'deputy', person: 'p5' }, {}, true],
    ['whoever was asked', { role: 'deputy', person: 'p6' }, { asked: { p6: 'asked' } }, true],
    ['not whoever declined', { role: 'deputy', person: 'p8' }, handled, false],
    ['nobody else while it is a draft', { role: 'staff' }, {}, false],
    ['the office from then on', { role: 'staff' }, handled, true],
    ['the presidium too', { role: 'presidium', person: 'p17' }, handled, true],
    ['its unit', { role: 'unit', unit: 'u1' }, handled, true],
    ['a unit that assists', { role: 'unit', unit: 'u2' }, handled, true],
    ['no other unit', { role: 'unit', unit: 'u9' }, handled, false],
    [
      'the government what goes through it',
      { role: 'unit', unit: 'u3' },
      { ...handled, through: true },
      true,
    ],
    ['and nothing else', { role: 'unit', unit: 'u3' }, handled, false],
    ['another deputy not', { role: 'deputy', person: 'p9' }, handled, false],
  ] as const)('%s', (_who, one, changes, may) => {
    expect(sees(one, changes)).toBe(may);
  });

  it('a clerk of no unit is not the government of a township without one', () => {
    expect(sees({ role: 'unit' }, { ...handled, through: true }, '')).toBe(false);
  });
});

describe('a row', () => {
  const card = (changes: object) => toSuggestionCard(directory, suggestion(changes));
  const { name: lead } = directory.people.find(({ id }) => id === 'p5') ?? { name: '' };
  const { name: unit } = directory.units.find(({ id }) => id === 'u1') ?? { name: '' };

  it('says who has it, by name where it is a person or a unit', () => {
    expect(card({})).toMatchObject({
      owner: 'deputy',
      ownerName: lead,
      leadName: lead,
      cosigners: 0,
      key: false,
      due: '2026-12-28',
    });
    expect(card({})).not.toHaveProperty('unitName');
    expect(
      card({
        state: 'assigned',
        unit: 'u1',
        asked: { p6: 'agreed', p8: 'asked' },
        key: { state: 'decided' },
      }),
    ).toMatchObject({ ownerName: unit, unitName: unit, cosigners: 1, key: true });
    expect(card({ state: 'submitted', key: { state: 'proposed' } })).toMatchObject({
      ownerName: expect.stringMatching(/./) as string,
      key: false,
    });
    expect(card({ state: 'closed', open: false })).not.toHaveProperty('due');
  });
});

describe('a screen', () => {
  const whole = {
    state: 'contacted',
    unit: 'u1',
    assist: ['u2'],
    handedOn: TODAY,
    replyBy: '2027-02-28',
    contactedOn: TODAY,
    asked: { p6: 'agreed' },
    assists: { u2: { words: '好', at: 1 } },
    replies: [reply('A', { scan: { file: 'f', paper: 'public' } }), reply('D')],
    draft: reply('B'),
    opinion: { opinion: 'basic', on: TODAY, paper: false },
    session: 's',
    bill: 'b',
    inPlan: true,
    difficult: true,
    published: {},
    steps: [
      { at: 1, act: 'submit', by: 'p5' },
      { at: 2, act: 'examine', by: 'staff', words: 'w' },
      { at: 3, act: 'owner-gone', by: 'system' },
      { at: 4, act: 'contact', by: 'u1' },
    ],
  };
  const view = (who: Caller, changes: object = whole) =>
    toSuggestionView(
      directory,
      suggestion(changes),
      [{ _id: 'bh~r', number: '1', state: 'closed' }],
      [who],
      TODAY,
    );
  const name = (rows: readonly { id: string; name: string }[], id: string) =>
    rows.find((row) => row.id === id)?.name;

  it('shows the office all of it, without any file’s own id', () => {
    const shown = view(caller('staff'));
    expect(shown).toMatchObject({
      session: 's',
      fromBill: true,
      difficult: true,
      inPlan: true,
      published: true,
      contactedOn: TODAY,
      requests: [{ request: 'bh~r', number: '1', state: 'closed' }],
      asked: [{ person: 'p6', name: name(directory.people, 'p6'), consent: 'agreed' }],
      assigned: {
        unitName: name(directory.units, 'u1'),
        assistNames: [name(directory.units, 'u2')],
        on: TODAY,
        replyBy: '2027-02-28',
      },
      assists: [{ unitName: name(directory.units, 'u2'), words: '好' }],
      opinion: { opinion: 'basic' },
      draft: { class: 'B' },
    });
    expect(shown.draft).not.toHaveProperty('unit');
    expect(shown.replies.map((one) => [one.unitName, one.scan])).toEqual([
      [name(directory.units, 'u1'), 'public'],
      [name(directory.units, 'u1'), undefined],
    ]);
    expect(shown.replies[1]).not.toHaveProperty('scan');
    expect(shown.steps.map(({ act, byName, words }) => [act, byName, words])).toEqual([
      ['submit', name(directory.people, 'p5'), undefined],
      ['examine', '人大办', 'w'],
      ['owner-gone', '', undefined],
      ['contact', name(directory.units, 'u1'), undefined],
    ]);
  });

  it('a unit sees what it handles, not whose requests lie behind it, nor what the office and the presidium say among themselves', () => {
    const shown = view(caller('unit'));
    expect(shown.requests).toEqual([]);
    expect(shown.steps.map(({ act }) => act)).toEqual(['submit', 'owner-gone', 'contact']);
    expect(shown).toHaveProperty('draft');
  });

  it('a deputy reads no letter that nobody has signed', () => {
    expect(view(caller('deputy'))).not.toHaveProperty('draft');
  });

  it('says nothing of what is not there', () => {
    const shown = view(caller('staff'), {});
    for (const field of ['session', 'assigned', 'contactedOn', 'draft', 'opinion'])
      expect(shown).not.toHaveProperty(field);
    expect(shown).toMatchObject({
      fromBill: false,
      difficult: false,
      inPlan: false,
      published: false,
      assists: [],
      replies: [],
      steps: [],
    });
    for (const missing of ['unit', 'handedOn', 'replyBy'])
      expect(view(caller('staff'), { ...whole, [missing]: undefined })).not.toHaveProperty('assigned');
  });
});

describe('what it leaves in the ledger', () => {
  const facts = (changes: object) =>
    factsOfSuggestion(suggestion({ submittedOn: '2026-11-01', state: 'assigned', ...changes }));
  const about = { part: '', persons: ['p5', 'p6'], category: 'road', level: 'town', units: ['u1'] };
  const asked = { asked: { p6: 'agreed', p8: 'declined' }, unit: 'u1' };

  it('is made by all whose names stand under it, answered, and opined on', () => {
    const answered = {
      ...asked,
      answeredOn: '2026-12-01',
      replies: [reply('B'), reply('A')],
      opinion: { opinion: 'basic' },
    };
    expect(facts(answered)).toStrictEqual([
      { kind: 'suggestion-made', date: '2026-11-01', heading: 'suggestions', ...about },
      { kind: 'suggestion-answered', date: '2026-12-01', result: 'A', ...about },
      { kind: 'suggestion-opined', date: '2026-12-01', result: 'basic', ...about },
    ]);
    expect(facts({ ...answered, opinion: undefined })).toHaveLength(2);
    expect(facts(asked)).toHaveLength(1);
    expect(facts({ answeredOn: '2026-12-01' })).toHaveLength(1);
    expect(facts({})[0]).not.toHaveProperty('units');
  });

  it('is nothing before it was handed in, nor where it was taken back or is a letter', () => {
    expect([
      facts({ submittedOn: undefined }),
      facts({ state: 'withdrawn' }),
      facts({ state: 'letter' }),
    ]).toEqual([[], [], []]);
  });
});

describe('figures', () => {
  const row = (state: string, more: object = {}) =>
    ({ state, open: false, category: 'road', replies: [], ...more }) as never;

  it('count what was handed in, and of what was answered what was done or promised', () => {
    const rows = [
      row('drafting'),
      row('withdrawn'),
      row('letter'),
      row('assigned', { open: true, category: 'water' }),
      row('closed', { answeredOn: TODAY, replies: [{ class: 'B' }, { class: 'A' }] }),
      row('promised', {
        open: true,
        answeredOn: TODAY,
        replies: [{ class: 'A' }, { class: 'B' }],
        promise: {},
      }),
      row('closed', { replies: [{ class: 'A' }] }),
    ];
    expect(countSuggestions(rows)).toEqual({ total: 4, open: 2, answered: 2, done: 1, promised: 1 });
    expect(countByCategory(rows)).toEqual([
      ['road', 3],
      ['water', 1],
    ]);
    expect(countByCategory([row('assigned', { category: 'water' }), row('closed'), row('closed')])).toEqual([
      ['road', 2],
      ['water', 1],
    ]);
    const { categories } = handlingFigures({ categories: [{ id: 'road', name: '道路', hint: '' }] }, rows);
    expect(categories).toEqual([
      { category: 'road', name: '道路', count: 3 },
      { category: 'water', name: 'water', count: 1 },
    ]);
    expect(
      ['drafting', 'withdrawn', 'letter', 'passed-up'].map((state) => counts({ state } as never)),
    ).toEqual([false, false, false, true]);
  });
});

describe('a bill that was left off the agenda', () => {
  const bill = {
    _id: 'bh~b',
    township: 'bh',
    session: 's',
    title: '修桥',
    persons: ['p5', 'p6', 'p8'],
    lead: 'p5',
    category: 'road',
    h: 'h',
  };
  const born = (changes: object, ...able: string[]) =>
    suggestionFromBill(
      { ...bill, ...changes },
      { id: 'bh~0123456789abcdef', now: 5, today: TODAY, due: '2026-12-07', able: new Set(able) },
    );

  it('is a suggestion that is handed in, with every name that stood under it', () => {
    expect(born({}, 'p5', 'p6')).toMatchObject({
      _id: 'bh~0123456789abcdef',
      number: '建1130-0123',
      lead: 'p5',
      asked: { p6: 'agreed', p8: 'agreed' },
      session: 's',
      bill: 'bh~b',
      born: { k: 'bh~b', h: 'h' },
      title: '修桥',
      state: 'submitted',
      open: true,
      level: 'town',
      submittedOn: TODAY,
      due: '2026-12-07',
      dueSeq: '2026-12-0789abcdef',
      seq: '000000000000589abcdef',
      requests: [],
      replies: [],
      acts: [],
      redone: 0,
      steps: [{ at: 5, act: 'from-bill', by: 'p5' }],
      facets: ['all', 'p:p5', 'p:p6', 'p:p8', 's:s'],
    });
    expect(born({}, 'p5')).not.toHaveProperty('leadGone');
  });

  it('goes on with whoever moved it and is in office; where nobody is, with the office', () => {
    expect(born({}, 'p8')).toMatchObject({ lead: 'p8', asked: { p5: 'agreed', p6: 'agreed' } });
    expect(born({})).toMatchObject({ lead: 'p5', leadGone: true });
    expect(born({ persons: undefined }, 'p5')).toMatchObject({ lead: 'p5', asked: {} });
    expect(born({ title: undefined }, 'p5')).toMatchObject({ title: '' });
  });

  it('that is on the agenda is none', () => {
    expect([born({ lead: undefined }, 'p5'), born({ category: undefined }, 'p5')]).toEqual([
      undefined,
      undefined,
    ]);
  });
});

it('is found by everybody who has to do with it, by its session, and by what it is', () => {
  const whole = {
    lead: 'p5',
    asked: { p6: 'asked', p8: 'agreed', p9: 'declined' },
    unit: 'u1',
    assist: ['u2'],
    session: 's',
    key: { state: 'proposed', by: 'x' },
    promise: { class: 'B', doneBy: TODAY },
    through: true,
  } as const;
  expect(facetsOf(whole)).toEqual([
    'all',
    'p:p5',
    'p:p6',
    'p:p8',
    'c:p6',
    'u:u1',
    'u:u2',
    's:s',
    'g',
    'key',
    'promised',
  ]);
  expect(facetsOf({ lead: 'p5', asked: {} })).toEqual(['all', 'p:p5']);
  expect(suggestionNumber('bh~k7q2abcd', '2026-11-23')).toBe('建1123-K7Q2');
});

it('its guide says for each state who has it and for how long, by the township’s settings', () => {
  const rows = suggestionGuideOf(settingsOf(directory.settings));
  const of = (state: string) => rows.find((row) => row.state === state);
  expect(of('drafting')).toMatchObject({ owner: 'deputy', days: 20 });
  expect(of('returned')).toMatchObject({ owner: 'presidium', days: 10 });
  expect(of('review')).toMatchObject({ owner: 'presidium', days: 10 });
  for (const [state, owner] of [
    ['assigned', 'unit'],
    ['contacted', 'unit'],
    ['promised', 'unit'],
  ] as const)
    expect(of(state)).toMatchObject({ owner });
});
