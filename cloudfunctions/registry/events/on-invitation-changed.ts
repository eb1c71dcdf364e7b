/**
 * `claimed` on a person says that a confirmed grant exists, and the administrators' document lists theirs. Both
 * follow from the invitations as they stand now, not from what the event says happened.
 */
import type { Consumer } from '../../shared/outbox';
import { put } from '../../shared/conditions';
import type { Directory } from '../directory/rules/directory';
import { isClosedNow, joinAdministrators, readTownship, writeDirectory } from '../store';
import type { Invitation } from '../invitations/rules/invitation';
import { markSeveral } from '../invitations/grants-store';
import { readInvitation, readInvitationsOf, shutInvitation } from '../invitations/store';

/** The directory is read before the invitations, so that of two that run at once the later reading wins. */
async function bringInLine(township: string, person: string): Promise<boolean> {
  const directory: Directory | undefined = await readTownship(township);
  const named = directory?.people.find(({ id }) => id === person);
  if (!directory || !named) return true;
  const held = await readInvitationsOf(township, person);
  const claimed = held.some(({ state }) => state === 'confirmed');
  if (named.claimed === claimed) return true;
  const people = directory.people.map((each) => (each.id === person ? { ...each, claimed } : each));
  return writeDirectory(township, directory.version, { people: put(people) });
}

/**
 * Confirmed by somebody who was let in before the township was closed. One call; three where the grant does not stand as
 * the township does. Throws when that was closed or opened meanwhile; the relay tries again.
 */
async function shutWithTownship({ township, _id, shut }: Invitation): Promise<void> {
  const closed = await isClosedNow(township);
  if ((shut === true) === closed) return;
  await shutInvitation(township, _id, closed);
  if ((await isClosedNow(township)) !== closed)
    throw new Error('the township was closed or opened meanwhile');
}

/**
 * 5 calls where nothing is to be done; one for each grant of several more, and one for the directory. Throws when the
 * directory was changed under it; the relay tries again.
 */
export const onInvitationChanged: Consumer = async ({ township, about }) => {
  const invitation = await readInvitation(township, String(about['invitation']));
  if (!invitation) return;
  const { _id, role, state, person, openid } = invitation;
  if (openid !== '') await markSeveral(township, openid);
  if (state === 'confirmed') await shutWithTownship(invitation);
  if (role === 'admin' && state === 'confirmed') await joinAdministrators(township, _id);
  if (person !== undefined && !(await bringInLine(township, person))) throw new Error('the book changed');
};
