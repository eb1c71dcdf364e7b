/**
 * A month of reception in a real browser on the running product: the office proposes and publishes, forty people get
 * a place (two of them on behalf, one from the waiting list, one grandmother through her family), a deputy falls ill
 * and a colleague steps in, two desks receive with walk-ins and no-shows, and the day's record is what one counts in
 * the ledger. The remarkable ones tap; the many go the same way to the server without a screen.
 */
import type { DeskView } from '../../miniprogram/contract/desk';
import type { Receiver, Slip } from '../../miniprogram/contract/reception';
import type { Output } from '../../miniprogram/contract/wire';
import { unpackRow } from '../../miniprogram/office/services/reception-desk';
import { fill, press, see, waitForPage } from '../support/browser';
import { CHIEF, Month, STAFF } from '../e2e/support/month';
import { compareWithLedger, receiveByTurns } from '../e2e/support/month-ledger';
import { startRunning, type Running } from '../e2e/support/running';

const NOW = Date.parse('2026-09-08T09:00:00+08:00');
const DAY = '2026-12-07';
const BEFORE_IT = Date.parse('2026-11-09T09:00:00+08:00');
const ON_THE_DAY = Date.parse(`${DAY}T08:40:00+08:00`);
const SELF = 'bh-villager-1';
const GRANDCHILD = 'bh-villager-2';
const WAITS = 'bh-villager-3';

let running: Running;
let month: Month;

beforeAll(async () => {
  running = await startRunning('reception-month', NOW);
  running.run.cloud.clock.set(BEFORE_IT);
  month = new Month(running.run, DAY);
}, 90_000);

afterAll(() => running.close(), 30_000);

const openPhone: Running['openPhone'] = (...asked) => running.openPhone(...asked);

async function proposeAndPublish(): Promise<void> {
  const office = await openPhone(STAFF, 'office/roster/roster');
  await press(office, '没公布的重新排一遍');
  await press(office, '排一遍', true);
  await see(office, '排好了');
  await press(office, '12月7日');
  await press(office, '公布这一天');
  await press(office, '公布', true);
  await see(office, '已公布。');
  await running.browser.putAway(office);
  await month.relay();
  await month.learnPlaces();
}

async function bookForSelfAndGrandmother(): Promise<void> {
  const self = await openPhone(SELF, `more/booking/booking?home=h1&date=${DAY}`);
  await fill(self, '怎么称呼您', '张三婶');
  await press(self, '确认预约：');
  await waitForPage(self, 'more/slip/slip');
  await running.browser.putAway(self);
  month.write(SELF, await month.slipOf(SELF), 'phone');

  const family = await openPhone(GRANDCHILD, `more/booking/booking?home=h1&date=${DAY}`);
  await press(family, '家里人');
  await fill(family, '怎么称呼家里人', '柳奶奶');
  await press(family, '确认预约：');
  await waitForPage(family, 'more/slip/slip');
  await see(family, '柳奶奶');
  await running.browser.putAway(family);
  month.write(GRANDCHILD, await month.slipOf(GRANDCHILD), 'phone');
}

/** The village helper in the page, the office through the gateway. */
async function bookOnBehalf(): Promise<void> {
  const before = new Set((await month.free('h2')).map(({ place }) => place));
  const helper = await openPhone('bh-helper', 'office/behalf/behalf');
  await fill(helper, '怎么称呼', '柳大爷');
  await press(helper, '柳树城', true);
  await press(helper, '9:00');
  await press(helper, '约好，出预约单');
  await see(helper, '请把单子交给本人');
  await running.browser.putAway(helper);
  const after = new Set((await month.free('h2')).map(({ place }) => place));
  const place = [...before].find((each) => !after.has(each)) ?? '';
  const rows = await deskRows('h2', 'am', STAFF);
  const row = rows.find((each) => each.place === place);
  month.write('柳大爷', { booking: row?.booking ?? '', place }, 'behalf');

  const [free] = await month.free('h3');
  const own = {
    date: DAY,
    home: 'h3',
    place: free?.place,
    wish: { who: 'any' },
    name: '秦婆婆',
    village: 'v1',
  };
  month.write('秦婆婆', await month.ask<Slip>('reception', 'bookFor', STAFF, own), 'behalf');
}

async function deskRows(home: string, half: 'am' | 'pm', openid: string) {
  const view = await month.ask<DeskView>('reception', 'desk', openid, { date: DAY, home, half });
  return view.rows.map((row) => unpackRow(row, view));
}

/** Fills h1; somebody waits in the page; one of the many cancels, and the relay gives the place. */
async function waitForAPlace(): Promise<void> {
  const many: Slip[] = [];
  for (const [n, { place }] of (await month.free('h1')).entries())
    many.push(await month.book(`o-h1-${String(n)}`, 'h1', place, `李${String(n)}`));
  const phone = await openPhone(WAITS, `more/booking/booking?home=h1&date=${DAY}`);
  await press(phone, '我要候补');
  await fill(phone, '怎么称呼您', '王师傅');
  await press(phone, '10:00', true);
  await press(phone, '候补：');
  await waitForPage(phone, 'more/slip/slip');
  await see(phone, '候补');
  const { time, home } = await month.slipOf(WAITS);
  const gone = many.find((slip) => slip.home === home && slip.time === time);
  if (!gone) throw new Error(`nobody of the many has ${time}`);
  const line = month.ledger.get(gone.booking);
  const { booking, place, keys } = gone;
  await month.ask('reception', 'cancel', line?.who ?? '', { date: DAY, booking, from: place, keys });
  if (line) line.end = 'cancelled';
  await month.relayUntil(async () => (await month.slipOf(WAITS)).state === 'booked');
  const given = await month.slipOf(WAITS);
  expect(given).toMatchObject({ state: 'booked', place: gone.place });
  month.write(WAITS, given, 'phone');
  await running.browser.putAway(phone);
}

async function bookTheRest(upTo: number): Promise<void> {
  const live = () => [...month.ledger.values()].filter(({ end }) => end !== 'cancelled').length;
  for (const home of ['h2', 'h3'])
    for (const { place } of await month.free(home)) {
      if (live() >= upTo) return;
      await month.book(`o-${place}`, home, place, `周${place.slice(-3)}`);
    }
}

type Mine = Output<'reception', 'myDuties'>;

/** The first of the second home's deputies, then of the third's, who has an account. */
async function findWithAccount(receivers: ReadonlyMap<string, Receiver>) {
  for (const seat of ['h2-am-2', 'h2-pm-1', 'h2-pm-2', 'h3-am-2', 'h3-pm-1', 'h3-pm-2']) {
    const ill = receivers.get(seat);
    const mine =
      ill && (await month.ask<Mine>('reception', 'myDuties', `bh-${ill.person}`).catch(() => undefined));
    if (ill && mine) return { seat, ill, colleagues: mine.colleagues };
  }
  throw new Error('nobody who sits there has an account');
}

/** A deputy falls ill and asks a colleague, who takes it. */
async function fallIll(): Promise<{ seat: string; ill: Receiver; substitute: string }> {
  const receivers = await month.receivers();
  const { seat, ill, colleagues } = await findWithAccount(receivers);
  const seated = new Set([...receivers.values()].map(({ person }) => person));
  const free = colleagues.find(({ person }) => !seated.has(person) && person !== 'p1');
  if (!free) throw new Error('nobody is free');

  const phone = await openPhone(`bh-${ill.person}`, 'deputy/duties/duties');
  await press(phone, '那天来不了');
  await fill(phone, '找名字', free.name);
  await press(phone, free.name);
  await press(phone, '就这样办');
  await see(phone, '已经问了');
  await running.browser.putAway(phone);
  const other = await openPhone(`bh-${free.person}`, 'deputy/duties/duties');
  await press(other, '我来替');
  await see(other, '这个班归您了');
  await running.browser.putAway(other);
  await month.relay();
  return { seat, ill, substitute: free.person };
}

/** The first desk in the page: by keyboard, by hand, somebody without a booking, and one who becomes a request. */
async function receiveAtTheScreen(): Promise<void> {
  const desk = await openPhone(STAFF, `office/desk/desk?date=${DAY}`, true);
  await see(desk, '张三婶');
  const [first] = await deskRows('h1', 'am', CHIEF);
  const line = month.ledger.get(first?.booking ?? '');
  await desk.keyboard.press('ArrowDown');
  await see(desk, '人到了');
  await desk.keyboard.press('Enter');
  await see(desk, `${first?.name ?? ''}：已到`);
  await press(desk, '直接开始谈');
  await see(desk, '谈完了，结果是');
  await press(desk, '转为意见');
  await waitForPage(desk, 'office/raise/raise');
  await press(desk, '道路');
  await press(desk, '点这里选');
  await desk.getByRole('option', { name: '柳树城村', exact: true }).tap();
  await desk.getByRole('button', { name: '确定' }).tap();
  await fill(desk, '写：什么地方、什么事、多久了', '桥头路灯三个月不亮');
  await press(desk, '转为意见', true);
  await see(desk, '意见编号');
  if (line) Object.assign(line, { end: 'met', outcome: 'matter' });
  await press(desk, '回接待台');
  await see(desk, '已办完 1 人');

  await desk.keyboard.press('n');
  await fill(desk, '怎么称呼', '王二姐');
  await press(desk, '登记，拿号');
  await see(desk, '王二姐：直接来的，第');
  const came = (await deskRows('h1', 'am', CHIEF)).find(({ name }) => name === '王二姐');
  if (!came) throw new Error('who just came is not on the list');
  month.write('王二姐', came, 'walk-in', came.seat);
  await running.browser.putAway(desk);
}

test('proposed, published, booked by forty, a substitute found, received at two desks, counted', async () => {
  await proposeAndPublish();
  await bookForSelfAndGrandmother();
  await bookOnBehalf();
  await waitForAPlace();
  await bookTheRest(40);
  const live = [...month.ledger.values()].filter(({ end }) => end !== 'cancelled');
  expect(live).toHaveLength(40);
  const { seat, ill, substitute } = await fallIll();
  expect((await month.receivers()).get(seat)?.person).toBe(substitute);
  const there = live.find((line) => line.seat === seat && line.origin === 'phone');
  expect((await month.slipOf(there?.who ?? '')).receiver?.person).not.toBe(ill.person);

  running.run.cloud.clock.set(ON_THE_DAY);
  await receiveAtTheScreen();
  await receiveByTurns(month);
  const record = await compareWithLedger(month);
  const page = await openPhone(STAFF, `office/record/record?date=${DAY}`);
  await see(page, '谁接待了多少');
  const words = (await page.locator('phone-page').innerText()).replace(/\s+/g, ' ');
  const visits = record.homes.reduce((sum, home) => sum + home.visits, 0);
  expect(words).toContain(`${String(visits)} 接待人次 5 直接来的`);
  expect(words).toContain(`镇代表 ${String(record.byLevel.town.visits)} 人次`);
  await running.browser.putAway(page);
}, 420_000);
