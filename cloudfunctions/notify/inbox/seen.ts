import * as v from 'valibot';
import type { Input, Output } from '../../../miniprogram/contract/wire';
import { ok } from '../../shared/errors';
import { township } from '../../shared/schemas';
import type { Action } from '../../shared/serve';
import { windowOf } from '../../shared/window';
import { markSeen } from '../messages/consents-store';
import { refuseOwn } from './own-doors';

const LOOKS = windowOf(30);

/** One call; never beyond now, so that nothing is seen before it is there. */
export const seen: Action<Input<'notify', 'seen'>, Output<'notify', 'seen'>> = {
  write: true,
  input: v.strictObject({ township, until: v.pipe(v.number(), v.integer(), v.minValue(0)) }),
  async run(call, asked) {
    const { account, now } = call;
    const refused = await refuseOwn(call, LOOKS);
    if (refused) return refused;
    const until = Math.min(asked.until, now);
    await markSeen({ township: asked.township, account }, until);
    return ok({ until });
  },
};
