/** A deputy for whom no turn came takes over a seat: whose, and which. */
import type { SeatAt } from '../../../../../cloudfunctions/reception/roster/rules/roster-sheet';
import type { RosterTask } from '../../../../../cloudfunctions/reception/roster/rules/generate-roster';
import { deputy, halfDays, lead, propose } from '../../../../support/roster';

const [JAN, FEB, MAR, JUN, AUG] = [1, 2, 3, 6, 8].map(
  (month) => `2026-${String(month).padStart(2, '0')}-05`,
) as [string, string, string, string, string];

const sitting = (task: Partial<RosterTask>) =>
  propose(task).map(({ date, home, n, person }) => `${date.slice(5)} ${home} ${n} ${person}`);
const kept = (date: string, person: string, home = 'bh'): SeatAt => ({
  date,
  home,
  half: 'am',
  n: 1,
  person,
});
/** Can come in January alone. */
const january = (person: string, home: string) => deputy(person, home, [{ from: '2026-01-06' }]);

it('a seat of the own home before one elsewhere', () => {
  const people = [
    deputy('a1', 'bh'),
    deputy('a2', 'bh'),
    deputy('c1', 'ls'),
    deputy('c2', 'ls'),
    january('x', 'ls'),
  ];
  const seats = propose({ people, halfDays: halfDays([JAN, FEB, MAR], ['bh', 'ls']) });
  const [own] = seats.filter(({ person }) => person === 'x');
  expect(own).toMatchObject({ date: JAN, home: 'ls' });
  expect(own?.why).toBe('保证每位代表一年坐班至少1次，柳树城代表之家的代表，本年第1次');
});

it('from who came from another home, before somebody whose own home it is', () => {
  const people = [deputy('c1', 'ls'), deputy('a1', 'bh'), january('x', 'qs')];
  expect(sitting({ people, halfDays: halfDays([JAN, FEB, MAR], ['ls']), seatsPerHalf: 2 })).toEqual([
    '01-05 ls 1 c1',
    '01-05 ls 2 x',
    '02-05 ls 1 c1',
    '03-05 ls 1 a1',
  ]);
});

it('from who sits most', () => {
  const people = [
    deputy('a1', 'bh'),
    deputy('a2', 'bh'),
    deputy('c1', 'ls'),
    deputy('c2', 'ls'),
    january('x', 'qs'),
  ];
  const spring = [kept(FEB, 'a2'), kept(FEB, 'c2', 'ls')];
  const before = [...spring, kept(JUN, 'a1'), kept(JUN, 'c1', 'ls'), kept(AUG, 'c1', 'ls')];
  expect(sitting({ people, kept: before, halfDays: halfDays([JAN], ['bh', 'ls']) })).toEqual([
    '01-05 bh 1 a1',
    '01-05 ls 1 x',
  ]);
});

it('one after which they rest, where there is one', () => {
  const people = [deputy('d1'), deputy('d3'), deputy('x', 'ls')];
  const before = [kept('2025-12-05', 'x')];
  expect(sitting({ people, kept: before, halfDays: halfDays([JAN, FEB, MAR]) })).toEqual([
    '01-05 bh 1 d1',
    '02-05 bh 1 d3',
    '03-05 bh 1 x',
  ]);
});

it('even without rest, before they have none at all', () => {
  const people = [deputy('d1'), deputy('x', 'ls', [{ from: '2026-02-01' }])];
  const before = [kept('2025-12-05', 'x')];
  expect(sitting({ people, kept: before, halfDays: halfDays([JAN, FEB]) })).toEqual([
    '01-05 bh 1 x',
    '02-05 bh 1 d1',
  ]);
});

it('a seat that stayed empty, where each is to sit twice', () => {
  const task = { people: [deputy('d1'), deputy('d2')], halfDays: halfDays([JAN, FEB]), seatsPerHalf: 2 };
  expect(sitting({ ...task, dutiesPerYear: 1 })).toHaveLength(3);
  expect(sitting({ ...task, dutiesPerYear: 2 })).toEqual([
    '01-05 bh 1 d1',
    '01-05 bh 2 d2',
    '02-05 bh 1 d1',
    '02-05 bh 2 d2',
  ]);
});

it('none that was set by hand or is published, nor that of who leads', () => {
  const away = deputy('x', 'bh', [{ from: FEB, to: FEB }]);
  const byHand = [kept(JAN, 'd1'), kept(MAR, 'd1')];
  expect(sitting({ people: [deputy('d1'), away], kept: byHand, halfDays: halfDays([FEB]) })).toEqual([
    '02-05 bh 1 d1',
  ]);
  expect(
    sitting({ people: [lead('p1'), deputy('d1'), deputy('d2')], halfDays: halfDays([JAN, FEB, MAR]) }),
  ).toEqual(['01-05 bh 1 p1', '02-05 bh 1 d1', '03-05 bh 1 p1']);
});

it('somebody whose duty ended before the year asks for none', () => {
  const former = { ...deputy('old'), roles: [{ from: '2020-01-01', to: '2025-12-31', deputy: true }] };
  const people = [former, deputy('d1')];
  expect(sitting({ people, kept: [kept('2025-12-05', 'old')], halfDays: halfDays([JAN, FEB]) })).toEqual([
    '01-05 bh 1 d1',
    '02-05 bh 1 d1',
  ]);
});
