import * as v from 'valibot';
import type { NotifyActions } from '../../../miniprogram/contract/notify';
import { readFigures, readTownships } from '../../registry/store';
import { readClock } from '../../shared/clock';
import { ok } from '../../shared/errors';
import type { Action } from '../../shared/serve';
import { refreshFigures } from '../reminders/refresh-figures';
import { CLOCK_LOOKS, runClockJobs, sendWaiting } from './clock-jobs';
import { beginRun, endRun, noteLook } from './due-work';
import { relayOutboxes } from './relay-outboxes';
import { sendMessages } from '../messages/send-messages';
import { noteRun } from './timers-store';

type Relay = NotifyActions['relay'];

/**
 * Jobs begin nothing after this (ms), so that a run ends within half of its time-out (config.json), the eve of a
 * reception day included: what is left is due in the next minute too.
 */
const RUN_MS = 16_000;

/**
 * Messages that wait go first and again after each part that may have brought some; then what is due is shipped, then what
 * the clock brings is done (and shipped, if anything was and time is left), and the figures are counted last. Where a run looks says
 * due-work.ts: eleven calls when nothing is due anywhere, twelve once in five minutes; 022-relay-budget.md says what a full one may
 * take.
 */
export const relay: Action<Relay['input'], Relay['output']> = {
  write: false,
  input: v.strictObject({}),
  async run({ now }) {
    const { all: townships, open } = await readTownships();
    const budget = { now, endsAt: now + RUN_MS };
    await sendWaiting(townships, budget);
    const { sources, jobs, figures } = await beginRun(townships, now);
    const first = await relayOutboxes(townships, readClock(), { sources, onLook: noteLook });
    if (first.events > 0) await sendWaiting(townships, budget);
    // What was delivered may have brought any job something to do.
    const looks = first.events > 0 ? CLOCK_LOOKS : jobs;
    const failed: string[] = [];
    const done = await runClockJobs(open, budget, looks, {
      between: sendMessages,
      onLook: ({ name }, next) => {
        noteLook(name, now, next);
      },
      onFault: ({ name }) => failed.push(name),
    });
    const second =
      done > 0
        ? await relayOutboxes(townships, readClock(), { endsAt: budget.endsAt, onLook: noteLook })
        : { events: 0, failed: 0 };
    if (second.events > 0) await sendWaiting(townships, budget);
    const events = first.events + second.events;
    const known = events > 0 ? await readFigures(townships) : figures;
    const changed = await refreshFigures(townships, known, budget);
    endRun(now);
    await noteRun({ at: now, took: readClock() - now }, failed);
    return ok({ changed, events, failed: first.failed + second.failed });
  },
};
