/** Grants of a closed township grant nothing that writes; they follow from the directory as it stands now. */
import type { Consumer } from '../../shared/outbox';
import { readConfirmed, shutInvitation } from '../invitations/store';
import { markClosed, readTownship } from '../store';

/** Three calls, and one for each confirmed grant. */
export const onTownshipClosed: Consumer = async ({ township }) => {
  const directory = await readTownship(township, ['closed']);
  const shut = directory?.closed !== undefined;
  await markClosed(township, shut);
  for (const { _id } of await readConfirmed(township)) await shutInvitation(township, _id, shut);
};
