/**
 * notify's own clock jobs: the eve of a reception day, the digest of 08:00, clearing up. One look a minute across the
 * townships says what was done last; what is done is written down after it, and its rows have ids by date, so that
 * dying in between writes nothing twice.
 */
import type { Instant } from '../../../miniprogram/contract/wire';
import { oneOf, put } from '../../shared/conditions';
import { changeOne, createOne, readAcross, removeOne, type Stored } from '../../shared/database';
import { logFault } from '../../shared/serve';
import { remindOfEve } from './remind-eve';
import { sendDigest } from './send-digest';
import { readOlder } from '../messages/messages';
import {
  clearingDue,
  digestDue,
  eveMark,
  evesDue,
  INBOX_DAYS,
  keptSince,
  MESSAGE_DAYS,
  type Done,
} from './rules/reminders';
import { INBOX, DEAD_LETTERS, MESSAGES, REMINDERS } from '../store';

interface Reminders extends Stored, Done {}

const NEVER: Done = { eve: '', digest: '', cleared: '' };

async function readDone(townships: readonly string[]): Promise<Map<string, Reminders>> {
  if (townships.length === 0) return new Map();
  const where = { _id: oneOf(townships) };
  const found = await readAcross<Reminders>(REMINDERS, townships, {
    where,
    order: [],
    limit: townships.length,
  });
  return new Map(found.map((one) => [one.township, one]));
}

async function markDone(township: string, what: Partial<Done>): Promise<void> {
  const changes = Object.fromEntries(Object.entries(what).map(([name, value]) => [name, put(value)]));
  if (await changeOne(REMINDERS, township, township, {}, changes)) return;
  const born: Reminders = { ...NEVER, ...what, _id: township, township, rev: 1 };
  if (!(await createOne(REMINDERS, born))) await changeOne(REMINDERS, township, township, {}, changes);
}

/** What another subject does once a day for a township, before the digest. Answers how many things it did. */
export type MorningJob = (township: string, now: Instant) => Promise<number>;

async function remindOne(
  township: string,
  done: Done,
  now: Instant,
  morning: readonly MorningJob[],
): Promise<number> {
  let count = 0;
  for (const date of evesDue(done, now)) count += await remindOfEve(township, date, now);
  if (done.eve < eveMark(now)) await markDone(township, { eve: eveMark(now) });
  const today = digestDue(done, now);
  if (today !== undefined) {
    for (const job of morning) count += await job(township, now);
    count += await sendDigest(township, today, now);
    await markDone(township, { digest: today });
  }
  return count;
}

/** Rows removed in one minute, and at once; a night has hours of minutes. */
const CLEARED_A_RUN = 200;
const AT_ONCE = 10;

const KEPT_DAYS: readonly (readonly [string, number])[] = [
  [INBOX, INBOX_DAYS],
  [MESSAGES, MESSAGE_DAYS],
  [DEAD_LETTERS, INBOX_DAYS],
];

/** True when nothing old is left. */
async function clearStep(township: string, now: Instant): Promise<{ removed: number; finished: boolean }> {
  let [removed, finished] = [0, true];
  for (const [collection, days] of KEPT_DAYS) {
    const old = await readOlder(collection, [township], keptSince(now, days), CLEARED_A_RUN);
    for (let from = 0; from < old.length; from += AT_ONCE) {
      await Promise.all(
        old.slice(from, from + AT_ONCE).map(({ _id }) => removeOne(collection, township, _id)),
      );
    }
    removed += old.length;
    finished &&= old.length < CLEARED_A_RUN;
  }
  return { removed, finished };
}

/** Rows past their time go, in steps, until a step finds no more. */
async function clearOne(township: string, done: Done, now: Instant): Promise<void> {
  const today = clearingDue(done, now);
  if (today === undefined) return;
  const { finished } = await clearStep(township, now);
  if (finished) await markDone(township, { cleared: today });
}

/** For clock-jobs.ts. Answers how many notices were written. One township that fails holds up no other. */
export async function remind(
  townships: readonly string[],
  now: Instant,
  morning: readonly MorningJob[],
): Promise<number> {
  const known = await readDone(townships);
  let count = 0;
  for (const township of townships) {
    const done = known.get(township) ?? NEVER;
    try {
      count += await remindOne(township, done, now, morning);
      await clearOne(township, done, now);
    } catch (error) {
      logFault('notify', 'remind', error);
    }
  }
  return count;
}
