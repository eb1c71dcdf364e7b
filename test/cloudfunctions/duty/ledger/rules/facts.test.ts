/** What a fact says and where it is counted: only what is known stands in a row, since a count by it finds the row. */
import {
  addRows,
  countRows,
  emptyTally,
  toCount,
} from '../../../../../cloudfunctions/duty/ledger/rules/count';
import { compareLedger } from '../../../../../cloudfunctions/duty/ledger/rules/compare-ledger';
import { findDifference } from '../../../../../cloudfunctions/duty/ledger/rules/difference';
import {
  facetOf,
  facetsOf,
  factSeq,
  namesOf,
  standsIn,
  type Fact,
} from '../../../../../cloudfunctions/duty/ledger/rules/fact';
import {
  factsOfActivity,
  type FactActivity,
} from '../../../../../cloudfunctions/duty/ledger/rules/facts-of-activity';
import { factsOfDay, type FactDay } from '../../../../../cloudfunctions/duty/ledger/rules/facts-of-day';
import {
  factsOfRequest,
  type FactRequest,
} from '../../../../../cloudfunctions/duty/ledger/rules/facts-of-request';
import {
  readSource,
  rowsFor,
  unitOf,
  type SpanFact,
} from '../../../../../cloudfunctions/duty/ledger/rules/span';

describe('an activity', () => {
  const held: FactActivity = { state: 'held', kind: 'position', date: '2026-11-01', persons: ['p5'] };

  it('says nothing that nobody said', () => {
    expect(factsOfActivity(held)).toStrictEqual([
      { kind: 'position', part: '', date: '2026-11-01', persons: ['p5'] },
    ]);
  });

  it('says all that was said, and stands under the heading of its kind', () => {
    const said = {
      level: 'town',
      group: 'g1',
      home: 'h1',
      village: 'v4',
      category: 'road',
      household: 'hash',
      tag: '渠',
      entered: true,
    } as const;
    expect(factsOfActivity({ ...held, kind: 'help', ...said })).toStrictEqual([
      { kind: 'help', part: '', date: '2026-11-01', persons: ['p5'], heading: 'contact', ...said },
    ]);
  });

  it('of an own kind stands under the heading that the kind had on that day', () => {
    const own: FactActivity = { ...held, kind: 'own-夜校', own: { heading: 'training' } };
    expect(factsOfActivity(own)).toMatchObject([{ kind: 'own-夜校', heading: 'training' }]);
  });

  it.each(['planned', 'withdrawn'] as const)('that is %s leaves nothing', (state) => {
    expect(factsOfActivity({ ...held, state })).toEqual([]);
  });
});

describe('a reception day', () => {
  const day = (state: string, changes: object = {}): FactDay =>
    ({
      date: '2026-11-05',
      state,
      homes: { h1: {} },
      closesAt: {},
      waiting: {},
      seats: { 'h1-am-1': { person: 'p5', name: '马', deputy: true, level: 'district' } },
      plan: { 'h1-0830-1': 'h1-am-1' },
      place: { 'h1-0830-1': `${'1'.repeat(16)}-b${'1'.repeat(8)}` },
      bookings: {
        ['1'.repeat(16)]: {
          [`b${'1'.repeat(8)}`]: {
            state: 'booked',
            p: '',
            whom: 'self',
            name: '',
            keys: '',
            openid: '',
            at: 0,
          },
        },
      },
      visits: { 'h1-0830-1': { s: 'talking' } },
      ...changes,
    }) as unknown as FactDay;

  it('of a visitor of whom nobody knows anything says who received, and no more', () => {
    expect(factsOfDay(day('published'), () => undefined)).toStrictEqual([
      {
        kind: 'reception',
        part: 'h1-0830-1',
        date: '2026-11-05',
        persons: ['p5'],
        home: 'h1',
        heading: 'contact',
        level: 'district',
      },
    ]);
  });

  it('whose receiver’s seat is gone still counts its visitor, as somebody else’s', () => {
    expect(factsOfDay(day('published', { seats: {} }), () => 'hash')).toStrictEqual([
      {
        kind: 'reception-other',
        part: 'h1-0830-1',
        date: '2026-11-05',
        persons: [],
        home: 'h1',
        heading: 'contact',
        party: 'hash',
      },
    ]);
  });
});

describe('a request', () => {
  const request: FactRequest = {
    day: '2026-11-01',
    village: 'v4',
    category: 'road',
    group: '',
    home: '',
    deputy: '',
    state: 'closed',
    due: '2026-11-20',
    lead: '',
  };
  const at = Date.parse('2026-11-10T02:00:00Z');
  const reply = { class: 'B', words: '', unit: '', by: 'p5', at } as const;

  it('that nobody had yet stands by its village and category alone', () => {
    expect(factsOfRequest(request, undefined)).toStrictEqual([
      {
        kind: 'request-submitted',
        date: '2026-11-01',
        part: '',
        persons: [],
        village: 'v4',
        category: 'road',
      },
    ]);
  });

  it('leaves a row for each thing that came of it, on that thing’s day', () => {
    const last = { ...reply, class: 'A', at: at + 86_400_000 * 5 } as const;
    const rating = {
      satisfaction: 'basic',
      at: Date.parse('2026-11-21T17:00:00Z'),
    } as unknown as NonNullable<FactRequest['rating']>;
    const about = {
      part: '',
      village: 'v4',
      category: 'road',
      group: 'g3',
      home: 'h2',
      units: ['u1'],
      party: 'hash',
    };
    const whole: FactRequest = {
      ...request,
      group: 'g3',
      home: 'h2',
      deputy: 'p5',
      lead: 'u1',
      outcome: 'solved',
      replies: [reply, last],
      rating,
    };
    expect(factsOfRequest(whole, 'hash')).toStrictEqual([
      { kind: 'request-submitted', date: '2026-11-01', ...about, persons: [] },
      { kind: 'request-answered', date: '2026-11-10', ...about, persons: ['p5'], result: 'A' },
      { kind: 'request-solved', date: '2026-11-20', ...about, persons: ['p5'], heading: 'contact' },
      // One o'clock in the morning of the next day in China.
      { kind: 'request-rated', date: '2026-11-22', ...about, persons: [], result: 'basic' },
    ]);
  });

  it('that was solved without a deputy is nobody’s act', () => {
    expect(factsOfRequest({ ...request, outcome: 'solved' }, undefined)[1]).toMatchObject({ persons: [] });
  });
});

describe('where a fact is counted', () => {
  const whole: Fact = {
    kind: 'request-solved',
    part: '',
    date: '2026-11-01',
    persons: ['p5', 'p6'],
    heading: 'contact',
    level: 'town',
    home: 'h1',
    group: 'g1',
    village: 'v4',
    category: 'road',
    units: ['u1', 'u2'],
    tag: '渠',
    result: 'A',
  };
  const dimensions = [
    'home.h1',
    'group.g1',
    'village.v4',
    'category.road',
    'level.town',
    'tag.渠',
    'result.A',
    'person.p5',
    'person.p6',
    'unit.u1',
    'unit.u2',
  ];

  it('under everything, its kind, its heading and each number that counts it', () => {
    expect(namesOf(whole)).toEqual(['all', 'request-solved', 'contact', 'done', 'solved']);
    expect(namesOf({ kind: 'position' })).toEqual(['all', 'position']);
  });

  it('under each of them alone and by each thing that is known of it', () => {
    const names = ['all', 'request-solved', 'contact', 'done', 'solved'];
    expect(facetsOf(whole)).toEqual(
      names.flatMap((name) => [name, ...dimensions.map((by) => `${name}.${by}`)]),
    );
    expect(facetsOf({ kind: 'position', part: '', date: '2026-11-01', persons: [] })).toEqual([
      'all',
      'position',
    ]);
  });

  it('a list asked for by its name finds just the facts that stand in it', () => {
    const by = (dimension: string, value: string) => ({ dimension, value });
    expect(standsIn(whole, 'done')).toBe(true);
    expect(standsIn(whole, 'helped')).toBe(false);
    expect(standsIn(whole, 'done', by('unit', 'u2'))).toBe(true);
    expect(standsIn(whole, 'done', by('unit', 'u3'))).toBe(false);
    expect(standsIn(whole, 'helped', by('unit', 'u2'))).toBe(false);
    expect(facetsOf(whole)).toContain(facetOf('done', by('unit', 'u2')));
    expect(facetsOf(whole)).toContain(facetOf('done'));
  });

  it('its place in a list is its day, and of one day no two are the same', () => {
    expect(factSeq('2026-11-01', 'bh~activity~0123456789abcdef')).toBe('2026-11-016789abcdef');
  });
});

describe('a span', () => {
  const row = (kind: string, changes: object = {}) =>
    ({
      _id: kind,
      seq: '',
      kind,
      date: '2026-11-01',
      persons: ['p5'],
      source: 'activity~bh~a',
      ...changes,
    }) as SpanFact;

  it('counts a measure in its own unit, all else in rows', () => {
    expect([unitOf('received'), unitOf('done'), unitOf('contact'), unitOf('all')]).toEqual([
      'people',
      'matters',
      'visits',
      'visits',
    ]);
  });

  it('has for each number the rows that its list shows', () => {
    const rows = [
      row('help', { village: 'v4' }),
      row('help', { village: 'v5' }),
      row('care', { village: 'v4' }),
    ];
    expect(rowsFor({ of: 'helped' }, rows)).toEqual(rows.slice(0, 2));
    expect(rowsFor({ of: 'helped', by: { dimension: 'village', value: 'v4' } }, rows)).toEqual(
      rows.slice(0, 1),
    );
  });

  it('knows what a row is a fact of, whose id may hold the same sign', () => {
    expect(readSource({ source: 'activity~bh~a' })).toEqual({ kind: 'activity', id: 'bh~a' });
  });
});

describe('a number', () => {
  const rows = [{ household: 'a', party: 'x' }, { household: 'a' }, { household: 'b', entered: true }, {}];

  it('of visits is rows, of households different ones, of people those whom somebody knows', () => {
    expect(countRows('visits', rows)).toEqual({ n: 4, rows: 4, unknown: 0, entered: 1 });
    expect(countRows('households', rows)).toEqual({ n: 2, rows: 4, unknown: 1, entered: 1 });
    expect(countRows('people', rows)).toEqual({ n: 1, rows: 4, unknown: 3, entered: 1 });
  });

  it('is the same whether its rows come one by one or as so many alike', () => {
    const alike = [
      { household: 'a', times: 3 },
      { times: 2, entered: true },
    ];
    expect(countRows('households', alike)).toEqual({ n: 1, rows: 5, unknown: 2, entered: 2 });
    expect(countRows('visits', alike)).toEqual({ n: 5, rows: 5, unknown: 0, entered: 2 });
  });

  it('is the same however its pages are cut', () => {
    const tally = emptyTally();
    addRows(tally, 'households', rows.slice(0, 1));
    addRows(tally, 'households', rows.slice(1));
    expect(toCount(tally, 'households')).toEqual(countRows('households', rows));
  });
});

describe('what is written', () => {
  const row = (_id: string, rev: number, village?: string) => ({
    _id,
    rev,
    seq: _id,
    ...(village && { village }),
  });

  it('is what is not there, what says something else, and what should not be there; the revision is nobody’s fact', () => {
    const stored = [row('a', 7, 'v1'), row('b', 1), row('c', 1, 'v1')];
    const wanted = [row('a', 1, 'v1'), row('c', 1, 'v2'), row('d', 1)];
    expect(findDifference(stored, wanted, ['seq', 'village'])).toEqual({
      create: [wanted[2]],
      change: [wanted[1]],
      remove: ['b'],
    });
  });

  it('a field that is not there is like one that is empty, and one that goes is a difference', () => {
    expect(findDifference([row('a', 1, 'v1')], [row('a', 1)], ['seq', 'village']).change).toHaveLength(1);
    expect(
      findDifference([row('a', 1)], [Object.assign(row('a', 1), { village: null })], ['village']).change,
    ).toEqual([]);
  });
});

describe('the ledger against its rebuild', () => {
  const row = (_id: string, changes: object = {}) => ({
    _id,
    kind: 'help',
    date: '2026-11-01',
    source: 'activity~x',
    ...changes,
  });

  it('names each row that is wrong with what it is of, in the order of their ids', () => {
    const stored = [row('c', { village: 'v1' }), row('b'), row('a', { rev: 3 })];
    const rebuilt = [row('d'), row('c', { village: 'v2' }), row('a', { rev: 1 })];
    const of = { kind: 'help', date: '2026-11-01', source: 'activity~x' };
    expect(compareLedger(stored, rebuilt)).toEqual([
      { fact: 'b', what: 'surplus', ...of },
      { fact: 'c', what: 'differs', ...of },
      { fact: 'd', what: 'missing', ...of },
    ]);
  });

  it('says nothing of two that say the same in another order', () => {
    expect(
      compareLedger([row('a', { village: 'v1', tag: 'x' })], [row('a', { tag: 'x', village: 'v1' })]),
    ).toEqual([]);
  });
});
