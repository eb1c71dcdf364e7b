import type { Input, Output } from '../../../miniprogram/contract/wire';
import { toLocalDate } from '../../shared/china-time';
import { tellParts } from '../../shared/cut-lists';
import { refuse } from '../../shared/errors';
import type { Action } from '../../shared/serve';
import { recallTownship } from '../store';
import { listUninvited as listThem } from './rules/invitation-table';
import { invitationInputs } from './schemas';
import { readWithNames } from './store';

export const listUninvited: Action<
  Input<'registry', 'listUninvited'>,
  Output<'registry', 'listUninvited'>
> = {
  write: false,
  input: invitationInputs.listUninvited,
  async run(call, { township, ...asked }) {
    const [known, live] = await Promise.all([recallTownship(township, call.now), readWithNames(township)]);
    if (!known) return refuse('not-found');
    return tellParts({ people: listThem(known.directory.people, live, toLocalDate(call.now)) }, {}, asked);
  },
};
