import * as v from 'valibot';
import type { NotifyActions } from '../../../miniprogram/contract/notify';
import { listTownships } from '../../registry/store';
import { readClock } from '../../shared/clock';
import { grant } from '../../shared/errors';
import type { Action } from '../../shared/serve';
import { runClockJobs } from '../clock-jobs';
import { refreshFigures } from '../refresh-figures';
import { relayOutboxes } from '../relay-outboxes';

type Relay = NotifyActions['relay'];

/**
 * What is due is shipped first, then what the clock brings is done (and shipped, if anything was), then the figures
 * are counted: refresh-figures.ts and relay-outboxes.ts say the cost.
 */
export const relay: Action<Relay['input'], Relay['output']> = {
  write: false,
  input: v.strictObject({}),
  async run({ now }) {
    const townships = await listTownships();
    const first = await relayOutboxes(townships, now);
    const done = await runClockJobs(townships, now);
    const second = done > 0 ? await relayOutboxes(townships, readClock()) : { events: 0, failed: 0 };
    const changed = await refreshFigures(townships, now);
    return grant({ changed, events: first.events + second.events, failed: first.failed + second.failed });
  },
};
