import * as v from 'valibot';
import type { ContentCheckActions, HeldPart, HeldRequest } from '../../../miniprogram/contract/content-check';
import type { Answer } from '../../../miniprogram/contract/wire';
import { recallTownship } from '../../registry/store';
import { ok, refuse } from '../../shared/errors';
import { linkFiles } from '../../shared/files';
import { township } from '../../shared/schemas';
import type { Action, Call } from '../../shared/serve';
import { fileOf, partsIn, textOf } from './rules/content-check';
import type { RequestDocument } from '../rules/request-document';
import { readHeld } from '../store';
import { nameOf } from '../../registry/directory/rules/directory';

type ListHeld = ContentCheckActions['listHeld'];

/** Requests on a page: each may have dozens of files. */
const PAGE = 4;

function toParts(request: RequestDocument, links: ReadonlyMap<string, string>): HeldPart[] {
  return partsIn(request, 'held').map((part) => {
    const { why = 'unchecked' } = request.checks?.[part] ?? {};
    const file = fileOf(request, part);
    if (file === undefined) return { part, why, text: textOf(request, part) ?? '' };
    const seconds = request.recordings.find((one) => one.file === file)?.seconds;
    return { part, why, file: links.get(file) ?? '', ...(seconds !== undefined && { seconds }) };
  });
}

/** One call after admit; one more where the directory is older than a minute in this instance. */
async function run(call: Call, input: ListHeld['input']): Promise<Answer<ListHeld['output']>> {
  const [known, page] = await Promise.all([
    recallTownship(input.township, call.now),
    readHeld(input.township, call.admitted?.person, PAGE, input.after),
  ]);
  if (!known) return refuse('not-found');
  const files = page.flatMap((request) =>
    partsIn(request, 'held').flatMap((part) => fileOf(request, part) ?? []),
  );
  const urls = await linkFiles(files);
  const links = new Map(files.map((file, at) => [file, urls[at] ?? '']));
  const requests: HeldRequest[] = page.map((request) => ({
    request: request._id,
    number: request.number,
    createdAt: request.createdAt,
    village: nameOf(known.directory.villages, request.village),
    category: nameOf(known.directory.categories, request.category),
    parts: toParts(request, links),
  }));
  const last = page.at(-1);
  return ok({ requests, ...(last && page.length === PAGE && { next: last.seq }) });
}

export const listHeld: Action<ListHeld['input'], ListHeld['output']> = {
  write: false,
  input: v.strictObject({ township, after: v.exactOptional(v.pipe(v.string(), v.maxLength(40))) }),
  run,
};
