/**
 * `npm run bench:cloud`: what the local cloud's database costs through the real SDK. Prints a table and, as its
 * last line, one JSON object. Ends with an error when a goal is missed. `ratio` compares processor time,
 * `wallRatio` the clock's, each with the point read of the same run.
 */
import { fork, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { init } from '@cloudbase/node-sdk';
import { DOCUMENTS, documentId, instantOf } from './cloud-data';
import { printTable, quantile, round } from './figures';

const PARALLEL = 50;
/** Calls of one kind in one round; the kinds take turns, so that whatever else the machine does falls out. */
const CALLS = 250;
const ROUNDS = 32;
/** Rounds before that, which are not counted. */
const WARM_UP = 4;

/** Without these the SDK looks for a metadata server before each call. */
Object.assign(process.env, {
  TENCENTCLOUD_RUNENV: 'SCF',
  TENCENTCLOUD_REGION: 'local',
  SCF_NAMESPACE: 'local',
  SILENCE: 'true',
});

const GOALS = { examined: 40, conditionalUpdate: 1.5, indexedPage: 2 };

type Call = (n: number) => Promise<void>;

interface Server {
  readonly process: ChildProcess;
  readonly port: number;
  readonly examined: number;
  readonly rows: number;
}

function startServer(): Promise<Server> {
  const child = fork(join(__dirname, 'cloud-server.ts'), { execArgv: ['--import', 'tsx'] });
  return new Promise((resolve, reject) => {
    child.once('message', (message) => {
      resolve({ process: child, ...(message as Omit<Server, 'process'>) });
    });
    child.once('exit', (code) => {
      reject(new Error(`the local cloud ended with ${String(code)}`));
    });
  });
}

/** The calls that are compared, each on documents of its own choice. */
function makeCalls(port: number): Record<string, Call> {
  const serviceUrl = `http://127.0.0.1:${String(port)}/admin`;
  const app = init({ env: 'local', secretId: 'local', secretKey: 'local', serviceUrl, keepalive: true });
  const database = app.database();
  const { and, gte, inc, lt, or } = database.command;
  const requests = database.collection('requests');
  const check = (holds: boolean): void => {
    if (!holds) throw new Error('a call of the bench gave a wrong answer');
  };
  const pick = (n: number): number => (n * 7919) % DOCUMENTS;
  return {
    pointRead: async (n) => {
      const { data } = (await requests.doc(documentId(pick(n))).get()) as { data: unknown[] };
      check(data.length === 1);
    },
    conditionalUpdate: async (n) => {
      const matching = requests.where({ _id: documentId(pick(n)), rev: gte(1) });
      const result = (await matching.update({ count: inc(1), rev: inc(1) })) as { updated: number };
      check(result.updated === 1);
    },
    indexedPage: async (n) => {
      const at = instantOf(5000 + (pick(n) % (DOCUMENTS - 5000)));
      const id = `t3~r${String(pick(n)).padStart(6, '0')}`;
      const where = and([{ township: 't3' }, or([{ at: lt(at) }, { at, _id: lt(id) }])]) as object;
      const page = requests.where(where).orderBy('at', 'desc').orderBy('_id', 'desc').limit(20);
      const { data } = (await page.get()) as { data: unknown[] };
      check(data.length === 20);
    },
  };
}

interface Round {
  readonly wallUs: number;
  /** Processor time of both processes; it does not mind what else the machine does. */
  readonly cpuUs: number;
  readonly times: readonly number[];
}

function readServerCpu(server: ChildProcess): Promise<number> {
  return new Promise((resolve) => {
    server.once('message', (message) => {
      resolve((message as { cpuUs: number }).cpuUs);
    });
    server.send('cpu');
  });
}

async function readCpu(server: ChildProcess): Promise<number> {
  const { user, system } = process.cpuUsage();
  return user + system + (await readServerCpu(server));
}

/** All calls of one kind, so many at once; microseconds a call over the whole, milliseconds of each. */
async function runRound(server: ChildProcess, call: Call, from: number): Promise<Round> {
  const times: number[] = [];
  let next = from;
  const work = async (): Promise<void> => {
    while (next < from + CALLS) {
      const began = performance.now();
      await call(next++);
      times.push(performance.now() - began);
    }
  };
  const [cpu, began] = [await readCpu(server), performance.now()];
  await Promise.all(Array.from({ length: PARALLEL }, work));
  const wallUs = ((performance.now() - began) * 1000) / CALLS;
  return { wallUs, cpuUs: ((await readCpu(server)) - cpu) / CALLS, times };
}

async function measure(server: Server): Promise<Map<string, Round[]>> {
  const rounds = new Map<string, Round[]>();
  const calls = Object.entries(makeCalls(server.port));
  for (let at = -WARM_UP; at < ROUNDS; at++) {
    for (const [name, call] of calls) {
      const round = await runRound(server.process, call, (at + WARM_UP) * CALLS);
      if (at >= 0) rounds.set(name, [...(rounds.get(name) ?? []), round]);
    }
  }
  return rounds;
}

function summarise(rounds: ReadonlyMap<string, readonly Round[]>) {
  const typical = (name: string, pick: (round: Round) => number): number => {
    return quantile((rounds.get(name) ?? []).map(pick), 0.5);
  };
  const compared = (name: string, pick: (round: Round) => number): number => {
    return round(typical(name, pick) / typical('pointRead', pick), 2);
  };
  return [...rounds].map(([call, list]) => {
    const times = list.flatMap((one) => one.times);
    return {
      call,
      perSecond: Math.round(1e6 / typical(call, ({ wallUs }) => wallUs)),
      p50Ms: quantile(times, 0.5),
      p95Ms: quantile(times, 0.95),
      wallRatio: compared(call, ({ wallUs }) => wallUs),
      cpuUs: Math.round(typical(call, ({ cpuUs }) => cpuUs)),
      ratio: compared(call, ({ cpuUs }) => cpuUs),
    };
  });
}

async function main(): Promise<void> {
  const server = await startServer();
  const rows = summarise(await measure(server));
  server.process.removeAllListeners('exit');
  server.process.disconnect();
  printTable(`${String(PARALLEL)} calls at once through the SDK, ${String(DOCUMENTS)} documents`, rows);
  const figures = Object.fromEntries(rows.map(({ call, ...figure }) => [call, figure]));
  const page = { rows: server.rows, examined: server.examined };
  const goals = {
    examined: server.rows === 20 && server.examined <= GOALS.examined,
    conditionalUpdate: (figures['conditionalUpdate']?.ratio ?? Infinity) <= GOALS.conditionalUpdate,
    indexedPage: (figures['indexedPage']?.ratio ?? Infinity) <= GOALS.indexedPage,
  };
  console.log(JSON.stringify({ documents: DOCUMENTS, parallel: PARALLEL, page, ...figures, goals }));
  if (Object.values(goals).includes(false)) process.exitCode = 1;
}

void main();
