/** The artefact, stepped (stepping.ts): all through the real SDK and wire. */
import { mkdtempSync, rmSync } from 'node:fs';
import http, { type IncomingMessage, type RequestOptions } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { openDatabase } from '../../../../local/cloudbase/database';
import type { Cost, LocalDatabase, Wire } from '../../../../local/cloudbase/database/types';
import { AdminCall, answerCall } from '../../../support/admin-call';
import { TEST_FIELD_KEYS } from '../../../support/given';
import { skipPauses, Stepping, type Main } from './stepping';

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
interface Call {
  body: Wire;
  answer(reply: object): void;
  breakOff(): void;
}
type Arrive = (whose: string, call: Call) => void;

/** Until it is stopped, the SDK's calls of this process arrive with the name of the invocation that sent them. */
interface Door {
  url: string;
  close(): Promise<void>;
}

/** Without a socket: a third less time for each call. */
export function openDoorHere(whose: () => string, arrive: Arrive): Door {
  const plain = http.request;
  let calls = 0;
  const request = (_url: string, _options: RequestOptions, hear: Hear) =>
    new AdminCall(calls++ > 0, (call, text) => {
      arrive(whose(), {
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
async function openDoorOverHttp(whose: () => string, arrive: Arrive): Promise<Door> {
  const plain = http.request;
  const signed = (url: string, options: RequestOptions, done: (response: IncomingMessage) => void) => {
    const headers = { ...(options.headers as Record<string, string>), [WHOSE]: whose() };
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

export type SteppedCloud = Stepping<LocalDatabase> & { close(): Promise<void> };

/** The artefact of this name, on a database of its own. */
export async function openStepped(
  functionName: string,
  now: () => number,
  openDoor: (whose: () => string, arrive: Arrive) => Door | Promise<Door> = openDoorOverHttp,
): Promise<SteppedCloud> {
  const functions = resolve(__dirname, '../../../../dist/cloudfunctions');
  const dir = mkdtempSync(join(tmpdir(), 'stepped-'));
  const load = createRequire(__filename);
  const indexes = load(join(functions, 'database.json')) as never;
  const database = openDatabase({ dir, now, indexes, strictScans: 'error' });
  const whose = () => stepping.whose();
  const door = await openDoor(whose, (id, { body, answer, breakOff }) => {
    const action = String(body['action']);
    let reply: object = {};
    stepping.arrive(id, {
      action,
      sent: JSON.stringify(body),
      carryOut: async () => {
        const cost: Cost = { calls: 0, examined: 0 };
        const found = await database.execute(action, body, cost);
        if ('code' in found) throw new Error(JSON.stringify(found));
        reply = { requestId: 'r', ...found };
        return found['data'] as { updated?: number };
      },
      answer: () => {
        answer(reply);
      },
      breakOff,
    });
  });
  Object.assign(process.env, ENVIRONMENT, { TCB_CONTEXT_CNFG: JSON.stringify({ URL: door.url }) });
  const { main } = load(join(functions, functionName, 'index.js')) as { main: Main };
  const stepping = new Stepping(database, main);
  return Object.assign(stepping, {
    close: async () => {
      await door.close();
      await database.close();
      rmSync(dir, { recursive: true, force: true });
    },
  });
}
