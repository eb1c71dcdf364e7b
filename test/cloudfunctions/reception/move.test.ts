import { CLOSES_AT, DATE, TOWNSHIP } from './support/days';
import { findFaults, newKey, openReception, resetReception, type Reception } from './support/reception';

let reception: Reception;
beforeAll(async () => {
  reception = await openReception();
});
beforeEach(() => resetReception(reception));
afterEach(() => {
  // Who waits in these tests is only a name on a list.
  expect(findFaults({ ...reception.day(), waiting: {} })).toEqual([]);
});
afterAll(() => reception.close());

test('a move is one database call; the number, code and person stay, the old place is free', async () => {
  const slip = await reception.hold('o1');
  const moved = await reception.move('o1', slip, 'h1-1430-1');
  expect(moved).toMatchObject({ ok: true, cost: { calls: 1 } });
  expect(moved.data).toEqual({
    booking: slip.booking,
    date: DATE,
    home: 'h1',
    place: 'h1-1430-1',
    time: '14:30',
    half: 'pm',
    number: 1,
  });
  expect(await reception.book('o2')).toMatchObject({ ok: true, data: { place: 'h1-0830-1' } });
});

test('across homes within the day', async () => {
  const slip = await reception.hold('o1');
  expect(await reception.move('o1', slip, 'h2-0900-2')).toMatchObject({ ok: true, data: { home: 'h2' } });
});

test('a lost place gives another in the home asked for, and the old one is kept when none fits', async () => {
  const slip = await reception.hold('o1');
  await reception.hold('o2', { home: 'h2', place: 'h2-0830-1' });
  const given = await reception.move('o1', slip, 'h2-0830-1');
  expect(given).toMatchObject({ ok: true, data: { home: 'h2' }, cost: { calls: 3 } });
  const held = (given.data as { place: string }).place;
  const input = { township: TOWNSHIP, date: DATE, booking: slip.booking, from: held, time: '08:30' };
  const full = await reception.act(
    'move',
    { ...input, place: 'h2-0830-1', wish: { who: 'any' } },
    { openid: 'o1', key: newKey() },
  );
  expect(full).toMatchObject({ ok: false, code: 'full', cost: { calls: 2 } });
  expect(reception.day().place[held]).toBe(slip.booking);
});

test('the same key answers the same, another body under it is refused', async () => {
  const slip = await reception.hold('o1');
  const key = newKey();
  const moved = await reception.move('o1', slip, 'h1-1430-1', key);
  expect(await reception.move('o1', slip, 'h1-1430-1', key)).toMatchObject({ ok: true, data: moved.data });
  expect(await reception.move('o1', slip, 'h1-1500-2', key)).toMatchObject({ code: 'key-reused' });
});

test('repeated after it was moved back, it answers as before and moves nothing', async () => {
  const slip = await reception.hold('o1');
  const key = newKey();
  const there = await reception.move('o1', slip, 'h1-1430-1', key);
  await reception.move('o1', { ...slip, place: 'h1-1430-1' }, slip.place);
  expect(await reception.move('o1', slip, 'h1-1430-1', key)).toMatchObject({ ok: true, data: there.data });
  expect(reception.day().place[slip.place]).toBe(slip.booking);
});

test('five moves a day, the sixth is refused', async () => {
  const slip = await reception.hold('o1');
  const places = ['h1-1430-1', 'h1-0830-1', 'h1-1430-1', 'h1-0830-1', 'h1-1430-1'];
  let from = slip.place;
  for (const place of places) {
    expect(await reception.move('o1', { ...slip, place: from }, place)).toMatchObject({ ok: true });
    from = place;
  }
  const sixth = await reception.move('o1', { ...slip, place: from }, 'h1-0830-1');
  expect(sixth).toMatchObject({ code: 'too-many-moves', cost: { calls: 2 } });
});

test('to the place one has is refused without a call', async () => {
  const slip = await reception.hold('o1');
  expect(await reception.move('o1', slip, slip.place)).toMatchObject({
    code: 'same-place',
    cost: { calls: 0 },
  });
});

test('what the phone showed is out of date: moved or cancelled meanwhile', async () => {
  const slip = await reception.hold('o1');
  await reception.move('o1', slip, 'h1-1430-1');
  const stale = await reception.move('o1', slip, 'h1-1500-2');
  expect(stale).toMatchObject({ code: 'booking-changed', cost: { calls: 2 } });
  await reception.cancel('o1', { ...slip, place: 'h1-1430-1' });
  const gone = await reception.move('o1', { ...slip, place: 'h1-1430-1' }, 'h1-1500-2');
  expect(gone).toMatchObject({ code: 'booking-changed' });
});

test("somebody else's booking is not found, and stays", async () => {
  const slip = await reception.hold('o1');
  expect(await reception.move('o2', slip, 'h1-1430-1')).toMatchObject({
    code: 'not-found',
    cost: { calls: 0 },
  });
  const invented = { ...slip, booking: `${slip.booking.slice(0, 17)}b00000000` };
  expect(await reception.move('o1', invented, 'h1-1430-1')).toMatchObject({ code: 'not-found' });
});

test('closes with either home, to the second', async () => {
  const slip = await reception.hold('o1');
  const day = reception.day();
  await reception.replaceDay({ ...day, closesAt: { ...day.closesAt, h2: CLOSES_AT - 60_000 } });
  await reception.setClock(CLOSES_AT - 60_000);
  const closedThere = await reception.move('o1', slip, 'h2-0830-1');
  expect(closedThere).toMatchObject({ code: 'closed', details: { closesAt: CLOSES_AT - 60_000 } });
  await reception.setClock(CLOSES_AT - 1_000);
  expect(await reception.move('o1', slip, 'h1-1430-1')).toMatchObject({ ok: true });
  await reception.setClock(CLOSES_AT);
  expect(await reception.move('o1', { ...slip, place: 'h1-1430-1' }, 'h1-0830-1')).toMatchObject({
    code: 'closed',
  });
});

test('a time that people wait for cannot be moved into', async () => {
  const slip = await reception.hold('o1');
  await reception.replaceDay({ ...reception.day(), waiting: { 'h1-1430': ['somebody'] } });
  const input = { township: TOWNSHIP, date: DATE, booking: slip.booking, from: slip.place, time: '14:30' };
  const refused = await reception.act(
    'move',
    { ...input, place: 'h1-1430-1', wish: { who: 'any' } },
    { openid: 'o1', key: newKey() },
  );
  expect(refused).toMatchObject({ code: 'waiting', cost: { calls: 2 } });
});

test('to a day without a roster there is nothing to move', async () => {
  const slip = await reception.hold('o1');
  const input = { township: TOWNSHIP, date: '2026-12-08', booking: slip.booking, from: slip.place };
  const refused = await reception.act(
    'move',
    { ...input, place: 'h1-1430-1', wish: { who: 'any' } },
    { openid: 'o1', key: newKey() },
  );
  expect(refused).toMatchObject({ code: 'not-published' });
});
