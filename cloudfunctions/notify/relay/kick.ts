import * as v from 'valibot';
import type { NotifyActions } from '../../../miniprogram/contract/notify';
import { ok, refuse } from '../../shared/errors';
import { township } from '../../shared/schemas';
import type { Action } from '../../shared/serve';
import { windowOf } from '../../shared/window';
import { runClockJobs } from './clock-jobs';
import { relayOutboxes } from './relay-outboxes';
import { sendMessages } from '../messages/send-messages';

type Kick = NotifyActions['kick'];

/** One after each act; nobody acts so often. Of a township that does not exist there is nothing to ship or to write. */
const KICKS = windowOf(120);
/** A kick begins nothing after this (ms). */
const KICK_MS = 20_000;

/** Nothing due: one call for each collection with outboxes, and one for the messages. */
export const kick: Action<Kick['input'], Kick['output']> = {
  write: false,
  input: v.strictObject({ township }),
  async run(call, asked) {
    const { now, account } = call;
    const seconds = KICKS.admits(account, now);
    if (seconds > 0) return refuse('rate-limited', { seconds });
    const { events, failed } = await relayOutboxes([asked.township], now);
    await runClockJobs([asked.township], { now, endsAt: now + KICK_MS }, [sendMessages]);
    return ok({ events, failed });
  },
};
