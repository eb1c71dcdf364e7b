/**
 * Where the minute's run looks. Acts leave their events in their own documents and pay nothing for a mark elsewhere, so
 * what is known comes from calls that are made anyway: the door to acts of a role notes on the grant that its act is
 * about to write (registry/invitations, admit), delivering an event notes on the township's figures that its consumers
 * may have left others, and villagers' acts go to collections that are looked into each minute. All of this may be
 * stale or missing: every place has its turn all the same, and an instance that knows nothing, or whose last run did
 * not end, looks everywhere. docs/decisions/032-due-work.md has the lags.
 */
import type { Instant } from '../../../miniprogram/contract/wire';
import { readWriters } from '../../registry/invitations/grants-store';
import { readFigures, type Figures } from '../../registry/store';
import { MINUTE_MS } from '../../shared/china-time';
import { chooseLooks, type Looked } from './rules/choose-looks';
import { QUIET, VILLAGERS } from './outbox-store';
import { CLOCK_LOOKS, type ClockLook } from './clock-jobs';

/** Quiet collections, and jobs of the clock, that have their turn in one minute. */
export const SOURCES_IN_TURN = 2;
export const JOBS_IN_TURN = 2;
/** An act may write so long after its door was passed, on an instance whose clock is that much behind (ms). */
const BEHIND_MS = 2 * MINUTE_MS;
/** More people than act within three minutes; where there are as many, everything is looked at. */
const WRITERS = 200;

interface Memory {
  looked: Map<string, Looked>;
  /** When the last run began that ended; undefined: there was none, or one that did not end. */
  began?: Instant;
  /** Of each township, as the last run began. */
  stirs: ReadonlyMap<string, number>;
}

/** This instance's own; another instance goes by what it knows itself. */
let memory: Memory = { looked: new Map(), stirs: new Map() };

export interface DueWork {
  readonly sources: readonly string[];
  readonly jobs: readonly ClockLook[];
  /** As they were when the run began. */
  readonly figures: readonly Figures[];
}

async function readWritten(townships: readonly string[], since: Instant): Promise<Set<string> | 'all'> {
  const writers = await readWriters(townships, since, WRITERS);
  if (writers.length === WRITERS) return 'all';
  const last = writers.flatMap(({ wrote = {} }) => Object.entries(wrote));
  return new Set(last.flatMap(([fn, at]) => (at > since ? [fn] : [])));
}

function countStirs(figures: readonly Figures[]): ReadonlyMap<string, number> {
  return new Map(figures.map(({ township, stirs = 0 }) => [township, stirs]));
}

/** Some events were delivered by others since: what their consumers left lies anywhere. */
function isStirred(before: ReadonlyMap<string, number>, after: ReadonlyMap<string, number>): boolean {
  return [...after].some(([township, stirs]) => before.get(township) !== stirs);
}

/** Two calls. Until `endRun` this instance counts as one whose run did not end. */
export async function beginRun(townships: readonly string[], now: Instant): Promise<DueWork> {
  const { began, stirs: before } = memory;
  if (began === undefined || now <= began) memory = { looked: new Map(), stirs: new Map() };
  delete memory.began;
  const since = (began ?? now) - BEHIND_MS;
  const [figures, written] = await Promise.all([readFigures(townships), readWritten(townships, since)]);
  const stirs = countStirs(figures);
  const everything = written === 'all' || isStirred(before, stirs);
  memory.stirs = stirs;
  if (everything) memory.looked.clear();
  const known = { looked: memory.looked, written: new Set(written), now };
  const quiet = chooseLooks(QUIET, SOURCES_IN_TURN, known);
  return {
    sources: [...VILLAGERS, ...quiet].map(({ name }) => name),
    jobs: chooseLooks(CLOCK_LOOKS, JOBS_IN_TURN, known),
    figures,
  };
}

/** What a look found: `next` is when it is worth another, Infinity if only its turn brings it. */
export function noteLook(name: string, at: Instant, next: Instant): void {
  memory.looked.set(name, { at, next });
}

/** The run came to its end. */
export function endRun(began: Instant): void {
  memory.began = began;
}
