import * as v from 'valibot';
import type { NotifyActions } from '../../../miniprogram/contract/notify';
import { ok, refuse } from '../../shared/errors';
import { township } from '../../shared/schemas';
import type { Action } from '../../shared/serve';
import { windowOf } from '../../shared/window';
import { sendWaiting } from './clock-jobs';
import { sourcesOf } from './outbox-store';
import { relayOutboxes } from './relay-outboxes';

type Kick = NotifyActions['kick'];

/** One after each act; nobody acts so often. Of a township that does not exist there is nothing to ship or to write. */
const KICKS = windowOf(120);
const functionName = v.pipe(v.string(), v.regex(/^[a-z]{1,20}$/));
/** A kick begins nothing after this (ms). */
const KICK_MS = 20_000;

/**
 * Nothing due: one call for each collection in which acts of the function leave events, and one for the messages. A phone
 * that does not say in which function it acted has all collections looked into.
 */
export const kick: Action<Kick['input'], Kick['output']> = {
  write: false,
  input: v.strictObject({ township, after: v.exactOptional(functionName) }),
  async run(call, asked) {
    const { now, account } = call;
    const seconds = KICKS.admits(account, now);
    if (seconds > 0) return refuse('rate-limited', { seconds });
    const townships = [asked.township];
    const sources = asked.after === undefined ? {} : { sources: sourcesOf(asked.after) };
    const { events, failed } = await relayOutboxes(townships, now, sources);
    await sendWaiting(townships, { now, endsAt: now + KICK_MS });
    return ok({ events, failed });
  },
};
