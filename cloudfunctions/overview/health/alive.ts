import * as v from 'valibot';
import type { Alive } from '../../../miniprogram/contract/health';
import type { Instant } from '../../../miniprogram/contract/wire';
import { isLate, readTimers, type Timers } from '../../notify/relay/timers-store';
import { ok } from '../../shared/errors';
import type { Action } from '../../shared/serve';
import { VERSION } from '../../shared/version';

/** Anybody may ask: however often, this instance reads once in so long (ms). */
const KEPT_MS = 10_000;
let known: { at: Instant; timers: Timers | undefined } | undefined;

async function recallTimers(now: Instant): Promise<Timers | undefined> {
  if (known && now >= known.at && now - known.at < KEPT_MS) return known.timers;
  const timers = await readTimers();
  known = { at: now, timers };
  return timers;
}

export const alive: Action<Record<string, never>, Alive> = {
  write: false,
  input: v.strictObject({}),
  async run({ now }) {
    const timers = await recallTimers(now);
    return ok({ now, version: VERSION, late: isLate(timers, now), ...(timers && { relayAt: timers.at }) });
  },
};
