/** The collection `timers`: one document of the whole deployment, `~`, that says when the relay last came to its end. */
import type { Instant } from '../../../miniprogram/contract/wire';
import { MINUTE_MS } from '../../shared/china-time';
import { put } from '../../shared/conditions';
import { changeOne, createOne, readOne, type CollectionSpecs, type Stored } from '../../shared/database';

const TIMERS = 'timers';
/** No township's. */
const ALL = '~';
/** An instance writes so often; in between only what failed (ms). */
const EVERY_MS = 5 * MINUTE_MS;
/** What was not written for so long is late: two writings, and the minute that a run may be late itself (ms). */
const LATE_MS = 2 * EVERY_MS + MINUTE_MS;
const KEPT_MS = 10_000;

export const collections = { [TIMERS]: { indexes: [] } } satisfies CollectionSpecs;

interface TimerRun {
  /** When it began. */
  at: Instant;
  /** How long it took (ms). */
  took: number;
}

interface Fault {
  at: Instant;
  /** Names of the jobs (clock-jobs.ts) that threw. */
  jobs: readonly string[];
}

export interface Timers extends Stored, TimerRun {
  /** The last run in which a job failed. */
  fault?: Fault;
}

let written = -Infinity;

/** At most one call in five minutes where nothing failed; two for the first of all. */
export async function noteRun({ at, took }: TimerRun, failed: readonly string[]): Promise<void> {
  if (failed.length === 0 && at >= written && at < written + EVERY_MS) return;
  const fault: Fault | undefined = failed.length > 0 ? { at, jobs: failed } : undefined;
  const changes = { at: put(at), took: put(took), ...(fault && { fault: put(fault) }) };
  const change = () => changeOne(TIMERS, ALL, ALL, {}, changes);
  const first: Timers = { _id: ALL, township: ALL, rev: 1, at, took, ...(fault && { fault }) };
  if (!(await change()) && !(await createOne(TIMERS, first))) await change();
  written = at;
}

/** Undefined: it never ran. */
export function readTimers(): Promise<Timers | undefined> {
  return readOne<Timers>(TIMERS, ALL, ALL);
}

let known: { at: Instant; timers: Timers | undefined } | undefined;

/** As this instance read it ten seconds ago at most: however often it is asked, and by however many townships. */
export async function recallTimers(now: Instant): Promise<Timers | undefined> {
  if (known && now >= known.at && now - known.at < KEPT_MS) return known.timers;
  const timers = await readTimers();
  known = { at: now, timers };
  return timers;
}

export function isLate(timers: Timers | undefined, now: Instant): boolean {
  return timers === undefined || now - timers.at > LATE_MS;
}
