/**
 * The artefact with every database call held back until it is let through, so that a test decides how
 * invocations interleave. One process, one invocation running at a time, all through the real SDK and wire.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Answer } from '../../../../miniprogram/contract/wire';
import { openDatabase } from '../../../../local/cloudbase/database';
import type { Cost, LocalDatabase, Wire } from '../../../../local/cloudbase/database/types';
import { TEST_FIELD_KEYS } from '../../../support/cloud';

interface Held {
  action: string;
  body: Wire;
  response: ServerResponse;
}

export interface Invocation {
  openid: string;
  /** The database call that it waits for. */
  held?: Held;
  /** What came back, once it has. */
  answer?: Answer<unknown>;
}

/** What became of a database call that was let through. */
export interface Passed {
  action: string;
  /** Documents changed, for writes. */
  updated?: number;
}

type Main = (event: unknown) => Promise<Answer<unknown>>;

const ENVIRONMENT = {
  ...{ TCB_ENV: 'local', TENCENTCLOUD_RUNENV: 'SCF', TENCENTCLOUD_REGION: 'ap-shanghai' },
  ...{ TENCENTCLOUD_SECRETID: 'x', TENCENTCLOUD_SECRETKEY: 'x', SCF_NAMESPACE: 'local' },
  // The SDK says of a request that broke off, three seconds later, that it is slow.
  SILENCE: 'true',
  ...{ WX_CONTEXT_KEYS: 'WX_OPENID', TCB_CONTEXT_KEYS: 'TCB_ENV', FIELD_KEYS: TEST_FIELD_KEYS },
};

async function readJson(request: IncomingMessage): Promise<Wire> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return JSON.parse(Buffer.concat(chunks).toString('utf8')) as Wire;
}

export class SteppedCloud {
  #arrived: (held: Held) => void = () => undefined;

  private constructor(
    readonly database: LocalDatabase,
    private readonly main: Main,
    readonly close: () => Promise<void>,
  ) {}

  static async open(
    functionName: string,
    now: () => number,
    functions = resolve(__dirname, '../../../../dist/cloudfunctions'),
  ): Promise<SteppedCloud> {
    const dir = mkdtempSync(join(tmpdir(), 'stepped-'));
    const load = createRequire(__filename);
    const indexes = load(join(functions, 'database.json')) as never;
    const database = openDatabase({ dir, now, indexes, strictScans: 'error' });
    const server = createServer((request, response) => {
      void readJson(request).then((body) => {
        cloud.#arrived({ action: String(body['action']), body, response });
      });
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const { port } = server.address() as AddressInfo;
    Object.assign(process.env, ENVIRONMENT, {
      TCB_CONTEXT_CNFG: JSON.stringify({ URL: `http://127.0.0.1:${port}/admin` }),
    });
    const { main } = load(join(functions, functionName, 'index.js')) as { main: Main };
    const cloud = new SteppedCloud(database, main, async () => {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
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
    const invocation: Invocation = { openid };
    await this.#settle(invocation, () => {
      // The identity is read before the first call waits, so the next invocation may change it.
      process.env['WX_OPENID'] = openid;
      void work().then((answer) => {
        invocation.answer = answer;
        this.#arrived({ action: 'end' } as Held);
      });
    });
    return invocation;
  }

  /** Lets the held call through and runs on to the next one; `lost`: it is carried out and not answered. */
  async step(
    invocation: Invocation,
    fate: 'answered' | 'lost',
    seen: (passed: Passed) => void,
  ): Promise<void> {
    const { held } = invocation;
    if (!held) throw new Error('nothing is held');
    const cost: Cost = { calls: 0, examined: 0 };
    const reply = await this.database.execute(held.action, held.body, cost);
    if ('code' in reply) throw new Error(JSON.stringify(reply));
    seen({ action: held.action, ...(reply['data'] as { updated?: number }) });
    await this.#settle(invocation, () => {
      if (fate === 'lost') held.response.destroy();
      else {
        held.response.writeHead(200, { 'content-type': 'application/json' });
        held.response.end(JSON.stringify({ requestId: 'r', ...reply }));
      }
    });
  }

  async #settle(invocation: Invocation, go: () => void): Promise<void> {
    const next = new Promise<Held>((done) => (this.#arrived = done));
    go();
    const held = await next;
    if (held.action === 'end') delete invocation.held;
    else invocation.held = held;
  }
}
