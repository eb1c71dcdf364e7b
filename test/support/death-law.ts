/**
 * With DEATHS=1 (a suite of the proof): whatever any test does through a writing action is first done with a death at each
 * of its database calls and one retry under the same key, everything put back in between. The retry is granted, and leaves
 * what the act leaves where nobody died. In one process (in-process.ts) the first acts of each name of a file are tried, on
 * artefacts (cloud.ts), where each death takes an instance, one of a name that nobody else has tried.
 */
import { appendFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { diedFile, writesFile } from '../../build/checks';
import { root } from '../../build/paths';
import { ACCESS, type Access } from '../../cloudfunctions/shared/access';
import { KEEPS_NONE } from '../cloudfunctions/told-keys';

/** What the phone hears when the instance ended while it worked. */
export const DIED = 'platform:-504002';

/** As far as deaths go. */
interface Answered {
  readonly ok: boolean;
  readonly code?: string;
}

/** Where acts are done, as far as deaths go. */
export interface World {
  /** Everything as it is now; the answer puts it back. */
  keep(): () => void;
  /** How many of which rows and events there are; or of events each id of a document once. */
  count(onceAnId: boolean): object;
  /** Writes so far: where they are the same before and after, the act wrote nothing. */
  writes(): number;
  /** The act, of whose calls from this one on nothing arrives; whether it came so far. */
  dieAt(call: number, act: () => Promise<Answered>): Promise<boolean>;
}

export const DEATHS = process.env['DEATHS'] === '1';
const file = join(root, diedFile);
/** These die in tests of their own. */
const ELSEWHERE: ReadonlySet<string> = new Set([
  // Brings others’ events on their way for so long as its time lasts: notify/relay.test.ts.
  'notify.kick',
  // Goes on by itself when it has answered: publicity/crash.test.ts.
  'publicity.push',
  // Are let in some times a minute, which is remembered beside the database: erase-own-dies.test.ts.
  ...['notify', 'reception', 'request'].map((fn) => `${fn}.eraseOwn`),
  ...['notify', 'request'].map((fn) => `${fn}.withdrawConsents`),
  // Let in likewise; has no key, and counts a scan that is sent again once more.
  'registry.countScan',
]);
const accessTable = ACCESS as Readonly<Record<string, Readonly<Record<string, Access>>>>;
const TRIED = 12;
const tried = new Map<string, number>();
/** The one before: while an act is tried nobody else may change anything. */
let last: Promise<unknown> = Promise.resolve();

const beside: World['keep'][] = [];
/** What a test counts beside the database is put back with it. */
export function alsoKeep(keep: World['keep']): void {
  beside.push(keep);
}

/** For the figures of the proof: at so many calls somebody died. */
export function noteDied(name: string, deaths: number): void {
  expect([name, deaths]).not.toEqual([name, 0]);
  if (process.env['NOTE_DEATHS'] !== '1') return;
  mkdirSync(dirname(file), { recursive: true });
  appendFileSync(file, `${name} ${String(deaths)}\n`);
}

/** For the same: all actions that write, of each of which somebody is to die. */
export function noteWrites(names: readonly string[]): void {
  if (DEATHS) writeFileSync(join(root, writesFile), names.join('\n'));
}

/** Whether an act of this name still has to die, counted in this file or over all. */
export function hasToDie(name: string, overAll: boolean): boolean {
  const [fn = '', action = ''] = name.split('.');
  if (!DEATHS || ELSEWHERE.has(name) || accessTable[fn]?.[action]?.by === 'platform') return false;
  if (!overAll) return (tried.get(name) ?? 0) < TRIED;
  return !existsSync(file) || !readFileSync(file, 'utf8').includes(`${name} `);
}

/** Runs the act as `run` does, after all its deaths. */
export function underDeaths<A extends Answered>(
  name: string,
  world: World,
  run: () => Promise<A>,
): Promise<A> {
  tried.set(name, (tried.get(name) ?? 0) + 1);
  const mine = last.then(() => tryDeaths(name, world, run));
  last = mine.catch(() => undefined);
  return mine;
}

async function tryDeaths<A extends Answered>(name: string, world: World, run: () => Promise<A>): Promise<A> {
  const puttingBack = [world.keep, ...beside].map((keep) => keep());
  const putBack = (): void => {
    for (const part of puttingBack) part();
  };
  const writes = world.writes();
  const answer = await run();
  if (!answer.ok || world.writes() === writes) return answer;
  // What keeps no key may note itself twice under one id, of which the audit has one row, or find itself done.
  const keepsNone = name in KEEPS_NONE;
  const left = world.count(keepsNone);
  let deaths = 0;
  for (let died = true; died;) {
    putBack();
    died = await world.dieAt(deaths + 1, run);
    if (died) deaths++;
    const { ok, code } = died || !keepsNone ? await run() : answer;
    const seen = { ok, code, left: world.count(keepsNone) };
    expect({ name, deaths, ...seen }).toEqual({ name, deaths, ok: true, code: undefined, left });
  }
  noteDied(name, deaths);
  putBack();
  return run();
}

interface Noted {
  readonly id: string;
  readonly event?: string;
}

/** Of each collection how many rows it has, and which events are noted in them, how often; or each id once. */
export function countEvents(
  collections: Iterable<readonly [name: string, rows: Iterable<object>]>,
  onceAnId: boolean,
): object {
  const counted: Record<string, number> = {};
  const count = (name: string): void => {
    counted[name] = (counted[name] ?? 0) + 1;
  };
  for (const [collection, rows] of collections)
    for (const row of rows) {
      count(collection);
      const { history = [], outbox = [] } = row as Partial<Record<string, readonly Noted[]>>;
      for (const noted of [history, outbox]) {
        const ids = new Set<string>();
        for (const { id, event = '' } of noted) {
          if (!onceAnId || !ids.has(id)) count(`${collection} ${event}`);
          ids.add(id);
        }
      }
    }
  return counted;
}
