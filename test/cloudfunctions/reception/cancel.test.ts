import { CLOSES_AT } from './support/days';
import { findFaults, newKey, openReception, resetReception, type Reception } from './support/reception';

let reception: Reception;
beforeAll(async () => {
  reception = await openReception();
});
beforeEach(() => resetReception(reception));
afterEach(() => {
  expect(findFaults(reception.day())).toEqual([]);
});
afterAll(() => reception.close());

test('a cancel is one database call; place and person are free again', async () => {
  const slip = await reception.hold('o1', { phone: '5550100' });
  const cancelled = await reception.cancel('o1', slip);
  expect(cancelled).toMatchObject({
    ok: true,
    data: { booking: slip.booking, place: slip.place },
    cost: { calls: 1 },
  });
  expect(reception.day().by).toEqual({});
  expect(await reception.book('o1', { phone: '5550100' })).toMatchObject({ ok: true });
});

test('repeated under the same key it answers the same and frees the place once', async () => {
  const slip = await reception.hold('o1');
  const key = newKey();
  const first = await reception.cancel('o1', slip, key);
  await reception.hold('o2', { place: slip.place });
  expect(await reception.cancel('o1', slip, key)).toMatchObject({ ok: true, data: first.data });
  expect(reception.day().place[slip.place]).not.toBe(0);
  const other = await reception.cancel('o1', { ...slip, place: 'h1-0830-2' }, key);
  expect(other).toMatchObject({ code: 'key-reused' });
});

test('repeated under another key the booking has changed', async () => {
  const slip = await reception.hold('o1');
  await reception.cancel('o1', slip);
  expect(await reception.cancel('o1', slip)).toMatchObject({ code: 'booking-changed', cost: { calls: 2 } });
});

test('keys that are not the booking’s free nobody', async () => {
  const slip = await reception.hold('o1', { phone: '5550100' });
  const other = await reception.hold('o2', { place: 'h1-0830-2' });
  for (const keys of [other.keys, slip.keys.slice(0, 16)])
    expect(await reception.cancel('o1', { ...slip, keys })).toMatchObject({ code: 'booking-changed' });
  expect(Object.keys(reception.day().by)).toHaveLength(3);
});

test("somebody else's booking is not found", async () => {
  const slip = await reception.hold('o1');
  expect(await reception.cancel('o2', slip)).toMatchObject({ code: 'not-found', cost: { calls: 0 } });
});

test('possible until 18:00:00 on the day before, and never stopped by the bound on acts', async () => {
  for (let n = 0; n < 24; n++) await reception.cancel('o1', await reception.hold('o1'));
  const slip = await reception.hold('o1');
  await reception.setClock(CLOSES_AT);
  expect(await reception.cancel('o1', slip)).toMatchObject({ code: 'closed', cost: { calls: 2 } });
  await reception.setClock(CLOSES_AT - 1_000);
  expect(await reception.cancel('o1', slip)).toMatchObject({ ok: true });
});
