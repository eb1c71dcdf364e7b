/** The days of a year as they can be told in print: who sits where, what is still a draft, what may still change. */
import type { Directory } from '../../../../../cloudfunctions/registry/directory/rules/directory';
import {
  emptyRoster,
  type RosterDocument,
} from '../../../../../cloudfunctions/reception/roster/rules/roster-document';
import {
  hoursOf,
  listDays,
  seatsOn,
} from '../../../../../cloudfunctions/report/documents/rules/reception-days';
import { township } from './read-paper';

const DATE = '2026-12-07';
const sits = (person: string) => ({ person, why: '', at: 1 });
/** These people on these seats of one day. */
function rosterOf(
  people: Readonly<Record<string, string>>,
  state: 'published' | 'draft' = 'published',
  date = DATE,
) {
  const seats = Object.fromEntries(Object.entries(people).map(([seat, person]) => [seat, sits(person)]));
  return {
    ...emptyRoster('xk', 2026),
    days: { [date]: { state, publication: 1 } },
    seats: { [date]: seats },
  };
}
const listed = (roster: RosterDocument | undefined, own: Directory = township, today = '2026-11-23') =>
  listDays({ year: 2026, today }, own, roster);

test('seats stand by home, then morning before afternoon, then number', () => {
  const roster = rosterOf({
    'h2-am-1': 'p1',
    'h1-pm-1': 'p1',
    'h1-am-10': 'p1',
    'h1-am-2': 'p1',
    'h1-pm-2': 'p1',
  });
  expect(seatsOn(DATE, roster, township).map(({ seat }) => seat)).toEqual([
    'h1-am-2',
    'h1-am-10',
    'h1-pm-1',
    'h1-pm-2',
    'h2-am-1',
  ]);
});

test('who sits there is called as on that day: a badge that is over, or was not yet, is not told', () => {
  const people = township.people.map((person) => {
    if (person.id !== 'p1') return person;
    const [now] = person.memberships;
    const later = { term: 't19', from: '2026-12-08', receiver: true, title: '党委委员' };
    return { ...person, memberships: [{ ...now, term: 't18', from: '2024-01-01', to: DATE }, later] };
  });
  const roster = rosterOf({ 'h1-am-1': 'p1', 'h1-am-2': 'p3', 'h1-am-3': 'p9' });
  const own = { ...township, people };
  expect(seatsOn(DATE, roster, own)).toEqual([
    { seat: 'h1-am-1', home: 'h1', half: 'am', n: 1, name: '丁甲', badge: '主席团成员', deputy: true },
    { seat: 'h1-am-2', home: 'h1', half: 'am', n: 2, name: '王丙', badge: '党委委员', deputy: false },
    { seat: 'h1-am-3', home: 'h1', half: 'am', n: 3, name: '', badge: '', deputy: false },
  ]);
  const after = rosterOf({ 'h1-am-1': 'p1' }, 'published', '2026-12-08');
  expect(seatsOn('2026-12-08', after, own)).toMatchObject([{ badge: '党委委员', deputy: false }]);
  expect(seatsOn('2026-12-09', after, own)).toEqual([]);
});

test('a published day has its people, a draft has none, and a day without a roster is still a day', () => {
  const seats = { 'h1-am-1': 'p1' };
  const day = (roster: RosterDocument | undefined) => listed(roster).days.find(({ date }) => date === DATE);
  const homes = [{ id: 'h1' }, { id: 'h2' }];
  expect(day(rosterOf(seats))).toMatchObject({ published: true, seats: [{ name: '丁甲' }], homes });
  expect(day(rosterOf(seats, 'draft'))).toMatchObject({ published: false, seats: [], homes });
  expect(day(undefined)).toMatchObject({ published: false, seats: [], homes });
});

test('a day that is over stays where it was published; unpublished it could only mislead', () => {
  const dates = (roster: RosterDocument | undefined, today: string) =>
    listed(roster, township, today).days.map(({ date }) => date);
  expect(dates(undefined, DATE)).toEqual([DATE]);
  expect(dates(undefined, '2026-12-08')).toEqual([]);
  expect(dates(rosterOf({}), '2026-12-08')).toEqual([DATE]);
  expect(dates(rosterOf({}, 'draft'), '2026-12-08')).toEqual([]);
});

test('a day outside the calendar is there once it is published, among the others, with the homes that sit', () => {
  const own = listed(rosterOf({ 'h2-am-1': 'p1' }, 'published', '2026-12-01'));
  expect(own.days.map(({ date, homes }) => [date, homes.map(({ id }) => id)])).toEqual([
    ['2026-12-01', ['h2']],
    [DATE, ['h1', 'h2']],
  ]);
  const drafted = listed(rosterOf({ 'h2-am-1': 'p1' }, 'draft', '2026-12-01'));
  expect(drafted.days.map(({ date }) => date)).toEqual([DATE]);
});

test('each home is told what the day is to it; homes of one day stand in the directory’s order', () => {
  const homes = township.homes.map((home) =>
    home.id === 'h1'
      ? { ...home, own: { receptionDay: 20 }, marketDays: [DATE], phoneDays: ['2026-12-21'] }
      : home,
  );
  const { days } = listed(undefined, { ...township, homes });
  expect(
    days.map(({ date, homes: own, kinds }) => [date, own.map(({ id }) => id), Object.fromEntries(kinds)]),
  ).toEqual([
    [DATE, ['h1', 'h2'], { h1: 'market', h2: 'reception' }],
    ['2026-12-21', ['h1'], { h1: 'phone' }],
  ]);
});

test('of a year whose holidays nobody knows yet, only what cannot change is printed', () => {
  const homes = township.homes.map((home) => ({ ...home, marketDays: ['2031-03-09'] }));
  const { known, days } = listDays({ year: 2031, today: '2030-12-01' }, { ...township, homes }, undefined);
  expect(known).toBe(false);
  expect(days.map(({ date }) => date)).toEqual(['2031-03-09']);
});

test('hours are the home’s own; a half-day that is not held has none', () => {
  const homes = township.homes.map((home) =>
    home.id === 'h1' ? { ...home, own: { afternoon: '无' } } : home,
  );
  const own = { ...township, homes };
  expect(hoursOf(own, 'h1', 'am')).toBe('08:30–11:30');
  expect(hoursOf(own, 'h1', 'pm')).toBeUndefined();
  expect(hoursOf(own, 'h2', 'pm')).toBe('14:30–17:00');
});
