/** A day is brought in line with its roster: made, opened again, with other receivers, or left as it is. In process. */
import { main as reception } from '../../../cloudfunctions/reception/index';
import type { DayDocument } from '../../../cloudfunctions/reception/days/rules/day-document';
import { onRosterChanged } from '../../../cloudfunctions/reception/events/on-roster-changed';
import type { RosterDocument } from '../../../cloudfunctions/reception/roster/rules/roster-document';
import type { Directory } from '../../../cloudfunctions/registry/directory/rules/directory';
import { startInProcess, type InProcessCloud } from '../../support/in-process';

jest.mock('../../../cloudfunctions/shared/database', () =>
  jest.requireActual<object>('../../support/memory-database'),
);

const DATE = '2026-12-21';
let cloud: InProcessCloud;
beforeAll(async () => {
  cloud = await startInProcess({ reception });
});
beforeEach(() => {
  cloud.replace('days', []);
  cloud.replace('bans', []);
});

interface Left {
  history: { act: string; of: string; by: string; from: string; to: string }[];
  outbox: { event: string; about: object }[];
}
const day = () =>
  cloud.documents<Omit<DayDocument, keyof Left> & Left>('days').find(({ date }) => date === DATE);
/** The roster, published, with these on the two seats of the morning in h1. */
function lay(
  own: Partial<RosterDocument> = {},
  people: readonly string[] = ['p5', 'p6'],
  publication = 1,
): void {
  const seats = Object.fromEntries(
    people.map((person, n) => [`h1-am-${String(n + 1)}`, { person, why: '轮到', at: 1 }]),
  );
  const document = {
    _id: 'bh~2026',
    township: 'bh',
    rev: 5,
    year: 2026,
    version: 7,
    days: { [DATE]: { state: 'published', publication } },
    seats: { [DATE]: seats },
    absences: {},
    swaps: {},
    acts: [],
    history: [],
    outbox: [],
    outboxAt: 0,
    ...own,
  };
  cloud.replace('rosters', [document]);
}
const deliver = (id = 'e1') =>
  onRosterChanged(
    {
      id,
      township: 'bh',
      collection: 'rosters',
      document: '',
      at: 0,
      event: '',
      about: { year: 2026, date: DATE },
    },
    cloud.clock.now(),
  );
const change = (changes: object) => {
  cloud.replace('days', [{ ...day(), ...changes }]);
};
const sitting = () => Object.entries(day()?.seats ?? {}).map(([seat, { person }]) => [seat, person]);
const PUBLISHED = {
  row: { act: 'publish', of: DATE, by: 'system', from: 'draft', to: 'published' },
  event: { event: 'day-published', about: { date: DATE } },
};

test('made with its receivers and places, once; told as published', async () => {
  lay();
  await deliver();
  const made = day();
  expect(made).toMatchObject({
    state: 'published',
    publication: 1,
    rosterRev: 5,
    publishedAt: cloud.clock.now(),
  });
  expect(sitting()).toEqual([
    ['h1-am-1', 'p5'],
    ['h1-am-2', 'p6'],
  ]);
  expect(made?.history).toMatchObject([PUBLISHED.row]);
  expect(made?.outbox).toMatchObject([PUBLISHED.event]);
  expect(Object.keys(made?.place ?? {}).length).toBeGreaterThan(0);
  await deliver('e2');
  expect(day()).toEqual(made);
});

test('not of a draft, nor of a roster or a day that is not there', async () => {
  lay({ days: { [DATE]: { state: 'draft', publication: 1 } } });
  await deliver();
  lay({ days: {} });
  await deliver();
  cloud.replace('rosters', []);
  await deliver();
  expect(day()).toBeUndefined();
});

test('withdrawn and published again: the whole plan is new, nothing is closed any more', async () => {
  lay();
  await deliver();
  const first = day();
  change({
    state: 'draft',
    homes: {},
    closesAt: {},
    seats: {},
    plan: {},
    place: {},
    waiting: { 'h1-0830': ['x'] },
    last: {},
    bounds: { bookings: 9, moves: 9 },
    blocked: { 'h1-0830-1': '停电' },
    closedBefore: { h1: 1 },
    clearAt: 1,
    publishedAt: 1,
  });
  // The same publication stays as it is.
  await deliver('e2');
  expect(day()?.state).toBe('draft');
  lay({ rev: 8 }, ['p6', 'p5'], 2);
  await deliver('e3');
  const again = day();
  const { homes, closesAt, plan, place, last, clearAt, publishedAt } = first ?? {};
  expect(again).toMatchObject({
    state: 'published',
    publication: 2,
    rosterRev: 8,
    homes,
    closesAt,
    plan,
    place,
    last,
    clearAt,
    publishedAt,
    waiting: {},
  });
  for (const gone of ['blocked', 'closedBefore', 'bounds']) expect(again).not.toHaveProperty(gone);
  expect(sitting()).toEqual([
    ['h1-am-1', 'p6'],
    ['h1-am-2', 'p5'],
  ]);
  expect([again?.history.at(-1), again?.outbox.at(-1)]).toMatchObject([PUBLISHED.row, PUBLISHED.event]);
});

test('other receivers come onto their seats, each with a row; who sits there already is not told of', async () => {
  lay();
  await deliver();
  lay({ rev: 6 }, ['p7', 'p6']);
  await deliver('e2');
  expect(sitting()).toEqual([
    ['h1-am-1', 'p7'],
    ['h1-am-2', 'p6'],
  ]);
  expect(day()?.rosterRev).toBe(6);
  expect(day()?.history.slice(1)).toMatchObject([
    { act: 'replace', of: 'h1-am-1', by: 'system', from: 'p5', to: 'p7' },
  ]);
  expect(day()?.outbox.slice(1)).toMatchObject([
    { event: 'receiver-replaced', about: { date: DATE, seat: 'h1-am-1', from: 'p5', to: 'p7' } },
  ]);
  // An older roster changes nothing, both at once change both.
  lay({ rev: 6 }, ['p5', 'p5']);
  await deliver('e3');
  expect(sitting()).toEqual([
    ['h1-am-1', 'p7'],
    ['h1-am-2', 'p6'],
  ]);
  lay({ rev: 7 }, ['p6', 'p7']);
  await deliver('e4');
  expect(sitting()).toEqual([
    ['h1-am-1', 'p6'],
    ['h1-am-2', 'p7'],
  ]);
  expect(
    day()
      ?.history.slice(2)
      .map(({ of }) => of),
  ).toEqual(['h1-am-1', 'h1-am-2']);
});

test('what the day became between reading and writing is read again', async () => {
  lay();
  await deliver();
  const later = async () => {
    await cloud.invoke('reception', 'day', { township: 'bh', date: DATE }, { openid: 'o1' });
    change({
      rev: (day()?.rev ?? 0) + 1,
      seats: { ...day()?.seats, 'h1-am-1': { person: 'p8', name: '', deputy: false } },
    });
  };
  // However the calls fall, the replacement names whom it replaced.
  for (const choices of [[0], [1], [0, 0, 0, 1], [0, 1], [1, 0], [0, 0, 1]]) {
    cloud.replace('days', []);
    lay();
    await deliver();
    lay({ rev: 6 }, ['p7', 'p6']);
    await cloud.together([() => deliver('e2'), later], choices);
    const [, row] = day()?.history ?? [];
    const [[, person = ''] = []] = sitting();
    expect([
      ['p5', 'p7'],
      ['p8', 'p7'],
      ['p5', 'p8'],
    ]).toContainEqual([row?.from, person]);
    if (person === 'p7') expect(day()?.seats['h1-am-1']?.name).not.toBe('');
  }
});

test('who is banned is banned there too, and in a closed township it is closed', async () => {
  const ban = {
    _id: 'bh~a1',
    township: 'bh',
    rev: 1,
    key: 'a1',
    marks: ['a1'],
    until: DATE,
    seq: `${DATE}~a1`,
    reason: '闹事',
  };
  cloud.replace('bans', [ban]);
  lay();
  await deliver();
  expect(Object.keys(day()?.banned ?? {})).toEqual(['a1']);
  const townships = cloud.documents<Directory>('townships');
  cloud.replace(
    'townships',
    townships.filter(({ _id }) => _id !== 'bh'),
  );
  await expect(deliver('e2')).rejects.toThrow('not there');
  cloud.replace('townships', townships);
});
