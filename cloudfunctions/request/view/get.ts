import type { RequestView } from '../../../miniprogram/contract/request';
import type { Answer, Input, LocalDate } from '../../../miniprogram/contract/wire';
import { listRoles } from '../../registry/invitations/store';
import { membersOn } from '../../registry/directory/rules/directory';
import { recallTownship, type Township } from '../../registry/store';
import { ACCESS } from '../../shared/access';
import { toLocalDate } from '../../shared/china-time';
import { decryptField } from '../../shared/cipher';
import { ok, refuse } from '../../shared/errors';
import { linkFiles } from '../../shared/files';
import type { Action, Admitted, Call } from '../../shared/serve';
import { callerOf } from '../life/do-step';
import type { Caller } from '../life/rules/actors';
import { readerBy, type Reader } from './rules/reader';
import { hideUnchecked } from '../content-check/rules/content-check';
import { isVeiled } from '../lists/rules/request-card';
import type { RequestDocument } from '../rules/request-document';
import { seesAsker, toView, type Opened } from './rules/request-view';
import { oneRequest } from '../submit/schemas';
import { readRequest } from '../store';

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

/** Who the caller is to it. Somebody of several roles may have been admitted by one that does not reach. */
async function findReader(call: Call, request: RequestDocument, known: Township): Promise<Answer<Known>> {
  if (request.account === call.account) return ok({ reader: 'asker', callers: [callerOf(call)] });
  const admitted = await call.admit();
  if (!admitted.ok) return admitted.code === 'not-allowed' ? refuse('not-found') : admitted;
  const today = toLocalDate(call.now);
  const reads = (role: Admitted) => readerBy(role, request, known.directory, today);
  const first = reads(admitted.data);
  if (first && !holdsSeveral(known, admitted.data, today)) {
    return ok({ reader: first, callers: [callerOf(call, admitted.data)] });
  }
  const { get } = ACCESS.request;
  const held = await listRoles(call, 'roles' in get ? get.roles : []);
  const readers = held.flatMap((role) => reads(role) ?? []);
  const reader = RANK.find((each) => readers.includes(each));
  return reader ? ok({ reader, callers: held.map((each) => callerOf(call, each)) }) : refuse('not-found');
}

/** Links and plain text for what this reader may see; the rest stays closed. */
async function open(request: RequestDocument, reader: Reader): Promise<Opened> {
  if (isVeiled(request, reader)) return { request, photos: [], recordings: [] };
  const { photos, recordings } = request;
  const { name, phone } = seesAsker(request, reader) ? request : {};
  const links = await linkFiles([...photos, ...recordings.map(({ file }) => file)]);
  const heard = recordings.map(({ seconds }, at) => ({ file: links[photos.length + at] ?? '', seconds }));
  return {
    request,
    ...(name !== undefined && { name: decryptField(name) }),
    ...(phone !== undefined && { phone: decryptField(phone) }),
    photos: links.slice(0, photos.length).filter((link) => link !== ''),
    recordings: heard.filter(({ file }) => file !== ''),
  };
}

/**
 * One call for the asker, one more for a role (admit), one more for somebody of several roles; and one where the
 * directory is older than a minute in this instance. Whoever may not see it is told that it is not there.
 */
async function run(
  call: Call,
  { township, request: id }: Input<'request', 'get'>,
): Promise<Answer<RequestView>> {
  const [known, request] = await Promise.all([recallTownship(township, call.now), readRequest(township, id)]);
  if (!known || !request) return refuse('not-found');
  const found = await findReader(call, request, known);
  if (!found.ok) return found;
  const { reader, callers } = found.data;
  const opened = await open(hideUnchecked(request, reader), reader);
  return ok(toView(opened, known.directory, reader, callers, toLocalDate(call.now)));
}

export const get: Action<Input<'request', 'get'>, RequestView> = { write: false, input: oneRequest, run };
