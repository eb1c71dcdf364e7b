import * as v from 'valibot';
import type { Alive } from '../../../miniprogram/contract/health';
import { isLate, recallTimers } from '../../notify/relay/timers-store';
import { ok } from '../../shared/errors';
import type { Action } from '../../shared/serve';
import { VERSION } from '../../shared/version';

export const alive: Action<Record<string, never>, Alive> = {
  write: false,
  input: v.strictObject({}),
  async run({ now }) {
    const timers = await recallTimers(now);
    return ok({ now, version: VERSION, late: isLate(timers, now), ...(timers && { relayAt: timers.at }) });
  },
};
