/**
 * What must happen by time, run by the minute relay: each subject's `on-clock.ts`. A job is idempotent (it may
 * run twice, late, or after a jump of a week) and looks once across the townships when nothing is due.
 */
import type { Instant } from '../../../miniprogram/contract/wire';
import { handOverSuggestions } from '../../congress/events/on-owner-gone';
import { tellLateOpinions } from '../../duty/events/on-opinions-late';
import { onClock as resumePushes } from '../../publicity/events/on-clock';
import { onClock as clearDays } from '../../reception/events/on-clock';
import { onClock as moveRequests } from '../../request/events/on-clock';
import { clearOldImports } from '../../registry/events/on-imports-old';
import { alignGrants } from '../../registry/events/on-people-changed';
import { handOverGone } from '../../request/events/on-owner-gone';
import { onClock as endChecks } from '../../request/events/on-check-overdue';
import { onClock as rerouteRequests } from '../../request/events/on-reroute-due';
import { readClock } from '../../shared/clock';
import { logFault } from '../../shared/serve';
import { remind, type MorningJob } from '../reminders/remind';

/** Answers how many things it did. It begins nothing new once `endsAt` has come; the next minute does the rest. */
export type ClockJob = (townships: readonly string[], now: Instant, endsAt: Instant) => Promise<number>;

/** Once a day at 08:00: a term that ended last night, so that the digest counts with whoever goes on. */
const MORNING: readonly MorningJob[] = [
  alignGrants,
  handOverGone,
  handOverSuggestions,
  tellLateOpinions,
  clearOldImports,
];
const remindAll: ClockJob = (townships, now, endsAt) => remind(townships, { now, endsAt }, MORNING);

export const CLOCK_JOBS: readonly ClockJob[] = [
  clearDays,
  rerouteRequests,
  moveRequests,
  endChecks,
  remindAll,
  resumePushes,
];

/** How long a run may go on beginning things. */
export interface Budget {
  readonly now: Instant;
  readonly endsAt: Instant;
}

/**
 * The one place where jobs are run. One that throws holds up no other, and the next minute tries it again; after each
 * that did something `between` is run, so that no long job keeps people waiting for their messages. Answers how many
 * things were done.
 */
export async function runClockJobs(
  townships: readonly string[],
  { now, endsAt }: Budget,
  jobs: readonly ClockJob[] = CLOCK_JOBS,
  between?: ClockJob,
): Promise<number> {
  let done = 0;
  const run = async (job: ClockJob): Promise<number> => {
    try {
      return await job(townships, now, endsAt);
    } catch (error) {
      logFault('notify', 'clock', error);
      return 0;
    }
  };
  for (const job of jobs) {
    if (readClock() >= endsAt) break;
    const some = await run(job);
    if (some > 0 && between) await run(between);
    done += some;
  }
  return done;
}
