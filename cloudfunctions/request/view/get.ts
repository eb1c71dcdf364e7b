import type { RequestView } from '../../../miniprogram/contract/request';
import type { Answer, Input, LocalDate } from '../../../miniprogram/contract/wire';
import type { Directory } from '../../registry/directory/rules/directory';
import { settingsOf } from '../../registry/directory/rules/settings';
import { recallTownship } from '../../registry/store';
import { toLocalDate } from '../../shared/china-time';
import { decryptField } from '../../shared/cipher';
import { ok, refuse } from '../../shared/errors';
import { linkFiles } from '../../shared/files';
import type { Action, Call } from '../../shared/serve';
import { hideUnchecked } from '../content-check/rules/content-check';
import { holidaysOf } from '../life/rules/deadline';
import { replyDays } from '../life/rules/plan-assign';
import type { RequestDocument } from '../rules/request-document';
import { oneRequest } from '../submit/schemas';
import { readRequest } from '../store';
import { findReader } from './find-reader';
import { showsPart, type Part } from './rules/parts';
import type { Reader } from './rules/reader';
import { toView, type Opened } from './rules/request-view';

/** Links and plain text for what this reader may see; the rest stays closed. */
async function open(request: RequestDocument, reader: Reader): Promise<Opened> {
  const shows = (part: Part) => showsPart(request, reader, part) !== 'no';
  const photos = shows('photo') ? request.photos : [];
  const recordings = shows('recording') ? request.recordings : [];
  const { name, phone } = request;
  const links = await linkFiles([...photos, ...recordings.map(({ file }) => file)]);
  const heard = recordings.map(({ seconds }, at) => ({ file: links[photos.length + at] ?? '', seconds }));
  return {
    request,
    ...(name !== undefined && shows('name') && { name: decryptField(name) }),
    ...(phone !== undefined && shows('phone') && { phone: decryptField(phone) }),
    photos: links.slice(0, photos.length).filter((link) => link !== ''),
    recordings: heard.filter(({ file }) => file !== ''),
  };
}

/** Before the form of 交办, which the office alone has. */
function sayReplyDays(
  { acts, today }: Pick<RequestView, 'acts'> & { today: LocalDate },
  request: RequestDocument,
  directory: Directory,
): Pick<RequestView, 'replyDays'> {
  if (!acts.includes('assign')) return {};
  const settings = settingsOf(directory.settings);
  return { replyDays: replyDays({ settings, today, holidays: holidaysOf(directory) }, request) };
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
  const today = toLocalDate(call.now);
  const { directory } = known;
  const view = toView(opened, directory, reader, callers, today);
  return ok(Object.assign(view, sayReplyDays({ acts: view.acts, today }, request, directory)));
}

export const get: Action<Input<'request', 'get'>, RequestView> = { write: false, input: oneRequest, run };
