import { heirOf, visitorsOn } from '../../../../../cloudfunctions/duty/promises/rules/heir';
import type { Directory, Membership } from '../../../../../cloudfunctions/registry/directory/rules/directory';

const DATE = '2026-11-23';
const NOBODY: ReadonlySet<string> = new Set();

type Person = Directory['people'][number];

const member = (id: string, now: Partial<Membership>, more: Partial<Person> = {}): Person => ({
  id,
  name: id,
  strokes: Number(id.slice(1)),
  claimed: true,
  absent: [],
  memberships: [{ term: 't', from: '2026-01-01', level: 'town', ...now }],
  ...more,
});

const constituencies = [{ id: 'c1', villages: ['v4'] }] as unknown as Directory['constituencies'];

/** p9 has left the third group, and was in the first before. */
const GONE = member(
  'p9',
  {},
  {
    memberships: [
      { term: 's', from: '2021-01-01', to: '2025-12-31', level: 'town', group: 'g1' },
      { term: 't', from: '2026-01-01', to: '2026-11-20', level: 'town', group: 'g3' },
    ],
  },
);

const heir = (others: readonly Person[], leaving = NOBODY) =>
  heirOf(
    { people: [GONE, ...others], constituencies },
    { person: 'p9', village: 'v4' },
    { date: DATE, leaving },
  );

const FIRST = member('p1', { group: 'g1' });
const LEADER = member('p2', { group: 'g3', leader: true });
const ELECTED = member('p3', { group: 'g3', constituency: 'c1' });

test('the group that they were in last goes before the village, the village before who leads', () => {
  const ofVillage = member('p2', { group: 'g1', constituency: 'c1' });
  expect(heir([FIRST, ofVillage, member('p3', { group: 'g3' })])).toBe('p3');
  expect(heir([LEADER, ELECTED])).toBe('p3');
  expect(heir([member('p1', { group: 'g3' }), LEADER])).toBe('p2');
  expect(heir([member('p1', { group: 'g2', leader: true }), ofVillage])).toBe('p2');
});

test.each<[string, Person]>([
  ['is no deputy', member('p3', { group: 'g3', constituency: 'c1' }, { memberships: [] })],
  [
    'sits at the desk without being one',
    member('p3', {}, { memberships: [{ term: 't', from: '2026-01-01', receiver: true, group: 'g3' }] }),
  ],
  ['has no account', { ...ELECTED, claimed: false }],
  ['is away', { ...ELECTED, absent: [{ from: '2026-11-23', to: '2026-11-23' }] }],
])('nobody who %s', (_what, person) => {
  expect(heir([FIRST, person])).toBe('p1');
  expect(heir([person])).toBeUndefined();
});

test('nobody who leaves as well, nor whoever hands it on', () => {
  expect(heir([FIRST, ELECTED], new Set(['p3']))).toBe('p1');
  const known = { people: [ELECTED], constituencies };
  expect(heirOf(known, { person: 'p3' }, { date: DATE, leaving: NOBODY })).toBeUndefined();
});

test('visits are promised by deputies and by receivers who are none, as long as they are', () => {
  const receiver = { term: 't', from: '2026-01-01', receiver: true } as const;
  const leads = { term: 't', from: '2026-01-01', presidium: true } as const;
  const people = [
    GONE,
    FIRST,
    member('p4', {}, { memberships: [receiver] }),
    member('p5', {}, { memberships: [leads] }),
  ];
  expect([...visitorsOn(people, DATE)].sort()).toEqual(['p1', 'p4']);
});
