/** What a villager sees when something is in the way: no network, a full time, a closed day, a second booking. */
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { openRequest } from '../../cloudfunctions/request/store';
import { fill, press, see, waitForPage } from '../support/browser';
import { startRunning, type Running } from './support/running';

const PICTURES = resolve(__dirname, '../../test-results/bad-luck');
const VILLAGER = 'bh-villager-3';

let running: Running;

beforeAll(async () => {
  mkdirSync(PICTURES, { recursive: true });
  running = await startRunning('bad-luck', Date.parse('2026-11-23T09:00:00+08:00'), 'bh.v8');
}, 90_000);

afterEach(() => running.browser.putAllAway());
afterAll(() => running.close(), 30_000);

const open = (page: string) => running.openPhone(VILLAGER, page);

/** Requests of this villager in the database. */
function stored(text: string): object[] {
  return [...running.run.cloud.database.exportDocuments('requests')].filter(
    (request) => openRequest(request as { text?: string }).text === text,
  );
}

test('without a network the request stays on the phone, and one press later it is sent, once', async () => {
  const text = '桥头的护栏断了一截，夜里看不见';
  const phone = await open('pages/submit/submit');
  await fill(phone, '写：什么地方、什么事、多久了', text);
  await press(phone, '道路桥梁');
  await see(phone, '会交给');
  const keys: string[] = [];
  // The answer is lost after the server has written: the worst moment for a second request to be born.
  await phone.route('**/invoke/request', async (route) => {
    const event = route.request().postDataJSON() as { action: string; key?: string };
    if (event.action !== 'submit') return route.continue();
    keys.push(event.key ?? '');
    await route.fetch();
    return route.abort('internetdisconnected');
  });
  await press(phone, '提交');
  await see(phone, /没有网络|网络/);
  await phone.screenshot({ path: join(PICTURES, 'submit-offline.png') });
  running.browser.errors.splice(0);

  await phone.reload();
  await waitForPage(phone, 'pages/submit/submit');
  expect(await phone.locator('[placeholder="写：什么地方、什么事、多久了"]').inputValue()).toBe(text);
  await phone.unrouteAll();
  phone.on('request', (request) => {
    const event =
      request.url().endsWith('/invoke/request') &&
      (request.postDataJSON() as { action: string; key?: string });
    if (event && event.action === 'submit') keys.push(event.key ?? '');
  });
  await press(phone, '提交');
  await waitForPage(phone, 'more/progress/progress');
  expect(new Set(keys).size).toBe(1);
  expect(keys.length).toBeGreaterThan(1);
  expect(stored(text)).toHaveLength(1);
}, 90_000);

test('a second booking of the same person, then a closed day: each its own sentence, the landline stays', async () => {
  const phone = await open('more/booking/booking');
  await fill(phone, '如：李婶、王大爷', '王师傅');
  await press(phone, '确认预约');
  await waitForPage(phone, 'more/slip/slip');

  const second = await open('more/booking/booking');
  await fill(second, '如：李婶、王大爷', '王师傅');
  await press(second, '确认预约');
  await see(second, /已经约过|已经有/);
  await second.screenshot({ path: join(PICTURES, 'already-booked.png') });

  const late = await open('more/booking/booking');
  await running.run.cloud.control({ clock: { set: '2026-12-06T18:00:00+08:00' } });
  await fill(late, '如：李婶、王大爷', '孙大娘');
  await press(late, '确认预约');
  await see(late, /截止/);
  await late.screenshot({ path: join(PICTURES, 'closed.png') });
}, 90_000);
