import { fillsOf, seatOf, vacanciesOn } from '../../../../../cloudfunctions/congress/changes/rules/vacancies';
import { SUSPENDED } from '../../../../../cloudfunctions/congress/changes/rules/apply-change';
import type { Membership, Person } from '../../../../../cloudfunctions/registry/directory/rules/directory';

const TERM = { term: 't18', level: 'town', from: '2026-01-01' } as const;
const FIRST: Membership = { ...TERM, constituency: 'c4', group: 'g2', to: '2026-11-22' };

function vacanciesOf(memberships: readonly Membership[], date: string, filled: readonly string[] = []) {
  const person: Person = { id: 'p9', name: '马秋月', strokes: 3, claimed: true, absent: [], memberships };
  const terms = [
    { id: 't17', name: '第十七届', from: '2021-01-01', to: '2025-12-31' },
    { id: 't18', name: '第十八届', from: '2026-01-01' },
  ];
  const constituencies = [{ id: 'c4', name: '第四选区', level: 'town' as const, villages: [] }];
  return vacanciesOn({ people: [person], terms, constituencies }, date, new Set(filled));
}

const EMPTY = {
  person: 'p9',
  name: '马秋月',
  constituency: 'c4',
  constituencyName: '第四选区',
  group: 'g2',
  since: '2026-11-23',
};

test('a seat is empty from the day after the last one, until somebody is elected for it', () => {
  expect(vacanciesOf([FIRST], '2026-11-22')).toEqual([]);
  expect(vacanciesOf([FIRST], '2026-11-23')).toEqual([EMPTY]);
  expect(vacanciesOf([FIRST], '2026-11-23', [seatOf(EMPTY)])).toEqual([]);
  expect(vacanciesOf([FIRST], '2026-11-23', [seatOf({ ...EMPTY, since: '2026-11-24' })])).toEqual([EMPTY]);
});

test('who is suspended keeps the seat; who leaves while suspended leaves it', () => {
  const suspended: Membership = { term: 't18', from: '2026-11-23', title: SUSPENDED };
  expect(vacanciesOf([FIRST, suspended], '2026-12-01')).toEqual([]);
  const left = { ...suspended, to: '2026-12-04' };
  expect(vacanciesOf([FIRST, left], '2026-12-05')).toEqual([{ ...EMPTY, since: '2026-12-05' }]);
});

test('the seat is that of the latest row, in whatever order the office keeps them', () => {
  const later: Membership = {
    ...TERM,
    constituency: 'c4',
    group: 'g3',
    from: '2026-12-10',
    to: '2026-12-20',
  };
  const empty = [{ ...EMPTY, group: 'g3', since: '2026-12-21' }];
  expect(vacanciesOf([FIRST, later], '2026-12-21')).toEqual(empty);
  expect(vacanciesOf([later, FIRST], '2026-12-21')).toEqual(empty);
});

test('seats of the district, of another term, and without a constituency are none of the township', () => {
  const { constituency: _none, ...nowhere } = FIRST;
  expect(vacanciesOf([nowhere], '2026-12-01')).toEqual([]);
  expect(vacanciesOf([{ ...FIRST, level: 'district' }], '2026-12-01')).toEqual([]);
  const past = { ...FIRST, term: 't17', from: '2021-01-01', to: '2023-01-01' };
  expect(vacanciesOf([past], '2026-12-01')).toEqual([]);
});

test('a by-election fills its seat unless a later change of who was elected leaves nothing of it', () => {
  const elected = { person: 'p7', date: '2026-12-01', seat: seatOf(EMPTY) };
  const fills = (...newer: readonly { person: string; date: string }[]) => fillsOf([...newer, elected]);
  const filled = { filled: new Set([elected.seat]), lapsed: new Map() };
  const lapsed = { filled: new Set(), lapsed: new Map([[elected.seat, 1]]) };
  expect(fills()).toEqual(filled);
  expect(fills({ person: 'p7', date: '2026-12-02' })).toEqual(filled);
  expect(fills({ person: 'p8', date: '2026-12-01' })).toEqual(filled);
  expect(fillsOf([elected, { person: 'p7', date: '2026-03-01' }])).toEqual(filled);
  expect(fills({ person: 'p7', date: '2026-12-01' })).toEqual(lapsed);
  const second = { ...elected, person: 'p8' };
  expect(fills(second, { person: 'p7', date: '2026-11-30' })).toEqual({
    filled: filled.filled,
    lapsed: lapsed.lapsed,
  });
});
