import * as v from 'valibot';
import type { NotifyActions } from '../../../miniprogram/contract/notify';
import { listTownships } from '../../registry/store';
import { readClock } from '../../shared/clock';
import { ok } from '../../shared/errors';
import type { Action } from '../../shared/serve';
import { CLOCK_JOBS, runClockJobs } from './clock-jobs';
import { refreshFigures } from '../reminders/refresh-figures';
import { retryDeadLetters } from '../dead-letters/deliver-dead-letters';
import { relayOutboxes } from './relay-outboxes';
import { sendMessages } from '../messages/send-messages';

type Relay = NotifyActions['relay'];

/**
 * Jobs begin nothing after this (ms), so that a run ends within half of its time-out (config.json), the eve of a
 * reception day included: what is left is due in the next minute too.
 */
const RUN_MS = 16_000;

/**
 * Messages that wait go first and again after each part that may have brought some; dead letters that the office wants
 * tried again, then what is due is shipped, then what the clock brings is done (and shipped, if anything was), and the
 * figures are counted last. Each part says its cost; docs/decisions/010-notices.md has the sum of a minute in which
 * nothing happens, 022-relay-budget.md what a full one may take.
 */
export const relay: Action<Relay['input'], Relay['output']> = {
  write: false,
  input: v.strictObject({}),
  async run({ now }) {
    const townships = await listTownships();
    const budget = { now, endsAt: now + RUN_MS };
    await runClockJobs(townships, budget, [sendMessages]);
    await retryDeadLetters(townships, now);
    const first = await relayOutboxes(townships, readClock());
    if (first.events > 0) await runClockJobs(townships, budget, [sendMessages]);
    const done = await runClockJobs(townships, budget, CLOCK_JOBS, sendMessages);
    const second = done > 0 ? await relayOutboxes(townships, readClock()) : { events: 0, failed: 0 };
    if (second.events > 0) await runClockJobs(townships, budget, [sendMessages]);
    const changed = await refreshFigures(townships, budget);
    return ok({
      changed,
      events: first.events + second.events,
      failed: first.failed + second.failed,
    });
  },
};
