/**
 * A day of 200: what the phone gets, what the document weighs, how many calls a page takes. `npm test` lives the first
 * thirty visits of them and reckons the weight of 200; the proof lives all.
 */
import { unpackRow } from '../../../miniprogram/office/services/reception-desk';
import { makeDay, receiver } from './support/days';
import { DAY_MORNING, openDesk, type Desk } from './support/desk';

jest.setTimeout(600_000);

const KB = 1_024;
const FULL = 200;
const VISITS = process.env['PROOF'] === '1' ? FULL : 30;
const bytes = (value: unknown) => Buffer.byteLength(JSON.stringify(value));

let desk: Desk;
/** Bytes of the day before anybody came. */
let empty: number;
beforeAll(async () => {
  desk = await openDesk();
  await desk.reset();
  const sitting = (home: string) => Array.from({ length: 7 }, (_, n) => receiver(`${home}x${n}`));
  const halves = (home: string) => ({ am: sitting(home), pm: sitting(`${home}y`) });
  await desk.replaceDay(
    makeDay({
      homes: { h1: halves('h1'), h2: halves('h2'), h3: halves('h3') },
      settings: { walkInEvery: 0, closing: { daysBefore: 0, time: '08:30' } },
    }),
  );
  empty = bytes(desk.day());
  const places = Object.keys(desk.day().place).slice(0, VISITS);
  for (const [n, place] of places.entries()) {
    const own = { home: place.slice(0, 2), name: `访客王${n}`, phone: '13900001234', category: 'road' };
    const answer = await desk.book(`o${n}`, { ...own, place });
    if (!answer.ok) throw new Error(answer.code);
    if (n % 40 === 39) await desk.kick();
  }
  await desk.setClock(DAY_MORNING);
  const taken = desk.day().place;
  for (const [n, place] of places.entries()) {
    const booking = String(taken[place]);
    const who = ['o-staff', 'o-staff2', 'o-chief'][n % 3] ?? '';
    await desk.step(who, { booking, place }, 'booked', 'talking');
    const words = '渠水不通，约好下周三由村里和水利站一起去看，带上去年的照片和图纸，到时先打电话';
    const own = { outcome: 'explained', words };
    await desk.step(who, { booking, place }, 'talking', 'met', own);
    if (n % 20 === 19) {
      await desk.kick();
      await desk.control({ clock: { advanceMs: 61_000 } });
    }
  }
  await desk.kick();
}, 600_000);
afterAll(() => desk.close());

test('the document stays below 256 KB with every visit noted', () => {
  expect(Object.values(desk.day().place).filter((booking) => booking !== 0)).toHaveLength(VISITS);
  const size = empty + ((bytes(desk.day()) - empty) / VISITS) * FULL;
  console.info(`document of 200 visits: ${String(Math.round(size / KB))} KB`);
  expect(size).toBeLessThan(256 * KB);
});

test('the desk, the wall and the day in at most 16 KB and two calls beside admit', async () => {
  for (const [home, half] of [
    ['h1', 'am'],
    ['h2', 'pm'],
    ['h3', 'am'],
  ] as const) {
    const answer = await desk.ask('o-staff', 'desk', { home, half });
    expect(answer.cost.calls).toBeLessThanOrEqual(3);
    const view = await desk.view('o-staff', { home, half });
    expect(bytes(view)).toBeLessThan(16 * KB);
    for (const row of view.rows)
      expect(unpackRow(row, view)).toMatchObject({ state: 'met', phoneTail: '1234' });
  }
  const rows = (
    await Promise.all(['h1', 'h2', 'h3'].map((home) => desk.view('o-staff', { home, half: 'am' })))
  ).flatMap((view) => view.rows);
  console.info(`a packed row: ${String(Math.round(bytes(rows) / rows.length))} bytes`);
  const wall = await desk.ask('o-anybody', 'wall', { home: 'h1' });
  expect(wall.cost.calls).toBe(1);
  expect(bytes(wall.data)).toBeLessThan(KB);
  const record = await desk.ask('o-staff', 'dayRecord');
  expect(bytes(record.data)).toBeLessThan(16 * KB);
  expect(record.data).toMatchObject({ byLevel: { town: { visits: VISITS } } });
});

test('a villager’s day of 200 places: one call', async () => {
  const answer = await desk.ask('o-looker', 'day');
  expect(answer.cost.calls).toBe(1);
  console.info(`a villager's day: ${String(Math.round(bytes(answer.data) / KB))} KB`);
  expect(bytes(answer.data)).toBeLessThan(16 * KB);
});
