import { mkdtempSync, rmSync } from 'node:fs';
import { type Server, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type CloudOptions, type InvokeAnswer, type LocalCloud, startCloud } from '../../local/cloudbase';
import { type VirtualClock, createClock, parseInstant } from '../../local/cloudbase/clock';
import type { Cost, DuplicateCode, LocalDatabase } from '../../local/cloudbase/database/types';
import { countEvents, DEATHS, DIED, hasToDie, noteDied, underDeaths, type World } from './death-law';
import { TEST_FIELD_KEYS } from './given';
import { inlineInstances } from './inline-instance';
import { countWrites } from './writes';

export interface TestCloudOptions {
  /** Folder of built functions; `dist/cloudfunctions` of this repository unless given. */
  readonly functions?: string;
  /** Where the clock starts, with a zone: `2026-12-01T09:00:00+08:00`. The real time unless given. */
  readonly now?: string;
  /** What an undeclared scan over more than 200 documents is; an error unless given. */
  readonly strictScans?: 'error' | 'warn';
  /** Which form a duplicate key's error takes; run a suite with both. */
  readonly duplicateCode?: DuplicateCode;
  /** What the platform answers where nobody has confirmed it (docs/limits.md). */
  readonly answers?: Pick<CloudOptions, 'aggregateDefaultLimit' | 'updateAndReturn' | 'updatedCounts'>;
  /** Added to the functions' environment. `FIELD_KEYS` is there already. */
  readonly env?: Readonly<Record<string, string>>;
  /** True: timers fire when the clock reaches or jumps over them. Off unless given. */
  readonly timers?: boolean;
  readonly instancesPerFunction?: number;
  /**
   * True: each instance is a process of its own, reached through HTTP. What tries the local cloud itself asks for it, and
   * the storms and deaths of booking.
   */
  readonly processes?: boolean;
  /** True: there is a gateway for short messages, which records them on /wechat. Off unless given. */
  readonly sms?: boolean;
  /** Kept when the cloud closes; a temporary folder of its own, removed on close, unless given. */
  readonly dataDir?: string;
}

export interface Caller {
  /** Whose phone it is; without it there is no identity at all, and functions refuse. */
  readonly openid?: string;
  /** The phone's idempotency key, for writes. */
  readonly key?: string;
  /** The phone says that it tries again. */
  readonly again?: true;
}

/** The answer of a function as it stands on the wire, with what it cost. */
export interface Answer {
  readonly ok: boolean;
  readonly data?: unknown;
  /** The refusal's code; `platform:<errCode>` where the function did not answer at all (crash, time-out). */
  readonly code?: string;
  readonly details?: unknown;
  /** The platform's sentence, only with a `platform:` code. */
  readonly errMsg?: string;
  readonly cost: Cost;
}

export interface TestCloud {
  /** Root of the HTTP server: `http://127.0.0.1:<port>`, for tests of the wire itself. */
  readonly url: string;
  readonly database: LocalDatabase;
  readonly clock: VirtualClock;
  readonly cloud: LocalCloud;
  /** Every line of the cloud and of what functions printed. */
  readonly log: readonly string[];
  /** Calls an action through HTTP and the real function host, as a phone would. Never throws for a refusal. */
  invoke(functionName: string, action: string, input: unknown, caller?: Caller): Promise<Answer>;
  /** The same for an event that is JSON text already, with what JavaScript cannot write. */
  send(functionName: string, event: string, openid: string): Promise<Omit<InvokeAnswer, 'cost'>>;
  control: LocalCloud['control'];
  /**
   * Minutes of the relay until one has shipped nothing more: on a busy machine a run ends with its budget of time, and
   * the next one goes on.
   */
  relayAll(): Promise<void>;
  close(): Promise<void>;
}

/**
 * A whole local cloud for one test file: real HTTP on a free port of the loopback, real function processes,
 * an empty database in a temporary folder, timers off, undeclared scans an error.
 *
 * ```ts
 * const cloud = await startTestCloud({ now: '2026-12-01T09:00:00+08:00' });
 * await cloud.database.importDocuments('homes', [{ _id: 'h1', township: 't1' }]);
 * const answer = await cloud.invoke('reception', 'book', { township: 't1', … }, { openid: 'o1', key: 'k1' });
 * expect(answer).toMatchObject({ ok: true, cost: { calls: 1 } });
 * cloud.clock.set(Date.parse('2026-12-04T18:00:00+08:00'));
 * await cloud.control({ faults: { killAfterCall: 1 } }); // the next invocation dies after its first call
 * await cloud.control({ runTimers: true });
 * await cloud.close();
 * ```
 *
 * Starting takes about 50 ms, the first call of each function a cold start more: start one per file and
 * empty it between tests with `database.drop()`. With the default `functions` the artefacts must have been
 * built before; a missing function answers `platform:-501000`.
 */
export async function startTestCloud(options: TestCloudOptions = {}): Promise<TestCloud> {
  const dataDir = options.dataDir ?? mkdtempSync(join(tmpdir(), 'local-cloud-'));
  const clock = createClock(options.now === undefined ? undefined : readInstant(options.now));
  const log: string[] = [];
  const inline = options.processes === true ? undefined : inlineInstances();
  const cloud = await startCloud({
    dataDir,
    functionsDir: options.functions ?? resolve(__dirname, '../../dist/cloudfunctions'),
    clock,
    // What is submitted can be read at once; the tests of the check switch it on.
    functionEnv: { FIELD_KEYS: TEST_FIELD_KEYS, CONTENT_CHECK: 'off', ...options.env },
    strictScans: options.strictScans ?? 'error',
    ...options.answers,
    ...(options.duplicateCode === undefined ? {} : { duplicateCode: options.duplicateCode }),
    ...(options.instancesPerFunction === undefined
      ? {}
      : { instancesPerFunction: options.instancesPerFunction }),
    ...(inline && { startInstance: inline.start }),
    sms: options.sms ?? false,
    timers: options.timers ?? false,
    log: (line) => log.push(line),
  });
  const server = await listen(cloud);
  const url = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  cloud.setOrigin(url);
  inline?.connect(cloud);
  const deaths = prepareDeaths(cloud);
  return {
    url,
    clock,
    cloud,
    log,
    database: cloud.database,
    invoke(functionName, action, input, caller) {
      const run = () =>
        inline
          ? callInline(cloud, functionName, { action, input }, caller ?? {})
          : call(url, functionName, { action, input }, caller ?? {});
      const name = `${functionName}.${action}`;
      if (caller?.key === undefined) return run();
      if (deaths.areArmed()) return noting(name, run);
      return hasToDie(name, true) ? underDeaths(name, deaths.worldOf(functionName), run) : run();
    },
    send: (functionName, event, openid) =>
      inline
        ? cloud.invoke(functionName, JSON.parse(event) as unknown, { openid })
        : post(url, functionName, event, openid).then(readAnswer),
    control: (command) => deaths.control(spareLives(command)),
    relayAll: () => relayAll(cloud),
    async close() {
      await cloud.close();
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
      if (options.dataDir === undefined) rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

interface Deaths {
  /** By the test itself. */
  areArmed(): boolean;
  control: LocalCloud['control'];
  worldOf(functionName: string): World;
}

async function noting(name: string, run: () => Promise<Answer>): Promise<Answer> {
  const answer = await run();
  if (answer.code === DIED) noteDied(name, 1);
  return answer;
}

/** For death-law.ts: an instance of this cloud dies at a call. */
function prepareDeaths(cloud: LocalCloud): Deaths {
  const { database } = cloud;
  let armed = false;
  const writes = DEATHS ? countWrites(database) : () => 0;
  const rows = function* () {
    for (const name of database.collectionNames()) yield [name, [...database.exportDocuments(name)]] as const;
  };
  return {
    areArmed: () => armed,
    control(command) {
      if (command.faults) armed = Object.keys(command.faults).length > 0;
      return cloud.control(command);
    },
    worldOf: (fn) => ({
      keep: () => database.keep(),
      count: (onceAnId) => countEvents(rows(), onceAnId),
      writes,
      async dieAt(call, act) {
        await cloud.control({ faults: { killBeforeCall: call, function: fn } });
        const { code } = await act();
        await cloud.control({ faults: {} });
        return code === DIED;
      },
    }),
  };
}

/** With NOBODY_DIES=1, for test/gates/deaths.test.ts: no fault kills, and what is said about deaths must fail. */
function spareLives(command: Parameters<LocalCloud['control']>[0]): typeof command {
  if (process.env['NOBODY_DIES'] !== '1' || !command.faults) return command;
  const { killBeforeCall: _before, killAfterCall: _after, killTimes: _times, ...faults } = command.faults;
  return { ...command, faults };
}

function readInstant(text: string): number {
  const instant = parseInstant(text);
  if (instant === undefined)
    throw new RangeError(`now needs a zone, e.g. 2026-12-01T09:00:00+08:00: ${text}`);
  return instant;
}

const MINUTES_AT_MOST = 60;

async function relayAll(cloud: LocalCloud): Promise<void> {
  for (let minute = 0; minute < MINUTES_AT_MOST; minute++) {
    const timer = { Type: 'Timer', TriggerName: 'every-minute' };
    const { result } = await cloud.invoke('notify', timer, { timer: true });
    const { events = 0 } = (result as { data?: { events?: number } } | undefined)?.data ?? {};
    if (events === 0) return;
  }
  throw new Error('the relay does not come to rest');
}

async function listen(cloud: LocalCloud): Promise<Server> {
  const server = createServer((request, response) => {
    void cloud.handle(request, response).then((ours) => {
      if (!ours) response.writeHead(404).end();
    });
  });
  // Longer than any test: an idle connection closed by the server just as a test uses it again is a false alarm.
  server.keepAliveTimeout = 120_000;
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return server;
}

async function callInline(
  cloud: LocalCloud,
  functionName: string,
  event: { action: string; input: unknown },
  { openid, key, again }: Caller,
): Promise<Answer> {
  const text = JSON.stringify({ ...event, key, again });
  const caller = openid === undefined ? {} : { openid };
  return toAnswer(await cloud.invoke(functionName, JSON.parse(text) as unknown, caller));
}

function toAnswer({ result, errCode, errMsg, cost }: InvokeAnswer): Answer {
  if (errCode === undefined) return { ...(result as Omit<Answer, 'cost'>), cost };
  return { ok: false, code: `platform:${String(errCode)}`, errMsg: errMsg ?? '', cost };
}

async function call(
  url: string,
  functionName: string,
  event: { action: string; input: unknown },
  { openid, key, again }: Caller,
): Promise<Answer> {
  const response = await post(url, functionName, JSON.stringify({ ...event, key, again }), openid);
  const cost: Cost = {
    calls: Number(response.headers.get('x-db-calls')),
    examined: Number(response.headers.get('x-db-examined')),
  };
  return toAnswer({ ...(await readAnswer(response)), cost });
}

function post(url: string, functionName: string, body: string, openid?: string): Promise<Response> {
  return fetch(`${url}/invoke/${functionName}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(openid === undefined ? {} : { 'x-wx-openid': openid }),
    },
    body,
  });
}

async function readAnswer(response: Response): Promise<Omit<InvokeAnswer, 'cost'>> {
  return (await response.json()) as Omit<InvokeAnswer, 'cost'>;
}

/** Waits for something that no call answers for, such as the end of a process; fails after 20 seconds. */
export async function eventually(happened: () => boolean | Promise<boolean>): Promise<void> {
  const until = performance.now() + 20_000;
  while (!(await happened())) {
    if (performance.now() > until) throw new Error(`did not happen: ${happened.toString()}`);
    await new Promise((done) => setTimeout(done, 5));
  }
}
