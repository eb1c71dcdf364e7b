/**
 * The eve of the common reception day in a district of sixty townships, in a time of its own: every database call takes
 * so many milliseconds, and calls that wait at the same time take them together. This machine's seconds are not asked.
 */
import { remindOfEve } from '../../../cloudfunctions/notify/reminders/remind-eve';
import { sendDigest } from '../../../cloudfunctions/notify/reminders/send-digest';
import { main as notify } from '../../../cloudfunctions/notify/index';
import { DISTRICT } from '../../../cloudfunctions/registry/store';
import config from '../../../cloudfunctions/notify/config.json';
import { startInProcess, type InProcessCloud } from '../../support/in-process';
import { turnstile } from '../../support/memory-database';

jest.mock('../../../cloudfunctions/shared/database', () =>
  jest.requireActual<object>('../../support/memory-database'),
);

// A run of sixty townships, on a machine that others use too.
jest.setTimeout(120_000);

const HALF_MS = (config.timeout * 1_000) / 2;
const TOWNSHIPS = Array.from({ length: 60 }, (_, at) => `t${String(at)}`);
const EVE = Date.parse('2026-12-06T09:00:30+08:00');
const DAY = '2026-12-07';
let cloud: InProcessCloud;
let seed: Readonly<Record<string, readonly object[]>>;
let requests: readonly object[];

/** The sample's township once more under another id. */
function copyTo(township: string, documents: readonly object[]): object[] {
  const text = JSON.stringify(documents).replace(/"bh(["~])/g, `"${township}$1`);
  return JSON.parse(text) as object[];
}

beforeAll(async () => {
  cloud = await startInProcess({ notify });
  const own = (name: string) =>
    cloud
      .documents<{ _id: string; township: string; date?: string }>(name)
      .filter(({ township, date = DAY }) => township === 'bh' && date === DAY);
  requests = copyTo('t1', own('requests'));
  seed = Object.fromEntries(
    ['townships', 'invitations', 'days'].map((name) => [
      name,
      TOWNSHIPS.flatMap((township) => copyTo(township, own(name))),
    ]),
  );
});
beforeEach(() => {
  for (const name of [
    'requests',
    'inbox',
    'messages',
    'reminders',
    'rosters',
    'figures',
    'articles',
    'audit',
  ])
    cloud.replace(name, []);
  for (const [name, documents] of Object.entries(seed)) cloud.replace(name, documents);
  const list = { _id: DISTRICT, township: DISTRICT, rev: 1, townships: TOWNSHIPS };
  cloud.replace('townships', [list, ...cloud.documents<object>('townships')]);
  cloud.clock.set(EVE);
});

/** One minute's run of the timer; what it called, and how long it took at `callMs` a call. */
async function runRelay(callMs: number): Promise<{ calls: number; tookMs: number }> {
  const waiting: (() => void)[] = [];
  const [pass, calls, began] = [turnstile.pass, turnstile.calls, cloud.clock.now()];
  let over = false;
  const pump = (): void => {
    if (over) return;
    if (waiting.length > 0) cloud.clock.set(cloud.clock.now() + callMs);
    for (const go of waiting.splice(0)) go();
    setImmediate(pump);
  };
  turnstile.pass = () => new Promise((go) => waiting.push(go));
  process.env['TRIGGER_SRC'] = 'timer';
  delete process.env['WX_OPENID'];
  setImmediate(pump);
  try {
    expect(await notify({ Type: 'Timer', TriggerName: 'every-minute' })).toMatchObject({ ok: true });
  } finally {
    over = true;
    turnstile.pass = pass;
    delete process.env['TRIGGER_SRC'];
  }
  return { calls: turnstile.calls - calls, tookMs: cloud.clock.now() - began };
}

const reminded = () =>
  cloud.documents<{ township: string; eve: string }>('reminders').filter(({ eve }) => eve === `${DAY}#1`);

test('one run reminds all sixty, within half of its time', async () => {
  const { calls, tookMs } = await runRelay(20);
  console.info(`sixty townships: ${String(calls)} calls, ${String(tookMs)} ms at 20 ms a call`);
  expect(reminded()).toHaveLength(TOWNSHIPS.length);
  expect(tookMs).toBeLessThan(HALF_MS);
  // One after the other they would not have been through.
  expect(calls * 20).toBeGreaterThan(HALF_MS);
});

test('a database ten times slower: each run ends in time, the next minutes do the rest, nobody is told twice', async () => {
  let runs = 0;
  while (reminded().length < TOWNSHIPS.length && runs < 20) {
    const before = reminded().length;
    const { tookMs } = await runRelay(200);
    expect(tookMs).toBeLessThan(config.timeout * 1_000);
    expect(reminded().length).toBeGreaterThan(before);
    cloud.clock.set(EVE + ++runs * 60_000);
  }
  expect(runs).toBeGreaterThan(1);
  const rows = cloud.documents<{ township: string }>('inbox');
  const ofOne = rows.filter(({ township }) => township === 't0').length;
  expect(ofOne).toBeGreaterThan(0);
  for (const each of TOWNSHIPS) expect(rows.filter(({ township }) => township === each)).toHaveLength(ofOne);
});

test('the eve costs at most three calls for each who is told', async () => {
  const before = turnstile.calls;
  const told = await remindOfEve('t1', DAY, EVE);
  expect(told).toBeGreaterThan(5);
  expect(turnstile.calls - before).toBeLessThanOrEqual(3 * told);
});

test('so does the digest', async () => {
  cloud.replace('requests', requests);
  const morning = Date.parse('2026-12-08T08:00:30+08:00');
  cloud.clock.set(morning);
  const before = turnstile.calls;
  const told = await sendDigest('t1', '2026-12-08', morning);
  expect(told).toBeGreaterThanOrEqual(5);
  expect(turnstile.calls - before).toBeLessThanOrEqual(3 * told);
});
