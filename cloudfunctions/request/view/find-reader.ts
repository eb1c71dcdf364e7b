/** In what quality the caller reads a request, with the roles that this takes. */
import type { Answer, LocalDate } from '../../../miniprogram/contract/wire';
import { listRoles } from '../../registry/invitations/grants-store';
import { membersOn } from '../../registry/directory/rules/directory';
import type { Township } from '../../registry/store';
import { ACCESS } from '../../shared/access';
import { toLocalDate } from '../../shared/china-time';
import { ok, refuse } from '../../shared/errors';
import type { Admitted, Call } from '../../shared/serve';
import { callerOf } from '../life/do-step';
import type { Caller } from '../life/rules/actors';
import type { RequestDocument } from '../rules/request-document';
import { readerBy, type Reader } from './rules/reader';

/** Of several, the one that counts: whoever has it reads it as its owner, whatever else they are. */
const RANK: readonly Reader[] = ['owner', 'office', 'leader', 'follower', 'overseer', 'unit'];

interface Known {
  reader: Reader;
  callers: readonly Caller[];
}

/** One person of several roles may do more than the one role that was admitted. */
function holdsSeveral({ directory }: Township, { person }: Admitted, today: LocalDate): boolean {
  const member = membersOn(directory.people, today).find((one) => one.person === person);
  if (!member) return false;
  const { level, presidium, title } = member;
  return [level !== undefined, presidium === true, title === '人大主席'].filter(Boolean).length > 1;
}

/** Somebody of several roles may have been admitted by one that does not reach; one call more tells. */
export async function readerAs(
  call: Call,
  admitted: Admitted,
  request: RequestDocument,
  known: Township,
): Promise<Answer<Known>> {
  const today = toLocalDate(call.now);
  const reads = (role: Admitted) => readerBy(role, request, known.directory, today);
  const first = reads(admitted);
  if (first && !holdsSeveral(known, admitted, today)) {
    return ok({ reader: first, callers: [callerOf(call, admitted)] });
  }
  const { get } = ACCESS.request;
  const held = await listRoles(call, 'roles' in get ? get.roles : []);
  const readers = held.flatMap((role) => reads(role) ?? []);
  const reader = RANK.find((each) => readers.includes(each));
  return reader ? ok({ reader, callers: held.map((each) => callerOf(call, each)) }) : refuse('not-found');
}

/** Who the caller is to it. Whoever is nothing to it is told that it is not there. */
export async function findReader(
  call: Call,
  request: RequestDocument,
  known: Township,
): Promise<Answer<Known>> {
  if (request.account === call.account) return ok({ reader: 'asker', callers: [callerOf(call)] });
  const admitted = await call.admit();
  if (!admitted.ok) return admitted.code === 'not-allowed' ? refuse('not-found') : admitted;
  return readerAs(call, admitted.data, request, known);
}
