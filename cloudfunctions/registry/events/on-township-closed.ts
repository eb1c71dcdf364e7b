/** Grants of a closed township grant nothing that writes; they follow from the directory as it stands now. */
import type { Consumer } from '../../shared/outbox';
import { readConfirmed } from '../invitations/grants-store';
import { shutInvitation } from '../invitations/store';
import { isClosedNow, markClosed } from '../store';

/**
 * Four calls, and one for each confirmed grant. Throws when the township was closed or opened meanwhile; the relay tries
 * again. A grant that is confirmed meanwhile follows by its own event (on-invitation-changed.ts).
 */
export const onTownshipClosed: Consumer = async ({ township }) => {
  const shut = await isClosedNow(township);
  await markClosed(township, shut);
  for (const { _id } of await readConfirmed(township)) await shutInvitation(township, _id, shut);
  if ((await isClosedNow(township)) !== shut) throw new Error('the township was closed or opened meanwhile');
};
