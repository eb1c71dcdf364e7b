/** 暂停预约: who is banned neither books nor waits until the last day; coming without a booking is not affected. */
import type { BanRow } from '../../../miniprogram/contract/bans';
import type { Slip } from '../../../miniprogram/contract/reception';
import { DATE, makeDay, TOWNSHIP } from './support/days';
import { DAY_MORNING, openDesk, type Desk } from './support/desk';
import { bookInput, newKey } from './support/reception';

const LATER = '2026-12-21';
const REASON = '约了三次都没有来';
const PHONE = '13712345678';

let desk: Desk;
beforeAll(async () => (desk = await openDesk()));
beforeEach(() => desk.reset());
afterAll(() => desk.close());

const refused = { ok: false, code: 'barred', details: { until: '2026-12-20', reason: REASON } };

const bar = (booking: string, own: object = {}, key?: string) =>
  desk.ask('o-staff', 'barPerson', { booking, reason: REASON, until: '2026-12-20', ...own }, key);
/** `date` belongs to no input of these two. */
const plain = (who: string, action: string, input: object, key = newKey()) =>
  desk.act(action, { township: TOWNSHIP, ...input }, { openid: who, key });
const lift = (account: string, key?: string) => plain('o-chief', 'liftBar', { bar: account }, key);
const list = async (after?: string) =>
  (await plain('o-staff', 'listBars', after === undefined ? {} : { after })).data as {
    rows: BanRow[];
    next?: string;
  };
const accountOf = ({ booking }: Slip) => booking.split('-')[0] ?? '';
const booksOn = (date: string, own: object = {}) => desk.book('o1', { date, ...own });

/** Banned from a booking that is still there, and the days know. */
async function begin(own: object = {}): Promise<Slip> {
  await desk.replaceDay(makeDay({ date: LATER }));
  const slip = await desk.hold('o1', own);
  expect(await bar(slip.booking)).toMatchObject({ ok: true, cost: { calls: 5 } });
  await desk.kick();
  return slip;
}

test('neither books nor waits, for the family neither, and hears until when and why; one read more', async () => {
  const slip = await begin();
  await desk.cancel('o1', slip);
  const free = await desk.book('o2', { place: 'h1-0830-2' });
  const again = await booksOn(DATE);
  expect(again).toMatchObject(refused);
  expect([free.cost.calls, again.cost.calls]).toEqual([1, 2]);
  expect(await booksOn(DATE, { whom: 'family', name: '王奶奶' })).toMatchObject(refused);
  await desk.hold('o3', { place: 'h1-1430-1' });
  expect(await desk.wait('o1')).toMatchObject(refused);
});

test('what was booked stays; a day after the last one may be booked', async () => {
  const slip = await begin();
  expect(desk.day().place[slip.place]).toBe(slip.booking);
  expect(await booksOn(LATER)).toMatchObject({ ok: true });
});

test('who just comes is received', async () => {
  await begin({ phone: PHONE });
  const day = desk.day();
  await desk.replaceDay({ ...day, place: { ...day.place, 'h1-0830-1': 0 }, by: {}, of: {}, bookings: {} });
  await desk.setClock(DAY_MORNING);
  expect(await desk.walkIn('o-staff', 'h1-0830-1', { phone: PHONE })).toMatchObject({ ok: true });
});

test('by name and phone a helper’s entry is refused, the office’s own is not', async () => {
  const slip = await begin({ phone: PHONE });
  await desk.cancel('o1', slip);
  const person = { name: '王先生', phone: PHONE };
  // Of somebody else a helper hears neither that it is a ban nor why.
  expect(await desk.bookFor('o-helper', person)).toEqual(expect.objectContaining({ code: 'book-in-person' }));
  expect(await desk.bookFor('o-staff', person)).toMatchObject({ ok: true });
});

test('who just came without a phone would not be known again: nobody is banned', async () => {
  await desk.setClock(DAY_MORNING);
  const came = (await desk.walkIn('o-staff', 'h1-0830-1')).data as Slip;
  expect(await bar(came.booking)).toMatchObject({ code: 'bad-input', details: { field: 'booking' } });
});

test('lifted: books again; the same key: the same answer; over: not-found', async () => {
  const slip = await begin();
  await desk.cancel('o1', slip);
  const account = accountOf(slip);
  const lifted = await lift(account, 'key-lift-001');
  expect(lifted).toMatchObject({ ok: true, cost: { calls: 3 } });
  expect((await lift(account, 'key-lift-001')).data).toEqual(lifted.data);
  expect(await lift(account)).toMatchObject({ code: 'not-found' });
  await desk.kick();
  expect(desk.day().banned).toEqual({});
  expect(await booksOn(DATE)).toMatchObject({ ok: true });
  expect(await list()).toEqual({ rows: [] });
});

test('once more: another last day, and every day follows; the same key with other words is refused', async () => {
  const slip = await begin();
  const longer = { until: '2026-12-31' };
  await bar(slip.booking, longer, 'key-ban-0001');
  expect(await bar(slip.booking, longer, 'key-ban-0001')).toMatchObject({ ok: true });
  expect(await bar(slip.booking, {}, 'key-ban-0001')).toMatchObject({ code: 'key-reused' });
  await desk.kick();
  expect(await booksOn(LATER)).toMatchObject({ code: 'barred', details: { until: '2026-12-31' } });
  const { rows } = await list();
  expect(rows).toMatchObject([{ bar: accountOf(slip), name: '王先生', until: '2026-12-31', reason: REASON }]);
});

test('nobody of another township is banned, lifted or shown; a stranger’s booking is not-found', async () => {
  const slip = await begin();
  await desk.replaceDay(makeDay({ township: 't2' }));
  const elsewhere = bookInput({ township: 't2' });
  const answer = await desk.act('book', elsewhere, { openid: 'o1', key: newKey() });
  expect(answer).toMatchObject({ ok: true });
  expect(await plain('o-t2', 'listBars', { township: 't2' })).toMatchObject({ data: { rows: [] } });
  expect(await plain('o-t2', 'liftBar', { township: 't2', bar: accountOf(slip) })).toMatchObject({
    code: 'not-found',
  });
  expect(await bar(`${'x'.repeat(16)}-bxxxxxxxx`)).toMatchObject({ code: 'not-found' });
});

test('from today for at most half a year', async () => {
  const { booking } = await desk.hold('o1');
  for (const until of ['2026-11-30', '2027-05-31'])
    expect(await bar(booking, { until })).toMatchObject({ code: 'bad-input', details: { field: 'until' } });
  for (const until of ['2026-12-01', '2027-05-30'])
    expect(await bar(booking, { until })).toMatchObject({ ok: true });
});

test('a hundred in force and no more; whoever is among them can still be given another day', async () => {
  const { booking } = await begin();
  const [first] = [...desk.database.exportDocuments('bans')] as { key: string; until: string }[];
  const more = Array.from({ length: 99 }, (_, n) => {
    const key = `z${String(n).padStart(15, '0')}`;
    return { ...first, _id: `${TOWNSHIP}~${key}`, key, marks: [key], seq: `2026-12-20~${key}` };
  });
  await desk.database.importDocuments('bans', more);
  expect(await bar(booking, { until: '2026-12-31' })).toMatchObject({ ok: true });
  const other = await desk.hold('o2', { place: 'h1-0830-2' });
  expect(await bar(other.booking)).toMatchObject({ code: 'too-many-rows', details: { max: 100 } });
  const pages = [await list()];
  while (pages.at(-1)?.next !== undefined) pages.push(await list(pages.at(-1)?.next));
  const all = pages.flatMap(({ rows }) => rows);
  expect([all.length, new Set(all.map((row) => row.bar)).size]).toEqual([100, 100]);
});

test('no name, phone or reason in a log, or in the clear in the database', async () => {
  await begin({ name: '尉迟金丝雀', phone: PHONE });
  await booksOn(DATE, { name: '尉迟金丝雀' });
  const kept = ['bans', 'days', 'audit'].flatMap((name) => [...desk.database.exportDocuments(name)]);
  for (const canary of ['尉迟金丝雀', PHONE, REASON]) {
    expect(desk.log.join('\n')).not.toContain(canary);
    expect(JSON.stringify(kept)).not.toContain(canary);
  }
});
