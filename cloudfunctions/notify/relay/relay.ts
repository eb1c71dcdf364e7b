import * as v from 'valibot';
import type { NotifyActions } from '../../../miniprogram/contract/notify';
import { listTownships } from '../../registry/store';
import { readClock } from '../../shared/clock';
import { ok } from '../../shared/errors';
import type { Action } from '../../shared/serve';
import { runClockJobs } from './clock-jobs';
import { refreshFigures } from '../reminders/refresh-figures';
import { retryDeadLetters } from '../dead-letters/deliver-dead-letters';
import { relayOutboxes } from './relay-outboxes';
import { sendMessages } from '../messages/send-messages';

type Relay = NotifyActions['relay'];

/**
 * dead letters that the office wants tried again, then what is due is shipped, then what the clock brings is done (and
 * shipped, if anything was), messages go out, and the figures are counted last, whatever WeChat did. Each part says
 * its cost; docs/decisions/010-notices.md has the sum of a minute in which nothing happens.
 */
export const relay: Action<Relay['input'], Relay['output']> = {
  write: false,
  input: v.strictObject({}),
  async run({ now }) {
    const townships = await listTownships();
    await retryDeadLetters(townships, now);
    const first = await relayOutboxes(townships, now);
    const done = await runClockJobs(townships, now);
    const second = done > 0 ? await relayOutboxes(townships, readClock()) : { events: 0, failed: 0 };
    await runClockJobs(townships, now, [sendMessages]);
    const changed = await refreshFigures(townships, now);
    return ok({ changed, events: first.events + second.events, failed: first.failed + second.failed });
  },
};
