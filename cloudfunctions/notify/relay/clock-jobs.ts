/**
 * What must happen by time, run by the minute relay: each subject's `on-clock.ts`. A job is idempotent (it may
 * run twice, late, or after a jump of a week) and looks once across the townships when nothing is due.
 */
import type { Instant } from '../../../miniprogram/contract/wire';
import { onClock as resumePushes } from '../../publicity/events/on-clock';
import { onClock as clearDays } from '../../reception/events/on-clock';
import { onClock as moveRequests } from '../../request/events/on-clock';
import { handOverGone } from '../../request/events/on-owner-gone';
import { onClock as endChecks } from '../../request/events/on-check-overdue';
import { onClock as rerouteRequests } from '../../request/events/on-reroute-due';
import { logFault } from '../../shared/serve';
import { remind, type MorningJob } from '../reminders/remind';

/** Answers how many things it did. */
export type ClockJob = (townships: readonly string[], now: Instant) => Promise<number>;

/** Once a day at 08:00: a term that ended last night, so that the digest counts with whoever goes on. */
const MORNING: readonly MorningJob[] = [handOverGone];
const remindAll: ClockJob = (townships, now) => remind(townships, now, MORNING);

export const CLOCK_JOBS: readonly ClockJob[] = [
  clearDays,
  rerouteRequests,
  moveRequests,
  endChecks,
  remindAll,
  resumePushes,
];

/** One job that throws holds up no other; the next minute tries it again. Answers how many things were done. */
export async function runClockJobs(
  townships: readonly string[],
  now: Instant,
  jobs: readonly ClockJob[] = CLOCK_JOBS,
): Promise<number> {
  let done = 0;
  for (const job of jobs) {
    try {
      done += await job(townships, now);
    } catch (error) {
      logFault('notify', 'clock', error);
    }
  }
  return done;
}
