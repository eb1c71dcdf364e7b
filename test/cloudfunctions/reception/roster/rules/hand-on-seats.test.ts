import type { Directory, Membership } from '../../../../../cloudfunctions/registry/directory/rules/directory';
import {
  countGoneSeats,
  handOnSeats,
} from '../../../../../cloudfunctions/reception/roster/rules/hand-on-seats';
import {
  emptyRoster,
  type RosterDocument,
} from '../../../../../cloudfunctions/reception/roster/rules/roster-document';

const TODAY = '2027-01-10';
const [FEB, MAR] = ['2027-02-05', '2027-03-05'];

const groups: Directory['groups'] = [
  { id: 'g1', name: '一组', home: 'h1' },
  { id: 'g2', name: '二组', home: 'h2' },
];
const deputy = (id: string, group: string, more: Partial<Membership> = {}) => ({
  id,
  name: id,
  strokes: 1,
  claimed: true,
  absent: [],
  memberships: [{ term: 't1', from: '2026-01-01', level: 'town' as const, group, ...more }],
});
const gone = (id: string, group: string, more: Partial<Membership> = {}) =>
  deputy(id, group, { to: '2027-01-09', ...more });

function roster(
  seats: Readonly<Record<string, Readonly<Record<string, string>>>>,
  published: readonly string[] = [],
): RosterDocument {
  const made = emptyRoster('bh', 2027);
  for (const [date, held] of Object.entries(seats)) {
    made.days[date] = { state: published.includes(date) ? 'published' : 'draft', publication: 1 };
    made.seats[date] = Object.fromEntries(
      Object.entries(held).map(([seat, person]) => [seat, { person, why: '', at: 1 }]),
    );
  }
  return made;
}

const handOn = (
  of: RosterDocument,
  people: Directory['people'],
  whose: (person: string) => boolean = () => true,
) =>
  handOnSeats(of, { people, groups }, { today: TODAY, whose }).map(({ date, seat, to = '-' }) => [
    date,
    seat,
    to,
  ]);

it('goes on with somebody of that home who did not just sit, whoever sat least', () => {
  const people = [gone('a', 'g1'), deputy('b', 'g1'), deputy('c', 'g1'), deputy('d', 'g2')];
  const drawn = roster({ [FEB]: { 'h1-am-1': 'b' }, [MAR]: { 'h1-am-1': 'a' } });
  expect(handOn(drawn, people)).toEqual([[MAR, 'h1-am-1', 'c']]);
  expect(countGoneSeats(drawn, { people, groups }, TODAY)).toEqual(new Map([['a', 1]]));
});

it('a leading seat goes to who leads, before a deputy of that home', () => {
  const people = [
    gone('a', 'g1', { presidium: true }),
    deputy('b', 'g1'),
    deputy('z', 'g2', { presidium: true }),
  ];
  expect(handOn(roster({ [FEB]: { 'h1-am-1': 'a' } }), people)).toEqual([[FEB, 'h1-am-1', 'z']]);
});

it('leaves alone what is over, what others hold, and somebody who is only away for a while', () => {
  const away = { ...deputy('b', 'g1'), absent: [{ from: FEB, to: MAR }] };
  const people = [gone('a', 'g1'), away, deputy('c', 'g1')];
  const drawn = roster({ '2027-01-05': { 'h1-am-1': 'a' }, [FEB]: { 'h1-am-1': 'b' } });
  expect(handOn(drawn, people)).toEqual([]);
  const others = roster({ [FEB]: { 'h1-am-1': 'a' } });
  expect(handOn(others, people, (person) => person !== 'a')).toEqual([]);
});

it('nobody sits twice in one half-day: a draft is emptied, a neighbour takes a second queue of a published day', () => {
  const people = [gone('a', 'g1'), deputy('b', 'g1')];
  const both = { [FEB]: { 'h1-am-1': 'a', 'h1-am-2': 'b' } };
  expect(handOn(roster(both), people)).toEqual([[FEB, 'h1-am-1', '-']]);
  expect(handOn(roster(both, [FEB]), people)).toEqual([[FEB, 'h1-am-1', 'b']]);
  // Bookings point to it: a published seat is never emptied, and the roster warns of it.
  const alone = { [FEB]: { 'h1-am-1': 'a', 'h2-am-1': 'b' } };
  expect(handOn(roster(alone, [FEB]), people)).toEqual([]);
});

it('counts what it gave before: two seats of one day go to two people', () => {
  const people = [gone('a', 'g1'), gone('x', 'g1'), deputy('b', 'g1'), deputy('c', 'g1')];
  const drawn = roster({ [FEB]: { 'h1-am-1': 'a', 'h1-am-2': 'x' } });
  expect(handOn(drawn, people)).toEqual([
    [FEB, 'h1-am-1', 'b'],
    [FEB, 'h1-am-2', 'c'],
  ]);
});

it('a suspended deputy holds no seat, whatever their row is called', () => {
  const suspended = {
    ...gone('a', 'g1'),
    memberships: [...gone('a', 'g1').memberships, { term: 't1', from: TODAY, title: '暂停执行代表职务' }],
  };
  expect(handOn(roster({ [FEB]: { 'h1-am-1': 'a' } }), [suspended, deputy('b', 'g1')])).toEqual([
    [FEB, 'h1-am-1', 'b'],
  ]);
});

it('a deputy’s seat goes to a deputy, before who leads at the same home', () => {
  const people = [gone('a', 'g1'), deputy('b', 'g1', { presidium: true }), deputy('c', 'g1')];
  expect(handOn(roster({ [FEB]: { 'h1-am-1': 'a' } }), people)).toEqual([[FEB, 'h1-am-1', 'c']]);
});

it('goes to one of that home before one of another, whoever stands first in the list', () => {
  const people = [gone('a', 'g1'), deputy('b', 'g2'), deputy('c', 'g1')];
  expect(handOn(roster({ [FEB]: { 'h1-am-1': 'a' } }), people)).toEqual([[FEB, 'h1-am-1', 'c']]);
});

it('begins with the nearest day and the first seat, however the roster keeps them', () => {
  const people = [gone('a', 'g1'), deputy('b', 'g1'), deputy('c', 'g1')];
  const drawn = roster({ [MAR]: { 'h1-am-1': 'a' }, [FEB]: { 'h1-am-2': 'a', 'h1-am-1': 'a' } });
  expect(handOn(drawn, people)).toEqual([
    [FEB, 'h1-am-1', 'b'],
    [FEB, 'h1-am-2', 'c'],
    [MAR, 'h1-am-1', 'b'],
  ]);
});

it('today’s seat is handed on, one of before is history', () => {
  const left = gone('a', 'g1', { to: '2027-01-01' });
  const drawn = roster({ '2027-01-05': { 'h1-am-1': 'a' }, [TODAY]: { 'h1-am-1': 'a' } });
  expect(handOn(drawn, [left, deputy('b', 'g1')])).toEqual([[TODAY, 'h1-am-1', 'b']]);
  expect(countGoneSeats(drawn, { people: [left], groups }, TODAY)).toEqual(new Map([['a', 1]]));
});

it('an emptied seat names nobody', () => {
  const drawn = roster({ [FEB]: { 'h1-am-1': 'a' } });
  const people = [gone('a', 'g1')];
  expect(handOnSeats(drawn, { people, groups }, { today: TODAY, whose: () => true })).toStrictEqual([
    { date: FEB, seat: 'h1-am-1', from: 'a' },
  ]);
});
