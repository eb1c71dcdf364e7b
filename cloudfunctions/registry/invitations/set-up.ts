import type { Answer, Input, Output } from '../../../miniprogram/contract/wire';
import { createFirst, invitationId } from './store';
import { ok, refuse } from '../../shared/errors';
import { hashParts } from '../../shared/cipher';
import type { Action, Call } from '../../shared/serve';
import { claimTownship, openTownship } from '../store';
import { isSetupSecret } from './setup-secret';
import { invitationInputs } from './schemas';

type SetUp = Input<'registry', 'setUp'>;
type Done = Output<'registry', 'setUp'>;

/** The administrators' document decides, once; what follows may be repeated until it is whole. */
async function run(call: Call, { name, secret }: SetUp): Promise<Answer<Done>> {
  const { township, account } = call;
  if (!isSetupSecret(secret)) return refuse('setup-void');
  const invitation = invitationId(township, hashParts(['setup', township, account]));
  if (!(await claimTownship(township, invitation))) return refuse('setup-void');
  await openTownship(township, name);
  await createFirst(call, invitation);
  return ok({ township });
}

export const setUp: Action<SetUp, Done> = { write: true, input: invitationInputs.setUp, run };
