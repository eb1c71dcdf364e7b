import type { RequestView } from '../../../miniprogram/contract/request';
import type { Answer, Input } from '../../../miniprogram/contract/wire';
import type { NameBook } from '../../registry/rules/name-book';
import { listRoles, recallTownship } from '../../registry/store';
import { ACCESS } from '../../shared/access';
import { toLocalDate } from '../../shared/china-time';
import { decryptField } from '../../shared/cipher';
import { grant, refuse } from '../../shared/errors';
import { linkFiles } from '../../shared/files';
import type { Action, Admitted, Call } from '../../shared/serve';
import { readerBy, type Reader } from '../rules/reader';
import { isVeiled } from '../rules/request-card';
import type { RequestDocument } from '../rules/request-document';
import { toView, type Opened } from '../rules/request-view';
import { oneRequest } from '../schemas';
import { readRequest } from '../store';

/** Who the caller is to it. Somebody of several roles may have been admitted by one that does not reach. */
async function findReader(call: Call, request: RequestDocument, book: NameBook): Promise<Answer<Reader>> {
  if (request.account === call.account) return grant('asker');
  const admitted = await call.admit();
  if (!admitted.ok) return admitted.code === 'not-allowed' ? refuse('not-found') : admitted;
  const reads = (role: Admitted) => readerBy(role, request, book, toLocalDate(call.now));
  const first = reads(admitted.data);
  if (first) return grant(first);
  const { get } = ACCESS.request;
  const held = await listRoles(call.township, call.openid, 'roles' in get ? get.roles : []);
  const other = held.map(reads).find((reader) => reader !== undefined);
  return other ? grant(other) : refuse('not-found');
}

/** Links and plain text for what this reader may see; the rest stays closed. */
async function open(request: RequestDocument, reader: Reader): Promise<Opened> {
  if (isVeiled(request, reader)) return { request, photos: [], recordings: [] };
  const { photos, recordings, name, phone } = request;
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
 * name book is older than a minute in this instance. Whoever may not see it is told that it is not there.
 */
async function run(
  call: Call,
  { township, request: id }: Input<'request', 'get'>,
): Promise<Answer<RequestView>> {
  const [known, request] = await Promise.all([recallTownship(township, call.now), readRequest(township, id)]);
  if (!known || !request) return refuse('not-found');
  const reader = await findReader(call, request, known.book);
  if (!reader.ok) return reader;
  const opened = await open(request, reader.data);
  return grant(toView(opened, known.book, reader.data, toLocalDate(call.now)));
}

export const get: Action<Input<'request', 'get'>, RequestView> = { write: false, input: oneRequest, run };
