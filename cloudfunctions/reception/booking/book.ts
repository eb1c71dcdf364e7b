import type { BookInput, Slip } from '../../../miniprogram/contract/reception';
import type { Answer } from '../../../miniprogram/contract/wire';
import type { Action, Call } from '../../shared/serve';
import { bookPlace } from './book-place';
import { personKeysOf } from './booking-ids';
import { bookInput } from './schemas';

/** Refusals: see bookPlace. */
function run(call: Call, input: BookInput): Promise<Answer<Slip>> {
  const { account, openid } = call;
  const personKeys = personKeysOf(account, input);
  return bookPlace(call, input, { account, personKeys, own: { openid }, by: account });
}

export const book: Action<BookInput, Slip> = { write: true, input: bookInput, run };
