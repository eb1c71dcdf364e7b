/** What of a roster stands already and counts when the rest of the year is proposed. */
import { proposeYear } from '../../../../../cloudfunctions/reception/roster/rules/propose-year';
import {
  emptyRoster,
  type RosterDayState,
  type RosterDocument,
} from '../../../../../cloudfunctions/reception/roster/rules/roster-document';
import type { PlannedDay } from '../../../../../cloudfunctions/reception/calendar/rules/year-calendar';
import { smallDirectory } from '../../../request/rules/books';
import { held } from './scene';

/** Two deputies of one home that receives in the morning, one at a time. */
const directory = {
  ...smallDirectory(
    [],
    ['d1', 'd2'].map((id) => ({ id, level: 'town', group: 'g1' }) as const),
  ),
  settings: { afternoon: '', seatsPerHalf: 1, dutiesPerYear: 0 },
};
const [JAN, FEB, APR, MAY] = ['2026-01-05', '2026-02-05', '2026-04-07', '2026-05-06'] as const;
const plan = (...dates: string[]) =>
  dates.map((date) => ({ date, kind: 'reception', homes: ['h1'] })) as PlannedDay[];

type Day = readonly [date: string, state: RosterDayState['state'], person: string];
const rosterOf = (year: number, ...days: Day[]): RosterDocument => ({
  ...emptyRoster('tt', year),
  version: 5,
  days: Object.fromEntries(days.map(([date, state]) => [date, { state, publication: 1 }])),
  seats: Object.fromEntries(days.map(([date, , person]) => [date, { 'h1-am-1': held(person) }])),
});
const seated = (
  roster: RosterDocument,
  dates: readonly string[],
  when: { from: string; today: string },
  before?: RosterDocument,
) => {
  const { seats } = proposeYear(roster, before, directory, plan(...dates), when);
  return Object.entries(seats).map(([date, day]) => `${date} ${day['h1-am-1']?.person ?? '-'}`);
};
const NEW_YEAR = { from: '2026-01-01', today: '2026-01-01' };

it('who sat on the last published day of the year before rests in January; a draft was never held', () => {
  const before = rosterOf(
    2025,
    ['2025-12-05', 'published', 'd1'],
    ['2025-11-05', 'published', 'd2'],
    ['2025-12-20', 'draft', 'd2'],
  );
  expect(seated(rosterOf(2026), [JAN], NEW_YEAR, before)).toEqual([`${JAN} d2`]);
  expect(seated(rosterOf(2026), [JAN], NEW_YEAR)).toEqual([`${JAN} d1`]);
  expect(seated(rosterOf(2026), [JAN], NEW_YEAR, rosterOf(2025))).toEqual([`${JAN} d1`]);
});

it('a published day counts as a turn, also when it is past', () => {
  const roster = rosterOf(2026, [JAN, 'published', 'd1']);
  expect(seated(roster, [APR], { from: FEB, today: FEB })).toEqual([`${APR} d2`]);
});

it('a draft of the past was never held, and counts for nobody', () => {
  const roster = rosterOf(2026, [JAN, 'draft', 'd1']);
  expect(seated(roster, [APR], { from: FEB, today: FEB })).toEqual([`${APR} d1`]);
});

it('a draft of before the day from which it is proposed anew stays, and counts', () => {
  const roster = rosterOf(2026, [FEB, 'draft', 'd1']);
  const proposal = proposeYear(roster, undefined, directory, plan(FEB, MAY), { from: APR, today: JAN });
  expect(Object.keys(proposal.seats)).toEqual([MAY]);
  expect(proposal.seats[MAY]?.['h1-am-1']?.person).toBe('d2');
});

it('a draft that is proposed anew counts for nobody, from its very day on', () => {
  const roster = rosterOf(2026, [FEB, 'draft', 'd2']);
  expect(seated(roster, [FEB], NEW_YEAR)).toEqual([`${FEB} d1`]);
  expect(seated(roster, [FEB], { from: FEB, today: JAN })).toEqual([`${FEB} d1`]);
});

it('a draft of today may still be held, and counts', () => {
  expect(seated(rosterOf(2026, [FEB, 'draft', 'd1']), [MAY], { from: APR, today: FEB })).toEqual([
    `${MAY} d2`,
  ]);
});

it('begins with the very day, be it today', () => {
  expect(seated(rosterOf(2026), [JAN, FEB], { from: FEB, today: JAN })).toEqual([`${FEB} d1`]);
  expect(seated(rosterOf(2026), [JAN, FEB], { from: JAN, today: FEB })).toEqual([`${FEB} d1`]);
  expect(seated(rosterOf(2026), [JAN], { from: JAN, today: JAN })).toEqual([`${JAN} d1`]);
});

it('a day on which nobody can come is proposed empty', () => {
  const nobody = { ...directory, people: [] };
  expect(proposeYear(rosterOf(2026), undefined, nobody, plan(JAN), NEW_YEAR)).toEqual({
    seats: { [JAN]: {} },
    gone: [],
  });
});
