import type { Input, Output } from '../../../miniprogram/contract/wire';
import { hashParts } from '../../shared/cipher';
import { ok, refuse } from '../../shared/errors';
import type { Action } from '../../shared/serve';
import { createFirst, invitationId } from '../invitations/store';
import { claimTownship, isTaken, openTownship } from '../store';
import { districtInputs } from './schemas';

/** As setUp, for somebody who is an administrator already: the administrators' document decides, once. */
export const addTownship: Action<Input<'registry', 'addTownship'>, Output<'registry', 'addTownship'>> = {
  write: true,
  input: districtInputs.addTownship,
  async run(call, { id, name }) {
    const invitation = invitationId(id, hashParts(['setup', id, call.account]));
    if (await isTaken(id, invitation)) return refuse('setup-void');
    if (!(await claimTownship(id, invitation))) return refuse('setup-void');
    await openTownship(id, name);
    await createFirst({ ...call, township: id }, invitation);
    return ok({ id, name });
  },
};
