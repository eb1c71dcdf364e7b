import * as v from 'valibot';
import type { NotifyActions } from '../../../miniprogram/contract/notify';
import { listTownships } from '../../registry/store';
import { grant } from '../../shared/errors';
import type { Action } from '../../shared/serve';
import { refreshFigures } from '../refresh-figures';
import { relayOutboxes } from '../relay-outboxes';

type Relay = NotifyActions['relay'];

/** What is due is shipped first, then the figures are counted: refresh-figures.ts and relay-outboxes.ts say the cost. */
export const relay: Action<Relay['input'], Relay['output']> = {
  write: false,
  input: v.strictObject({}),
  async run({ now }) {
    const townships = await listTownships();
    const { events, failed } = await relayOutboxes(townships, now);
    return grant({ changed: await refreshFigures(townships, now), events, failed });
  },
};
