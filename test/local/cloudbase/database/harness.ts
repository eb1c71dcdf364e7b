import { createServer, type IncomingMessage } from 'node:http';
import { type AddressInfo } from 'node:net';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '../../../../local/cloudbase/database/index';
import type {
  Cost,
  DatabaseOptions,
  IndexTable,
  LocalDatabase,
  Wire,
} from '../../../../local/cloudbase/database/types';
import type { SdkDatabase } from './sdk';

/** Without these the SDK looks for a metadata server before each call, and warns of slow ones. */
Object.assign(process.env, {
  TENCENTCLOUD_RUNENV: 'SCF',
  TENCENTCLOUD_REGION: 'local',
  SCF_NAMESPACE: 'local',
  SILENCE: 'true',
});

/** A busy machine is no failure: nothing here waits for a fixed time. */
jest.setTimeout(process.env['PROOF'] === '1' ? 900_000 : 60_000);

/** Noon of a day in Beijing. */
export const NOW = Date.parse('2026-11-23T12:00:00+08:00');

type Settings = Partial<Omit<DatabaseOptions, 'dir'>>;

export interface Opened {
  readonly database: LocalDatabase;
  readonly cost: Cost;
  readonly warnings: string[];
  /** Runs one action; the cost counts from zero before each. */
  execute(action: string, body: Wire): Promise<Wire>;
  close(): Promise<void>;
}

/** A database in a folder of its own that goes with it. */
export function openTemporary(settings: Settings = {}): Opened {
  const dir = mkdtempSync(join(tmpdir(), 'database-'));
  const warnings: string[] = [];
  const database = openDatabase({
    dir,
    now: () => NOW,
    indexes: {},
    onWarning: (text) => warnings.push(text),
    ...settings,
  });
  const cost: Cost = { calls: 0, examined: 0 };
  return {
    database,
    cost,
    warnings,
    execute: (action, body) => {
      Object.assign(cost, { calls: 0, examined: 0 });
      return database.execute(action, body, cost);
    },
    close: async () => {
      await database.close();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

export interface WithSdk extends Opened {
  readonly db: SdkDatabase;
  /** Bodies of the requests, last first. */
  readonly requests: Wire[];
}

/** The real SDK, talking over HTTP to a temporary database. */
export async function openWithSdk(settings: Settings = {}): Promise<WithSdk> {
  const opened = openTemporary(settings);
  const requests: Wire[] = [];
  const server = createServer((request, response) => {
    void readBody(request).then(async (body) => {
      requests.unshift(body);
      const reply = await opened.execute(String(body['action']), body);
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify({ requestId: 'test', ...reply }));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const { init } = await import('@cloudbase/node-sdk');
  const app = init({
    env: 'local',
    secretId: 'local',
    secretKey: 'local',
    serviceUrl: `http://127.0.0.1:${port}/admin`,
  });
  return {
    ...opened,
    db: app.database() as unknown as SdkDatabase,
    requests,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await opened.close();
    },
  };
}

async function readBody(request: IncomingMessage): Promise<Wire> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return JSON.parse(Buffer.concat(chunks).toString('utf8')) as Wire;
}

/** An index table with one collection `items`. */
export function indexesOf(...fields: readonly (readonly [string, 1 | -1])[][]): IndexTable {
  return { items: { indexes: fields.map((list, at) => ({ name: `index${at}`, fields: list })) } };
}

/** What a call to the SDK throws. */
export async function failureOf(call: Promise<unknown>): Promise<{ code: string; message: string }> {
  try {
    await call;
  } catch (error) {
    const { code, message } = error as { code: string; message: string };
    return { code, message };
  }
  throw new Error('the call was expected to fail');
}

/** How many seeds a property tries: all of them for a proof, a fiftieth otherwise. */
export function seeds(count: number): number {
  return process.env['PROOF'] === '1' ? count : Math.ceil(count / 50);
}
