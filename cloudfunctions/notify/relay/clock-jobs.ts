/**
 * What must happen by time, run by the minute relay: each subject's `on-clock.ts`. A job is idempotent (it may
 * run twice, late, or after a jump of a week) and looks once across the townships when nothing is due.
 */
import type { Instant } from '../../../miniprogram/contract/wire';
import { handOverSuggestions } from '../../congress/events/on-owner-gone';
import { handOverVisits } from '../../duty/events/on-owner-gone';
import { tellLateOpinions } from '../../duty/events/on-opinions-late';
import { onClock as resumePushes } from '../../publicity/events/on-clock';
import { onClock as clearDays } from '../../reception/events/on-clock';
import { handOverSeats } from '../../reception/events/on-owner-gone';
import { onClock as moveRequests } from '../../request/events/on-clock';
import { clearOldImports } from '../../registry/events/on-imports-old';
import { alignGrants } from '../../registry/events/on-people-changed';
import { handOverGone } from '../../request/events/on-owner-gone';
import { onClock as endChecks } from '../../duty/events/on-check-overdue';
import { onClock as rerouteRequests } from '../../request/events/on-reroute-due';
import { readClock } from '../../shared/clock';
import { logFault } from '../../shared/serve';
import { sealWaiting } from '../audit/store';
import { retryDeadLetters } from '../dead-letters/deliver-dead-letters';
import { sendMessages } from '../messages/send-messages';
import { remind, type MorningJob } from '../reminders/remind';
import { recountLedger } from '../recount/recount-ledger';
import { nextNight } from '../recount/rules/night';
import { nextDay, nextMark } from '../reminders/rules/reminders';
import type { Look } from './rules/choose-looks';

/** Answers how many things it did. It begins nothing new once `endsAt` has come; the next minute does the rest. */
export type ClockJob = (townships: readonly string[], now: Instant, endsAt: Instant) => Promise<number>;

/** Once a day at 08:00: a term that ended last night, so that the digest counts with whoever goes on. */
const MORNING: readonly MorningJob[] = [
  alignGrants,
  handOverGone,
  handOverSuggestions,
  handOverVisits,
  handOverSeats,
  tellLateOpinions,
  clearOldImports,
];
const remindAll: ClockJob = (townships, now, endsAt) => remind(townships, { now, endsAt }, MORNING);
/** A job has its turn with others (due-work.ts), unless something says that it is due. */
export interface ClockLook extends Look {
  readonly job: ClockJob;
  /** When it is due next, once it found nothing to do; absent: nobody knows. */
  readonly nextAt?: (now: Instant) => Instant;
}

/** In the order in which they run. */
export const CLOCK_LOOKS: readonly ClockLook[] = [
  // The office says so by an act of notify's own; see notify/dead-letters.
  { name: 'dead letters', of: 'notify', job: retryDeadLetters },
  { name: 'days that are over', job: clearDays },
  { name: 'routing anew', job: rerouteRequests },
  { name: 'dates of requests', job: moveRequests, nextAt: nextDay },
  { name: 'checks without an answer', job: endChecks },
  { name: 'reminders', job: remindAll, nextAt: nextMark },
  { name: 'unsealed rows', job: sealWaiting },
  { name: 'pushes', of: 'publicity', job: resumePushes },
  { name: 'recount of the ledger', job: recountLedger, nextAt: nextNight },
];

/** How long a run may go on beginning things. */
export interface Budget {
  readonly now: Instant;
  readonly endsAt: Instant;
}

/** What it did; undefined: it threw. */
async function tryJob(job: ClockJob, townships: readonly string[], { now, endsAt }: Budget) {
  try {
    return await job(townships, now, endsAt);
  } catch (error) {
    logFault('notify', 'clock', error);
    return undefined;
  }
}

export interface Around {
  /** Run after each that did something, so that no long job keeps people waiting for their messages. */
  readonly between?: ClockJob;
  /** Hears when a job is worth another look: at once where it did something or failed. */
  readonly onLook?: (look: ClockLook, next: Instant) => void;
  /** Hears of each that threw. */
  readonly onFault?: (look: ClockLook) => void;
}

/**
 * The one place where jobs are run. One that throws holds up no other, and the next minute tries it again. Answers how
 * many things were done.
 */
export async function runClockJobs(
  townships: readonly string[],
  budget: Budget,
  looks: readonly ClockLook[],
  { between, onLook, onFault }: Around = {},
): Promise<number> {
  let done = 0;
  for (const look of looks) {
    // What is not looked at now stays the longest not looked at.
    if (readClock() >= budget.endsAt) break;
    const some = await tryJob(look.job, townships, budget);
    if (some === undefined) onFault?.(look);
    if (some && between) await tryJob(between, townships, budget);
    // A job that the time ended may have found nothing for that reason alone.
    const isThrough = some === 0 && readClock() < budget.endsAt;
    onLook?.(look, isThrough ? (look.nextAt?.(budget.now) ?? Infinity) : budget.now);
    done += some ?? 0;
  }
  return done;
}

/** Messages that wait go out; should it throw, the next turn sends them. */
export async function sendWaiting(townships: readonly string[], budget: Budget): Promise<void> {
  await tryJob(sendMessages, townships, budget);
}
