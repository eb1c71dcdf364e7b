import type { DayView } from '../../../miniprogram/contract/reception';
import { CLOSES_AT, DATE, makeDay, TOWNSHIP } from './support/days';
import { freeOf, openReception, resetReception, type Reception } from './support/reception';

let reception: Reception;
beforeAll(async () => {
  reception = await openReception();
});
beforeEach(() => resetReception(reception));
afterAll(() => reception.close());

const read = (input: object = { date: DATE }, openid = 'o1') =>
  reception.act('day', { township: TOWNSHIP, ...input }, { openid });

test('a day is one database call: homes, receivers, free times', async () => {
  const answer = await read();
  expect(answer).toMatchObject({ ok: true, cost: { calls: 1, examined: 1 } });
  expect(answer.data).toMatchObject({ date: DATE, state: 'published', mine: [] });
  const { homes } = answer.data as DayView;
  expect(homes.map(({ home, open, closesAt }) => [home, open, closesAt])).toEqual([
    ['h1', true, CLOSES_AT],
    ['h2', true, CLOSES_AT],
  ]);
  expect(freeOf(answer)).toHaveLength(16);
  expect(freeOf(answer).filter((place) => place.endsWith('w'))).toEqual([]);
});

test('taken places are gone, and nobody sees by whom', async () => {
  const slip = await reception.hold('o1', { name: '王先生', phone: '5550100' });
  const other = await read({ date: DATE }, 'o2');
  expect(freeOf(other)).not.toContain('h1-0830-1');
  expect(JSON.stringify(other)).not.toMatch(new RegExp(`${slip.booking}|王先生|5550100`));
  const own = await read();
  expect(own.data).toMatchObject({ mine: [{ ...slip, receiver: { person: 'p1' } }] });
});

test('a cancelled slip stays to be seen, after the live ones', async () => {
  const slip = await reception.hold('o1');
  await reception.cancel('o1', slip);
  await reception.hold('o1', { place: 'h1-1430-1' });
  const { mine } = (await read()).data as DayView;
  expect(mine.map(({ place, state }) => [place, state])).toEqual([
    ['h1-1430-1', 'booked'],
    ['h1-0830-1', 'cancelled'],
  ]);
});

test('after closing it is shown and not open; after its last half-day it is past', async () => {
  await reception.setClock(CLOSES_AT);
  expect((await read()).data).toMatchObject({
    state: 'published',
    homes: [{ open: false }, { open: false }],
  });
  await reception.setClock('2026-12-07T17:00:00+08:00');
  expect((await read()).data).toMatchObject({ state: 'past' });
});

test('a draft shows hours and no names', async () => {
  await reception.replaceDay(makeDay({ draft: true }));
  const answer = await read();
  expect(answer.data).toMatchObject({ state: 'unpublished', homes: [{ open: false, times: [] }, {}] });
  expect(JSON.stringify(answer)).not.toContain('p1');
});

test('without a date: the next day, today’s until its last half-day ends', async () => {
  await reception.replaceDay(makeDay({ date: '2026-12-21' }));
  await reception.setClock('2026-12-07T16:59:59+08:00');
  expect((await read({})).data).toMatchObject({ date: DATE });
  await reception.setClock('2026-12-07T17:00:00+08:00');
  expect((await read({})).data).toMatchObject({ date: '2026-12-21' });
});

test('an unknown day is unpublished, one long ago past, both without homes', async () => {
  expect((await read({ date: '2026-12-09' })).data).toMatchObject({ state: 'unpublished', homes: [] });
  expect((await read({ date: '2026-11-30' })).data).toMatchObject({ state: 'past', homes: [] });
});

test('another township sees nothing of it', async () => {
  expect(await read({ township: 't2' })).toMatchObject({ ok: false, code: 'not-found' });
  expect((await read({ township: 't2', date: DATE })).data).toMatchObject({ homes: [], mine: [] });
});

describe('no roster at all, but the township is known', () => {
  const home = { id: 'h1', name: '一', address: '', landline: '', own: {}, marketDays: [] };
  const office = {
    _id: TOWNSHIP,
    township: TOWNSHIP,
    rev: 1,
    card: {},
    homes: [home],
    settings: {},
    calendar: { years: [] as number[], rows: [] },
  };

  beforeEach(async () => {
    await reception.database.drop();
    await reception.database.importDocuments('townships', [office]);
  });

  test('the calendar says the next day and its hours; nobody is named, nothing is open', async () => {
    const answer = await read({});
    expect(answer.data).toEqual({
      date: DATE,
      state: 'unpublished',
      mine: [],
      homes: [
        {
          home: 'h1',
          times: [],
          closesAt: CLOSES_AT,
          open: false,
          halves: [
            { half: 'am', start: '08:30', end: '11:30', seats: [] },
            { half: 'pm', start: '14:30', end: '17:00', seats: [] },
          ],
        },
      ],
    });
    expect((await read()).data).toEqual(answer.data);
  });

  test('a roster of a later day does not hide that an earlier one has none', async () => {
    await reception.replaceDay(makeDay({ date: '2026-12-21' }));
    expect((await read({})).data).toMatchObject({ date: DATE, state: 'unpublished' });
  });

  test('of a year whose holidays are not announced the day is shown, and that it may change', async () => {
    await reception.setClock('2041-01-20T00:00:00+08:00');
    const day = { date: '2041-02-05', state: 'unpublished', provisional: true };
    expect((await read({})).data).toMatchObject(day);
    expect((await read({ date: '2041-02-05' })).data).toMatchObject(day);
  });

  test('the office’s own table for the year makes it known', async () => {
    const calendar = { years: [2041], rows: [{ date: '2041-02-05', workday: false }] };
    await reception.database.importDocuments('townships', [{ ...office, calendar }]);
    await reception.setClock('2041-01-20T00:10:00+08:00');
    const { data } = await read({});
    expect(data).toMatchObject({ date: '2041-02-06', state: 'unpublished' });
    expect(data).not.toHaveProperty('provisional');
  });
});
