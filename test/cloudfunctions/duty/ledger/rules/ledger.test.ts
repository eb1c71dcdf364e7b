/** What follows from a reception day and from a request, and who is one person. */
import { compareLedger } from '../../../../../cloudfunctions/duty/ledger/rules/compare-ledger';
import { facetsOf } from '../../../../../cloudfunctions/duty/ledger/rules/fact';
import { factsOfDay, type FactDay } from '../../../../../cloudfunctions/duty/ledger/rules/facts-of-day';
import {
  factsOfRequest,
  type FactRequest,
} from '../../../../../cloudfunctions/duty/ledger/rules/facts-of-request';
import { partyParts } from '../../../../../cloudfunctions/shared/party';

const booking = (n: number) => `${String(n).repeat(16)}-b${String(n).repeat(8)}`;

function dayWith(changes: Partial<FactDay>): FactDay {
  const stored = { state: 'booked', p: '', whom: 'self', name: '', keys: '', openid: '', at: 0 } as const;
  return {
    date: '2026-11-05',
    state: 'published',
    homes: { h1: {} },
    closesAt: {},
    waiting: {},
    seats: {
      'h1-am-1': { person: 'p5', name: '马', deputy: true, level: 'town', group: 'g3' },
      'h1-am-2': { person: 'p7', name: '王', deputy: false },
    },
    plan: { 'h1-0830-1': 'h1-am-1', 'h1-0900-2': 'h1-am-2', 'h1-0930-3': 'h1-am-1' },
    place: { 'h1-0830-1': booking(1), 'h1-0900-2': booking(2), 'h1-0930-3': booking(3) },
    bookings: {
      ['1'.repeat(16)]: { [`b${'1'.repeat(8)}`]: { ...stored, village: 'v4', category: 'road' } },
      ['2'.repeat(16)]: { [`b${'2'.repeat(8)}`]: { ...stored } },
      ['3'.repeat(16)]: { [`b${'3'.repeat(8)}`]: { ...stored } },
    },
    visits: { 'h1-0830-1': { s: 'met', o: 'explained' }, 'h1-0900-2': { s: 'met', l: 1 } },
    ...changes,
  };
}

describe('a reception day', () => {
  it('leaves a row for whoever was received, a receiver who is no deputy in a kind of its own', () => {
    expect(factsOfDay(dayWith({}), (_stored, account) => account.slice(0, 2))).toEqual([
      {
        kind: 'reception',
        part: 'h1-0830-1',
        date: '2026-11-05',
        persons: ['p5'],
        home: 'h1',
        heading: 'contact',
        level: 'town',
        group: 'g3',
        village: 'v4',
        category: 'road',
        party: '11',
        result: 'explained',
      },
      {
        kind: 'reception-other',
        part: 'h1-0900-2',
        date: '2026-11-05',
        persons: ['p7'],
        home: 'h1',
        heading: 'contact',
        party: '22',
        entered: true,
      },
    ]);
  });

  it.each(['booked', 'arrived', 'called', 'no-show'])('leaves none for a visitor who is %s', (s) => {
    const visits = s === 'booked' ? {} : { 'h1-0830-1': { s: s as 'arrived' } };
    expect(factsOfDay(dayWith({ visits }), () => undefined)).toEqual([]);
  });

  it('that was taken back leaves nothing', () => {
    expect(factsOfDay(dayWith({ state: 'draft' }), () => undefined)).toEqual([]);
  });
});

describe('a request', () => {
  const request = (changes: Partial<FactRequest> = {}): FactRequest => ({
    day: '2026-11-01',
    village: 'v4',
    category: 'road',
    group: 'g3',
    home: 'h2',
    deputy: 'p5',
    state: 'submitted',
    due: '2026-11-04',
    lead: '',
    ...changes,
  });
  const reply = {
    class: 'A',
    words: '',
    unit: 'u1',
    by: 'x',
    at: Date.parse('2026-11-10T02:00:00Z'),
  } as const;
  const kinds = (changes: Partial<FactRequest>) =>
    factsOfRequest(request(changes), 'a').map(({ kind }) => kind);

  it('that came is nobody’s act', () => {
    expect(factsOfRequest(request(), 'a')).toMatchObject([{ kind: 'request-submitted', persons: [] }]);
  });

  it('answered by a unit is no deputy’s answer; answered by the deputy it is', () => {
    expect(factsOfRequest(request({ replies: [reply] }), 'a')[1]).toMatchObject({ persons: [], result: 'A' });
    const own = { ...reply, unit: '', by: 'p5' };
    expect(factsOfRequest(request({ replies: [own] }), 'a')[1]).toMatchObject({ persons: ['p5'] });
  });

  it.each([
    ['solved', ['request-submitted', 'request-solved']],
    ['silent', ['request-submitted']],
    ['settled', ['request-submitted']],
    ['with-other', ['request-submitted']],
  ] as const)('that ended %s counts as %j', (outcome, expected) => {
    expect(kinds({ state: 'closed', outcome })).toEqual(expected);
  });

  it('that was withdrawn leaves nothing, whatever came before', () => {
    expect(kinds({ state: 'withdrawn', outcome: 'solved', replies: [reply] })).toEqual([]);
  });
});

describe('one person', () => {
  it.each([
    [{ phone: '+86 0930-1234567', village: 'v1', name: '某' }, ['phone', '09301234567']],
    [{ village: 'v1', name: ' 某 人 ', account: 'a' }, ['village', 'v1', '某人']],
    [{ name: '某人', account: 'a' }, ['account', 'a']],
    [{ name: '某人' }, undefined],
    [{}, undefined],
  ])('%j is known by %j', (known, parts) => {
    expect(partyParts(known)).toEqual(parts);
  });

  it('is the same in whatever width and with whatever blanks the name is written', () => {
    const spellings = ['Ａ某', 'a 某', 'a\u200d某', '  a某'];
    const keys = spellings.map((name) => String(partyParts({ village: 'v1', name })));
    expect(new Set(keys)).toEqual(new Set(['village,v1,a某']));
  });
});

it('stands in every list that it counts in, alone and with each dimension', () => {
  const facets = facetsOf({
    kind: 'help',
    part: '',
    date: '2026-11-01',
    persons: ['p5'],
    village: 'v4',
    heading: 'contact',
  });
  for (const token of ['all', 'help', 'contact', 'done', 'helped', 'done.village.v4', 'all.person.p5'])
    expect(facets).toContain(token);
  expect(facets).not.toContain('solved');
});

it('says of a ledger what is missing, what is too much and what differs', () => {
  const row = (fact: string, more: object = {}) => ({
    _id: fact,
    kind: 'help',
    date: '2026-11-01',
    source: 'activity~x',
    ...more,
  });
  const stored = [row('a', { rev: 3 }), row('b'), row('c', { village: 'v1' })];
  const rebuilt = [row('a', { rev: 1 }), row('c', { village: 'v2' }), row('d')];
  expect(compareLedger(stored, rebuilt).map(({ fact, what }) => [fact, what])).toEqual([
    ['b', 'surplus'],
    ['c', 'differs'],
    ['d', 'missing'],
  ]);
});
