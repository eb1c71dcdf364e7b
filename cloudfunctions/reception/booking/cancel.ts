import type { CancelInput } from '../../../miniprogram/contract/reception';
import type { Answer } from '../../../miniprogram/contract/wire';
import type { Action, Call } from '../../shared/serve';
import { cancelBooking, type Cancelled } from './cancel-booking';
import { cancelInput } from './schemas';

/** Refusals: see cancelBooking. */
function run(call: Call, input: CancelInput): Promise<Answer<Cancelled>> {
  return cancelBooking(call, input, { account: call.account, by: call.account });
}

export const cancel: Action<CancelInput, Cancelled> = { write: true, input: cancelInput, run };
