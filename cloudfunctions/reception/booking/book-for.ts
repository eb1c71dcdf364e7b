import type { Slip } from '../../../miniprogram/contract/reception';
import type { Answer, Input } from '../../../miniprogram/contract/wire';
import { refuse } from '../../shared/errors';
import type { Action, Call } from '../../shared/serve';
import { actorOf } from '../../shared/act';
import { bookPlace } from './book-place';
import { deskInputs } from '../desk/schemas';
import { isOffice } from '../desk/desk-rights';
import { behalfAccount, behalfKeys, mayEnterFor } from './helped-person';

type BehalfInput = Input<'reception', 'bookFor'>;

/** One call after admit; the refusals of book, and not-allowed for another village than a helper's own. */
async function run(call: Call, input: BehalfInput): Promise<Answer<Slip>> {
  const { village, ...wanted } = input;
  if (!(await mayEnterFor(call, village))) return refuse('not-allowed');
  const operator = actorOf(call);
  return bookPlace(
    call,
    { ...wanted, whom: 'self' },
    {
      account: behalfAccount(input),
      personKeys: behalfKeys(input),
      by: operator,
      office: isOffice(call),
      own: { openid: '', operator, village },
    },
  );
}

export const bookFor: Action<BehalfInput, Slip> = { write: true, input: deskInputs.bookFor, run };
