/**
 * Doors for everybody: from a scanned code, by taps alone, each identity of the table comes to the pages of its roles
 * and to no other, no entry leads to a refusal, and no page is given more than 16 KB at once.
 */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { startRunning, type Running } from '../e2e/support/running';
import { crawl } from './crawl';
import { REACHED } from './doors';

const NOW = Date.parse('2026-12-04T09:00:00+08:00');

const app = JSON.parse(readFileSync(resolve(__dirname, '../../miniprogram/app.json'), 'utf8')) as {
  pages: string[];
};
const TABS = app.pages.filter((page) => page !== 'pages/choose/choose');

/** Of one setData (bytes). */
const MOST_BYTES = 16 * 1024;

/** Longer than the window in which calls are counted (ms); short enough that the morning stays the morning. */
const STEP_MS = 61_000;

let running: Running;
const passTime = () => running.run.cloud.control({ clock: { advanceMs: STEP_MS } });

beforeAll(async () => {
  running = await startRunning('doors', NOW);
}, 90_000);
afterAll(() => running.close(), 30_000);

test.each(Object.keys(REACHED))(
  '%s',
  async (openid) => {
    const phone = await running.openPhone(openid, 'pages/home/home');
    const { found, refused, given } = await crawl(phone, TABS, passTime);
    expect(refused).toEqual([]);
    expect(given.filter(({ bytes }) => bytes > MOST_BYTES)).toEqual([]);
    expect([...found.keys()].sort()).toEqual([...(REACHED[openid] ?? [])].sort());
    await phone.context().close();
  },
  900_000,
);
