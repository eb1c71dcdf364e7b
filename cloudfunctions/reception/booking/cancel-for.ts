import type { CancelInput } from '../../../miniprogram/contract/reception';
import type { Answer } from '../../../miniprogram/contract/wire';
import { refuse } from '../../shared/errors';
import type { Action, Call } from '../../shared/serve';
import { actorOf } from '../../shared/act';
import { cancelBooking, type Cancelled } from './cancel-booking';
import { deskInputs } from '../desk/schemas';
import { isBehalfAccount, villagesOf } from './helped-person';

/** Only what was booked on behalf and not taken over since; otherwise not-found. */
async function run(call: Call, input: CancelInput): Promise<Answer<Cancelled>> {
  const [account = ''] = input.booking.split('-');
  if (!isBehalfAccount(account)) return refuse('not-found');
  const villages = await villagesOf(call);
  return cancelBooking(call, input, { account, by: actorOf(call), ...(villages && { villages }) });
}

export const cancelFor: Action<CancelInput, Cancelled> = {
  write: true,
  input: deskInputs.cancelFor,
  run,
};
