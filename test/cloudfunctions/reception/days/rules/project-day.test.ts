import {
  alignDay,
  countLive,
  projectDay,
} from '../../../../../cloudfunctions/reception/days/rules/project-day';
import {
  emptyRoster,
  type RosterDocument,
} from '../../../../../cloudfunctions/reception/roster/rules/roster-document';
import { baiheDirectory } from '../../../../../local/townships/baihe/book';

const DATE = '2026-01-05';
const NOW = Date.parse('2026-01-02T09:00:00+08:00');
const directory = baiheDirectory('2026-01-02');

function rosterOf(person: string, rev: number, publication = 1, state: 'draft' | 'published' = 'published') {
  const roster: RosterDocument = {
    ...emptyRoster('bh', 2026),
    rev,
    days: { [DATE]: { state, publication } },
    seats: { [DATE]: { 'h1-am-1': { person, why: '', at: 1 } } },
  };
  return roster;
}

const day = projectDay(rosterOf('p2', 5), directory, DATE, NOW);

test('a published roster becomes a day of the same seats, with places and a closing time', () => {
  expect(day).toMatchObject({ state: 'published', publication: 1, rosterRev: 5, publishedAt: NOW });
  expect(day.seats['h1-am-1']).toMatchObject({ person: 'p2', deputy: true });
  expect(day.plan['h1-0830-1']).toBe('h1-am-1');
  expect(Object.keys(day.homes)).toEqual(['h1']);
  expect(day.closesAt['h1']).toBe(Date.parse('2026-01-04T18:00:00+08:00'));
});

test('whoever has the first seat sits on it, however the roster keeps its seats', () => {
  const seats = { 'h1-am-2': { person: 'p3', why: '', at: 1 }, 'h1-am-1': { person: 'p2', why: '', at: 1 } };
  const two = projectDay({ ...rosterOf('p2', 5), seats: { [DATE]: seats } }, directory, DATE, NOW);
  expect([two.seats['h1-am-1']?.person, two.seats['h1-am-2']?.person]).toEqual(['p2', 'p3']);
});

test('somebody whom the directory does not know any more keeps the seat without a name', () => {
  expect(projectDay(rosterOf('p999', 5), directory, DATE, NOW).seats['h1-am-1']).toEqual({
    person: 'p999',
    name: '',
    deputy: false,
  });
});

test('who booked and who waits is counted, by whatever account', () => {
  expect(countLive({ a: ['a-1', 'a-2'], b: ['b-1'], c: [] })).toBe(3);
  expect([countLive({}), countLive(undefined)]).toEqual([0, 0]);
});

describe('bringing a day in line', () => {
  test('another receiver replaces the one before, places and numbers stay', () => {
    expect(alignDay(day, rosterOf('p3', 6), directory, NOW)).toMatchObject({
      kind: 'seats',
      rosterRev: 6,
      replaced: [{ seat: 'h1-am-1', from: 'p2', receiver: { person: 'p3' } }],
    });
  });

  test('the same receiver again still moves the revision on, so that an older change cannot come back', () => {
    expect(alignDay(day, rosterOf('p2', 6), directory, NOW)).toEqual({
      kind: 'seats',
      rosterRev: 6,
      replaced: [],
    });
    const later = { ...day, rosterRev: 6 };
    expect(alignDay(later, rosterOf('p3', 5), directory, NOW)).toEqual({ kind: 'nothing' });
  });

  test('a publication from before the withdrawal opens nothing, the next one does, anew', () => {
    const withdrawn = { ...day, state: 'draft' as const };
    expect(alignDay(withdrawn, rosterOf('p2', 9), directory, NOW)).toEqual({ kind: 'nothing' });
    expect(alignDay(withdrawn, rosterOf('p3', 9, 2), directory, NOW)).toMatchObject({
      kind: 'publish',
      day: { publication: 2, seats: { 'h1-am-1': { person: 'p3' } } },
    });
  });

  test('the revision that the day already shows changes nothing', () => {
    expect(alignDay(day, rosterOf('p3', 5), directory, NOW)).toEqual({ kind: 'nothing' });
  });

  test('a day that is open to bookings is not published over, though the next publication comes first', () => {
    expect(alignDay(day, rosterOf('p3', 9, 2), directory, NOW)).toEqual({ kind: 'nothing' });
  });

  test('an event of an earlier publication changes nothing of the later one', () => {
    const later = { ...day, publication: 2 };
    expect(alignDay(later, rosterOf('p3', 9, 1), directory, NOW)).toEqual({ kind: 'nothing' });
  });

  test('a roster without the day changes nothing', () => {
    const without = { ...rosterOf('p3', 6), days: {} };
    expect(alignDay(day, without, directory, NOW)).toEqual({ kind: 'nothing' });
  });

  test('a roster that is a draft again changes no day', () => {
    expect(alignDay(day, rosterOf('p3', 6, 1, 'draft'), directory, NOW)).toEqual({ kind: 'nothing' });
  });

  test('a receiver whose membership ended is still named', () => {
    const gone = { ...directory, people: directory.people.map((one) => ({ ...one, memberships: [] })) };
    const name = directory.people.find(({ id }) => id === 'p2')?.name;
    expect(projectDay(rosterOf('p2', 5), gone, DATE, NOW).seats['h1-am-1']).toEqual({
      person: 'p2',
      name,
      deputy: false,
    });
  });
});
