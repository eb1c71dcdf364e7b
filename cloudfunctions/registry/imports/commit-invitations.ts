/** Invitations of a table: one slice issues each of its lines, under a key that follows from the import. */
import type { Invited } from '../../../miniprogram/contract/registry-office';
import { OFFICE } from '../../../miniprogram/contract/roles';
import type { Answer, LocalDate, Output, Refused } from '../../../miniprogram/contract/wire';
import type { Directory } from '../directory/rules/directory';
import { toLocalDate } from '../../shared/china-time';
import { ok, refuse } from '../../shared/errors';
import type { Call } from '../../shared/serve';
import { issue } from '../invitations/issue';
import { actOfLine } from '../../shared/invitation-codes';
import { toInvitee, type Invitee } from '../invitations/rules/invite';
import { holdsOne } from '../invitations/grants-store';
import { readInvitation, settleInvitation } from '../invitations/store';
import { TABLE_ROLES } from '../invitations/rules/invitation-table';
import { recallTownship } from '../store';
import { turnSlice, type Import, type Slice } from './store';

type Done = Output<'registry', 'commitImport'>;
type Back = Output<'registry', 'takeBackImport'>;

/** Every line is looked at before the first is issued, so that one that fits no more leaves no half of a slice. */
function inviteesOf(
  directory: Directory,
  { lines }: Slice<Invited>,
  date: LocalDate,
): Refused | { invitees: readonly (Invitee & Pick<Invited, 'role' | 'phoneLast4'>)[] } {
  const invitees: (Invitee & Pick<Invited, 'role' | 'phoneLast4'>)[] = [];
  for (const { line, body } of lines) {
    const invitee = toInvitee(directory, body, date);
    if ('ok' in invitee) return refuse('row-wrong', { line });
    invitees.push({ ...invitee, role: body.role, phoneLast4: body.phoneLast4 });
  }
  return { invitees };
}

/** One call a line. Who went on where another stopped issues the same codes: they follow from whose import it is. */
export async function commitInvitations(
  call: Call,
  head: Import,
  slice: Slice<Invited>,
): Promise<Answer<Done>> {
  if (!(await holdsOne(call, OFFICE))) return refuse('not-allowed');
  const known = await recallTownship(call.township, call.now);
  if (!known) return refuse('not-found');
  const found = inviteesOf(known.directory, slice, toLocalDate(call.now));
  if ('ok' in found) return found;
  const ids: string[] = [];
  for (const [at, { phoneLast4, ...invitee }] of found.invitees.entries()) {
    const act = { ...call, ...actOfLine(head, slice.n, at) };
    const issued = await issue(act, known.directory, invitee, phoneLast4);
    if (!issued.ok) return issued;
    ids.push(issued.data.invitation);
  }
  await turnSlice(slice, 'planned', 'done', { ids, tags: [] });
  return ok({ done: slice.n + 1, slices: head.slices });
}

/**
 * What is not confirmed yet ends; who was confirmed since stays and is counted, and not what ended before, by hand or when
 * this was tried already. One call a line; one more for each that does not end now.
 */
export async function takeBackInvitations(
  call: Call,
  slice: Slice<Invited>,
  { words, done, slices }: { words: string; done: number; slices: number },
): Promise<Answer<Back>> {
  if (!(await holdsOne(call, OFFICE))) return refuse('not-allowed');
  const wish = { from: ['issued', 'claimed'], to: 'revoked', roles: TABLE_ROLES, words } as const;
  let kept = 0;
  for (const id of slice.standing?.ids ?? []) {
    if (await settleInvitation(call, id, wish)) continue;
    if ((await readInvitation(call.township, id))?.state === 'confirmed') kept += 1;
  }
  await turnSlice(slice, 'done', 'taken-back');
  return ok({ done: done - 1, slices, kept });
}
