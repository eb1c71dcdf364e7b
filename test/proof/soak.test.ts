/**
 * Months of a township, one after another, on the whole product in a process of its own: a mixed crowd through the
 * gateway, the clock jumping by days with its timers. The server's memory does not grow with what was done, the folder
 * no faster than it (what is old goes, so that the number of documents says nothing of that); nothing is left
 * undelivered, and in the end the ledger equals its recount and every seal holds.
 * SOAK_MONTHS names another number of months, SOAK_MINUTES how long at most new ones begin, SOAK_LOG a file for a line
 * of each.
 */
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { CalendarYear } from '../../miniprogram/contract/roster';
import { recount } from '../../local/recount';
import { verifyAudit } from '../../local/audit-verify';
import { withStoredData } from '../../local/stored-data';
import type { Answer } from '../support/cloud';
import { Crowd, TOWNSHIP, type Invoke } from './soak-crowd';
import type { Measured } from './soak-server';

const { SOAK_MONTHS, SOAK_MINUTES, SOAK_LOG } = process.env;
const MONTHS = Number(SOAK_MONTHS ?? 3);
/** As performance.now() counts. */
const LAST_BEGINS = Number(SOAK_MINUTES ?? Infinity) * 60_000;
/** What happens on a busy day; a month has six of these. */
const ACTS_A_DAY = 60;
const BUSY_DAYS = [2, 5, 9, 14, 20, 26];
const BEGIN = '2026-01-02';
const LOADER = resolve(__dirname, '../../node_modules/tsx/dist/loader.mjs');
const DAY_MS = 86_400_000;
/** Nothing is kept of what was done: the second half's memory against the first's. */
const HEAP_RATIO = 1.1;
/** Pages of a database fill unevenly. */
const FOLDER_RATIO = 1.5;
jest.setTimeout(600_000 + MONTHS * 600_000);

const dataDir = mkdtempSync(join(tmpdir(), 'soak-'));
let child: ChildProcess | undefined;
afterAll(async () => {
  if (child?.kill()) await once(child, 'close');
  rmSync(dataDir, { recursive: true });
});

const instantOf = (date: string, time: string): number => Date.parse(`${date}T${time}:00+08:00`);
const dateOf = (instant: number): string => new Date(instant + 8 * 3_600_000).toISOString().slice(0, 10);

class Server {
  private constructor(
    private readonly child: ChildProcess,
    private readonly url: string,
  ) {}

  static async start(now: number): Promise<Server> {
    const options = { execArgv: ['--expose-gc', '--import', LOADER] };
    child = fork(resolve(__dirname, 'soak-server.ts'), [dataDir, String(now)], options);
    const [{ url }] = (await once(child, 'message')) as [{ url: string }];
    return new Server(child, url);
  }

  readonly invoke: Invoke = async (fn, action, input, { openid, key }) => {
    const response = await fetch(`${this.url}/invoke/${fn}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(openid !== undefined && { 'x-wx-openid': openid }) },
      body: JSON.stringify({ action, input, key }),
    });
    const { result, errCode } = (await response.json()) as { result?: Answer; errCode?: number };
    return result ?? { ok: false, code: `platform:${String(errCode)}`, cost: { calls: 0, examined: 0 } };
  };

  /** The clock jumps there; what comes due by then runs to its end. */
  async jump(now: number): Promise<void> {
    const body = JSON.stringify({ clock: { set: now } });
    const response = await fetch(`${this.url}/control`, { method: 'POST', body });
    expect([response.status, response.status === 200 || (await response.text())]).toEqual([200, true]);
  }

  async measure(): Promise<Measured> {
    this.child.send('measure');
    return ((await once(this.child, 'message')) as [Measured])[0];
  }

  async end(): Promise<void> {
    this.child.send('end');
    await once(this.child, 'close');
  }
}

/** One day: the morning's timers, what persons do in between, the evening's timers. Answers when it ended. */
async function liveDay(server: Server, crowd: Crowd, date: string, acts: number): Promise<void> {
  for (const time of ['08:00', '08:01']) await server.jump(instantOf(date, time));
  for (let n = 0; n < acts; n++) {
    await crowd.act(date);
    // A minute for every third act, so that nobody asks sixty times in one.
    if (n % 3 === 2) await server.jump(instantOf(date, '08:30') + n * 100_000);
  }
  for (const time of ['18:00', '18:01', '22:00', '22:01']) await server.jump(instantOf(date, time));
}

/** The month's reception day; its seats are drawn up and opened where that has not been done. */
async function openMonth(crowd: Crowd, date: string): Promise<string | undefined> {
  const year = Number(date.slice(0, 4));
  const { data } = await crowd.ask('reception', 'calendarYear', 'bh-staff', { year });
  const day = (data as CalendarYear).days.find((one) => one.date.slice(0, 7) === date.slice(0, 7));
  if (day && (day.state === 'none' || day.state === 'draft')) await crowd.publish(day.date);
  return day?.date;
}

interface Month extends Measured {
  /** What was done by then. */
  readonly acts: number;
}

/** For whoever waits: a line a month. */
function sayMonth({ dead, ...measured }: Month, month: number): string {
  return `${JSON.stringify({ month, ...measured, dead: dead.length })}\n`;
}

function median(all: readonly number[]): number {
  return [...all].sort((one, other) => one - other)[all.length >> 1] ?? 0;
}

/** Both have the one in the middle, so that what grew in each is between its ends. */
function inHalves<T>(all: readonly T[]): [T[], T[]] {
  const middle = all.length >> 1;
  return [all.slice(0, middle + 1), all.slice(middle)];
}

/** Bytes of the folder for each act more. */
function growthOf(span: readonly Month[]): number {
  const [first, last] = [span[0], span.at(-1)];
  if (!first || !last) return Infinity;
  return (last.folder - first.folder) / Math.max(1, last.acts - first.acts);
}

test('months of a mixed crowd leave nothing behind but what was done', async () => {
  const server = await Server.start(instantOf(BEGIN, '07:00'));
  const crowd = new Crowd(server.invoke, 20260102);
  const measure = async (): Promise<Month> => ({ acts: crowd.count, ...(await server.measure()) });
  const months = [await measure()];
  let reception: string | undefined;
  let day = instantOf(BEGIN, '00:00');
  for (; months.length <= MONTHS; day += DAY_MS) {
    const date = dateOf(day);
    const dayOfMonth = Number(date.slice(8));
    if (dayOfMonth === 2) reception = await openMonth(crowd, date);
    await liveDay(server, crowd, date, BUSY_DAYS.includes(dayOfMonth) ? ACTS_A_DAY : 0);
    if (date === reception) await crowd.receive(date);
    if (dayOfMonth !== 28) continue;
    const month = await measure();
    if (SOAK_LOG !== undefined) appendFileSync(SOAK_LOG, sayMonth(month, months.length));
    months.push(month);
    if (performance.now() > LAST_BEGINS) break;
  }
  await server.end();
  expect(crowd.failures()).toEqual([]);
  expect(crowd.neverGranted()).toEqual([]);
  expect(months.flatMap(({ dead }) => dead)).toEqual([]);
  const said = months.map(sayMonth).join('');
  // The first months warm what is compiled and remembered; from then on a month adds nothing.
  const settled = months.slice(Math.floor((months.length - 1) / 3));
  const [early, late] = inHalves(settled).map((half) => median(half.map(({ heap }) => heap)));
  expect([said, (late ?? Infinity) <= (early ?? 0) * HEAP_RATIO]).toEqual([said, true]);
  const [before, after] = inHalves(months).map(growthOf);
  expect([said, (after ?? Infinity) <= (before ?? 0) * FOLDER_RATIO]).toEqual([said, true]);
  await withStoredData(dataDir, (database) => {
    expect(recount(database, TOWNSHIP)).toEqual([]);
    const sealed = verifyAudit(database, day).get(TOWNSHIP);
    expect(sealed).toMatchObject({ unsealed: 0 });
    expect(sealed?.broken).toBeUndefined();
  });
});
