/**
 * The artefact with every database call held back until it is let through, so that a test decides how
 * invocations interleave. One process, one invocation running at a time, all through the real SDK and wire.
 * Each call says whose it is, so that one that is sent again (the client gave up waiting) is not taken for another's.
 */
import { AsyncLocalStorage } from 'node:async_hooks';
import { mkdtempSync, rmSync } from 'node:fs';
import http, { type IncomingMessage, type RequestOptions } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Answer } from '../../../../miniprogram/contract/wire';
import { openDatabase } from '../../../../local/cloudbase/database';
import type { Cost, LocalDatabase, Wire } from '../../../../local/cloudbase/database/types';
import { AdminCall, answerCall } from '../../../support/admin-call';
import { TEST_FIELD_KEYS } from '../../../support/cloud';

interface Held {
  action: string;
  body: Wire;
  answer(reply: object): void;
  breakOff(): void;
}

export interface Invocation {
  openid: string;
  /** The database call that it waits for. */
  held?: Held | undefined;
  /** How often in a row it has sent this call: it does not know what became of the earlier ones. */
  attempts: number;
  /** How many different calls it has sent. */
  calls: number;
  /** What came back, once it has. */
  answer?: Answer<unknown>;
  /** With an answer, or by an error that whoever steps it is thrown. */
  ended: boolean;
}

/** What becomes of a call: `lost` is carried out and not answered, `dropped` never arrives. */
export type Fate = 'answered' | 'lost' | 'dropped';

/** What became of a database call that was let through. */
export interface Passed {
  action: string;
  /** Documents changed, for writes. */
  updated?: number;
}

type Main = (event: unknown) => Promise<Answer<unknown>>;

interface Open extends Invocation {
  sent?: string;
  failure?: Error;
  /** Wakes whoever waits for the next call, or the end. */
  wake: () => void;
}

const ENVIRONMENT = {
  TCB_ENV: 'local',
  TENCENTCLOUD_RUNENV: 'SCF',
  TENCENTCLOUD_REGION: 'ap-shanghai',
  TENCENTCLOUD_SECRETID: 'x',
  TENCENTCLOUD_SECRETKEY: 'x',
  SCF_NAMESPACE: 'local',
  // The SDK says of a request that broke off, three seconds later, that it is slow.
  SILENCE: 'true',
  WX_CONTEXT_KEYS: 'WX_OPENID',
  TCB_CONTEXT_KEYS: 'TCB_ENV',
  FIELD_KEYS: TEST_FIELD_KEYS,
};
const WHOSE = 'x-invocation';

async function readJson(request: IncomingMessage): Promise<Wire> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return JSON.parse(Buffer.concat(chunks).toString('utf8')) as Wire;
}

type Hear = (response: unknown) => void;
type Arrive = (whose: string, call: Omit<Held, 'action'>) => void;

/** Until it is stopped, the SDK's calls of this process arrive with the name of the invocation that sent them. */
interface Door {
  url: string;
  close(): Promise<void>;
}

/** Milliseconds: what waits shorter than this lies between two attempts of one call. */
const LONGEST_PAUSE = 1_000;

/** A pause between two attempts is over at once: who goes on when, the turns decide. Answers how it ends. */
function skipPauses(): () => void {
  const plain = globalThis.setTimeout;
  const skipping = (work: () => void, ms = 0, ...rest: []) =>
    plain(work, ms < LONGEST_PAUSE ? 0 : ms, ...rest);
  globalThis.setTimeout = skipping as typeof plain;
  return () => {
    globalThis.setTimeout = plain;
  };
}

/** Without a socket: a third less time for each call. */
export function openDoorHere(whose: AsyncLocalStorage<string>, arrive: Arrive): Door {
  const plain = http.request;
  let calls = 0;
  const request = (_url: string, _options: RequestOptions, hear: Hear) =>
    new AdminCall(calls++ > 0, (call, text) => {
      arrive(whose.getStore() ?? '', {
        body: JSON.parse(text) as Wire,
        answer: (reply) => {
          answerCall(hear, {}, reply);
        },
        breakOff: () => {
          call.breakOff(new Error('socket hang up'));
        },
      });
    });
  http.request = request as unknown as typeof plain;
  const stopSkipping = skipPauses();
  const close = (): Promise<void> => {
    http.request = plain;
    stopSkipping();
    return Promise.resolve();
  };
  return { url: 'http://127.0.0.1:9/admin', close };
}

/** Through the loopback: every request of this process says in whose course it was sent. */
async function openDoorOverHttp(whose: AsyncLocalStorage<string>, arrive: Arrive): Promise<Door> {
  const plain = http.request;
  const signed = (url: string, options: RequestOptions, done: (response: IncomingMessage) => void) => {
    const headers = { ...(options.headers as Record<string, string>), [WHOSE]: whose.getStore() ?? '' };
    return plain(url, { ...options, headers }, done);
  };
  const server = http.createServer((request, response) => {
    void readJson(request).then((body) => {
      arrive(String(request.headers[WHOSE]), {
        body,
        answer: (reply) => {
          response.writeHead(200, { 'content-type': 'application/json' });
          response.end(JSON.stringify(reply));
        },
        breakOff: () => response.destroy(),
      });
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  http.request = signed as typeof plain;
  const { port } = server.address() as AddressInfo;
  const close = async () => {
    http.request = plain;
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
  };
  return { url: `http://127.0.0.1:${port}/admin`, close };
}

export class SteppedCloud {
  readonly #open = new Map<string, Open>();
  #begun = 0;

  private constructor(
    readonly database: LocalDatabase,
    private readonly whose: AsyncLocalStorage<string>,
    private readonly main: Main,
    readonly close: () => Promise<void>,
  ) {}

  static async open(
    functionName: string,
    now: () => number,
    functions = resolve(__dirname, '../../../../dist/cloudfunctions'),
    openDoor: (whose: AsyncLocalStorage<string>, arrive: Arrive) => Door | Promise<Door> = openDoorOverHttp,
  ): Promise<SteppedCloud> {
    const dir = mkdtempSync(join(tmpdir(), 'stepped-'));
    const load = createRequire(__filename);
    const indexes = load(join(functions, 'database.json')) as never;
    const database = openDatabase({ dir, now, indexes, strictScans: 'error' });
    const whose = new AsyncLocalStorage<string>();
    const door = await openDoor(whose, (id, call) => {
      cloud.#arrive(id, { action: String(call.body['action']), ...call });
    });
    Object.assign(process.env, ENVIRONMENT, { TCB_CONTEXT_CNFG: JSON.stringify({ URL: door.url }) });
    const { main } = load(join(functions, functionName, 'index.js')) as { main: Main };
    const cloud = new SteppedCloud(database, whose, main, async () => {
      await door.close();
      await database.close();
      rmSync(dir, { recursive: true, force: true });
    });
    return cloud;
  }

  /** Runs the invocation up to its first database call, or its end. */
  begin(openid: string, event: unknown): Promise<Invocation> {
    return this.beginWork(openid, () => this.main(event));
  }

  /** The same for anything that calls the database through the SDK. */
  async beginWork(openid: string, work: () => Promise<Answer<unknown>>): Promise<Invocation> {
    const id = String(++this.#begun);
    const invocation: Open = { openid, attempts: 0, calls: 0, ended: false, wake: () => undefined };
    this.#open.set(id, invocation);
    const next = this.#next(invocation);
    // The identity is read before the first call waits, so the next invocation may change it.
    process.env['WX_OPENID'] = openid;
    void this.whose
      .run(id, work)
      .then((answer) => (invocation.answer = answer))
      .catch((error: unknown) => (invocation.failure = error as Error))
      .finally(() => {
        this.#open.delete(id);
        invocation.held = undefined;
        invocation.ended = true;
        invocation.wake();
      });
    await next;
    if (invocation.failure) throw invocation.failure;
    return invocation;
  }

  /** Lets the held call through and runs on to the next one, which is the same one again where no answer came. */
  async step(invocation: Invocation, fate: Fate, seen: (passed: Passed) => void): Promise<void> {
    const { held } = invocation;
    if (!held) throw new Error('nothing is held');
    invocation.held = undefined;
    const next = this.#next(invocation as Open);
    if (fate === 'dropped') held.breakOff();
    else {
      const cost: Cost = { calls: 0, examined: 0 };
      const reply = await this.database.execute(held.action, held.body, cost);
      if ('code' in reply) throw new Error(JSON.stringify(reply));
      seen({ action: held.action, ...(reply['data'] as { updated?: number }) });
      if (fate === 'lost') held.breakOff();
      else held.answer({ requestId: 'r', ...reply });
    }
    await next;
    const { failure } = invocation as Open;
    if (failure) throw failure;
  }

  #next(invocation: Open): Promise<void> {
    return new Promise((done) => (invocation.wake = done));
  }

  #arrive(id: string, held: Held): void {
    const invocation = this.#open.get(id);
    if (!invocation) return;
    const sent = JSON.stringify(held.body);
    const again = sent === invocation.sent;
    invocation.attempts = again ? invocation.attempts + 1 : 1;
    if (!again) invocation.calls++;
    invocation.sent = sent;
    invocation.held = held;
    invocation.wake();
  }
}
