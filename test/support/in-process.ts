/**
 * Functions from their source in this very process, on memory-database.ts: for proofs of thousands of runs, and for two
 * acts at once, call by call. What the wire, the host, the engine or the artefact can get wrong is for other tests.
 * The test's file says
 * `jest.mock('<…>/cloudfunctions/shared/database', () => jest.requireActual('<…>/support/memory-database'))`.
 */
import { instanceEnvironment } from '../../local/cloudbase/functions/environment';
import type { FunctionName } from '../../miniprogram/contract/wire';
import type { Stored } from '../../cloudfunctions/shared/database';
import { countedWrites, keepLaw, underLaw } from './audit-law';
import { countEvents, hasToDie, underDeaths, type World } from './death-law';
import { keepFileNameLaw } from './file-name-law';
import { loadKeptSample } from './kept-sample';
import type { Answer, Caller } from './cloud';
import { SAMPLE_KEYS, SAMPLE_NOW, TEST_FIELD_KEYS } from './given';
import { keepRows, listRows, passAtOnce, rowsOf, turnstile } from './memory-database';

export type Main = (event: unknown) => Promise<unknown>;

export interface InProcessCloud {
  readonly clock: { now(): number; set(instant: number): void };
  /** All documents of a collection, by id; not to be changed. */
  documents<T>(collection: string): T[];
  /** Puts these in place of all of the collection. */
  replace(collection: string, documents: readonly object[]): void;
  invoke(fn: string, action: string, input: unknown, caller?: Caller): Promise<Answer>;
  /**
   * Runs these at once. Of the database calls that wait one is carried out at a time, the one that the next choice
   * names: any order that two instances could come to.
   */
  together<T>(acts: readonly (() => Promise<T>)[], choices: readonly number[]): Promise<T[]>;
}

/** What is between two calls are microtasks: at its turn everybody waits for a call or has ended. */
async function runTogether<T>(acts: readonly (() => Promise<T>)[], choices: readonly number[]): Promise<T[]> {
  const waiting: (() => void)[] = [];
  const before = turnstile.pass;
  let turn = 0;
  let over = false;
  const pump = (): void => {
    if (over) return;
    const at = (choices[turn++ % choices.length] ?? 0) % Math.max(1, waiting.length);
    waiting.splice(at, 1).forEach((go) => {
      go();
    });
    setImmediate(pump);
  };
  turnstile.pass = () => new Promise((go) => waiting.push(go));
  try {
    const begun: Promise<T>[] = [];
    for (const act of acts) {
      begun.push(act());
      // An action that nobody called before is loaded first: it waits for its first call when microtasks are over.
      await new Promise(setImmediate);
    }
    setImmediate(pump);
    return await Promise.all(begun);
  } finally {
    over = true;
    turnstile.pass = before;
  }
}

/**
 * The act up to its database call of this number, of which and of all later ones nothing arrives; where it makes fewer,
 * nobody dies and nobody hears its answer.
 */
export async function dieAt(call: number, act: () => Promise<unknown>): Promise<boolean> {
  const alive = turnstile.pass;
  const silent = jest.spyOn(console, 'error').mockImplementation();
  let calls = 0;
  turnstile.pass = () => (++calls < call ? alive() : Promise.reject(new Error('dead')));
  try {
    await act();
  } finally {
    turnstile.pass = alive;
    silent.mockRestore();
  }
  return calls >= call;
}

const WORLD: World = {
  keep() {
    const puttingBack = [keepRows(), keepLaw()];
    return () => {
      for (const part of puttingBack) part();
    };
  },
  count: (onceAnId) => countEvents(listRows(), onceAnId),
  writes: countedWrites,
  dieAt,
};

/** The platform's environment, without which the SDK knows no identity. */
export function lendPlatform(): void {
  const added = { FIELD_KEYS: TEST_FIELD_KEYS, CONTENT_CHECK: 'off' };
  const { PATH: _path, HOME: _home, ...env } = instanceEnvironment('-', 'http://127.0.0.1:9', added);
  Object.assign(process.env, env);
}

function replace(collection: string, documents: readonly object[]): void {
  rowsOf(collection).clear();
  addRows(collection, documents);
}

function addRows(collection: string, documents: readonly object[]): void {
  const rows = rowsOf(collection);
  for (const document of JSON.parse(JSON.stringify(documents)) as Stored[])
    rows.set(document._id, document as never);
}

/** With the sample in it, on the sample's day; `lives`: with half a year behind it. */
export async function startInProcess(
  functions: Readonly<Partial<Record<FunctionName, Main>>>,
  { lives = false }: { lives?: boolean } = {},
): Promise<InProcessCloud> {
  lendPlatform();
  let now = Date.parse(SAMPLE_NOW);
  Date.now = () => now;
  const database = {
    importDocuments(collection: string, documents: readonly object[]) {
      addRows(collection, documents);
      return Promise.resolve();
    },
  };
  await loadKeptSample(database, { now, keys: SAMPLE_KEYS, lives });
  return {
    clock: { now: () => now, set: (instant) => (now = instant) },
    documents: <T>(collection: string) => [...rowsOf(collection).values()] as T[],
    replace,
    async invoke(fn, action, input, { openid, key } = {}) {
      const main = functions[fn as FunctionName];
      if (!main) throw new Error(`no ${fn} here`);
      // The function asks who calls before its first database call.
      if (openid === undefined) delete process.env['WX_OPENID'];
      else process.env['WX_OPENID'] = openid;
      const event = { action, input, ...(key !== undefined && { key }) };
      const run = async (): Promise<Answer> => {
        const calls = turnstile.calls;
        const done = await underLaw({ fn, action, key }, async () => (await main(event)) as Answer);
        return { ...done, cost: { calls: turnstile.calls - calls, examined: 0 } };
      };
      const name = `${fn}.${action}`;
      // Where a test says in which order calls are carried out, nobody else dies.
      const dies = key !== undefined && turnstile.pass === passAtOnce && hasToDie(name, false);
      const answer = await (dies ? underDeaths(name, WORLD, run) : run());
      keepFileNameLaw(fn, action, answer.ok ? answer.data : undefined);
      return JSON.parse(JSON.stringify(answer)) as Answer;
    },
    together: runTogether,
  };
}
