/**
 * notify's own clock jobs: the eve of a reception day, the digest of 08:00, clearing up. One look a minute across the
 * townships says what was done last; what is done is written down after it, and its rows have ids by date, so that
 * dying in between writes nothing twice.
 */
import type { Instant } from '../../../miniprogram/contract/wire';
import { readClock } from '../../shared/clock';
import { logFault } from '../../shared/serve';
import { sideBySide } from '../../shared/side-by-side';
import { askResults } from './ask-results';
import { remindOfEve } from './remind-eve';
import { sendDigest } from './send-digest';
import { settingsOf, type Settings } from '../../registry/directory/rules/settings';
import { recallTownship } from '../../registry/store';
import { removeOldAudit } from '../audit/store';
import { removeOlder as removeLetters } from '../dead-letters/store';
import { removeOlder as removeRows } from '../inbox/store';
import { removeOlder as removeMessages } from '../messages/store';
import {
  auditDaysOf,
  clearingDue,
  digestDue,
  eveMark,
  evesDue,
  keptSince,
  LETTER_DAYS,
  MESSAGE_DAYS,
  type Done,
} from './rules/reminders';
import { markDone, NEVER, readDone } from './store';
import { tellMeeting } from './tell-meeting';
import { tellNear } from './tell-near';
import { tellUntied } from './tell-untied';
import { sweepStep } from './sweeps';
import { tellUnknownYear } from './tell-unknown-year';
import { tellUnwell } from './tell-unwell';

/** What another subject does once a day for a township, before the digest. Answers how many things it did. */
export type MorningJob = (township: string, now: Instant) => Promise<number>;

interface Time {
  readonly now: Instant;
  /** Nothing new is begun from then on. */
  readonly endsAt: Instant;
}

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
    count += await tellNear(township, today, now);
    count += await askResults(township, today, now);
    count += await tellUnwell(township, today, now);
    const told = await tellUnknownYear(township, done, today, now);
    const untied = await tellUntied(township, done, today, now);
    const meeting = await tellMeeting(township, done, today, now);
    count += told.count + untied.count + meeting.count;
    await markDone(township, Object.assign({ digest: today }, told.mark, untied.mark, meeting.mark));
  }
  return count;
}

/** Rows removed in one minute; a night has hours of minutes. */
const CLEARED_A_RUN = 200;

/** What is kept so many days, by the township's settings, and how what is older goes. */
const KEPT_DAYS: readonly {
  removeOlder: (township: string, before: Instant, limit: number) => Promise<number>;
  days: (settings: Settings) => number;
}[] = [
  { removeOlder: removeRows, days: ({ inboxDays }) => inboxDays },
  { removeOlder: removeMessages, days: () => MESSAGE_DAYS },
  { removeOlder: removeLetters, days: () => LETTER_DAYS },
  { removeOlder: removeOldAudit, days: auditDaysOf },
];

/** True when nothing old is left. */
async function clearStep(township: string, done: Done, { now, endsAt }: Time): Promise<boolean> {
  const known = await recallTownship(township, now);
  const settings = settingsOf(known?.directory.settings ?? {});
  let finished = true;
  for (const { removeOlder, days } of KEPT_DAYS) {
    if (readClock() >= endsAt) return false;
    const removed = await removeOlder(township, keptSince(now, days(settings)), CLEARED_A_RUN);
    finished &&= removed < CLEARED_A_RUN;
  }
  return (await sweepStep(township, { settings, done, now, endsAt })) && finished;
}

/** Rows past their time go, in steps, until a step finds no more. True: there is more to do. */
async function clearOne(township: string, done: Done, time: Time): Promise<boolean> {
  const today = clearingDue(done, time.now);
  if (today === undefined) return false;
  const isClear = await clearStep(township, done, time);
  if (isClear) await markDone(township, { cleared: today });
  return !isClear;
}

/** Townships at the same time: a call waits for the network far longer than for this instance. */
const TOWNSHIPS_AT_ONCE = 8;

/**
 * For clock-jobs.ts. Answers how many notices were written, and townships are not through: 0 when nothing is left. One
 * township that fails holds up no other, and each is written down when it is through: what the time did not allow is the
 * next minute's.
 */
export async function remind(
  townships: readonly string[],
  time: Time,
  morning: readonly MorningJob[],
): Promise<number> {
  const { now, endsAt } = time;
  const known = await readDone(townships);
  let count = 0;
  const begun = await sideBySide(townships, { atOnce: TOWNSHIPS_AT_ONCE, endsAt }, async (township) => {
    const done = known.get(township) ?? NEVER;
    try {
      const told = await remindOne(township, done, now, morning);
      // Added at once: townships are side by side, and `+= await` would add to what was before the wait.
      count += told;
      if (await clearOne(township, done, time)) count++;
    } catch (error) {
      logFault('notify', 'remind', error);
      count++;
    }
  });
  return count + townships.length - begun;
}
