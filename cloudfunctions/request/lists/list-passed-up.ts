import { LIMITS } from '../../../miniprogram/contract/limits';
import type { PassedUp, RequestListActions } from '../../../miniprogram/contract/request-lists';
import { OFFICE } from '../../../miniprogram/contract/roles';
import type { Answer } from '../../../miniprogram/contract/wire';
import { nameOf, type Directory } from '../../registry/directory/rules/directory';
import { readWords } from '../../registry/district/district-store';
import { listTownships } from '../../registry/store';
import { toLocalDate } from '../../shared/china-time';
import { ok } from '../../shared/errors';
import type { Action, Call } from '../../shared/serve';
import { readPassedUp, type PageRow } from '../store';
import { readNewest } from './list-page';
import { pagedInput } from './schemas';

type List = RequestListActions['listPassedUp'];
const FIELDS = ['number', 'category', 'passedSummary', 'passedAnswer', 'passedSeq', 'state'] as const;

export function toPassedUp(
  row: PageRow,
  words: Pick<Directory, 'card' | 'categories'> | undefined,
): PassedUp {
  const { _id, number, category, passedSummary = '', passedSeq = '', passedAnswer, state } = row;
  return {
    request: _id,
    from: words?.card.name ?? '',
    number,
    category: nameOf(words?.categories ?? [], category),
    summary: passedSummary,
    state,
    on: toLocalDate(Number(passedSeq.slice(0, 13))),
    ...(passedAnswer && { answer: { words: passedAnswer.words, on: passedAnswer.on } }),
  };
}

async function ofOffice(call: Call, after: string | undefined): Promise<Answer<List['output']>> {
  const found = await readNewest(call, { by: 'passedSeq', fields: FIELDS, after });
  if (!found.ok) return found;
  const { rows, directory, next } = found.data;
  return ok({ items: rows.map((row) => toPassedUp(row, directory)), ...(next !== undefined && { next }) });
}

async function ofDistrict(after: string | undefined): Promise<Answer<List['output']>> {
  const found = await readPassedUp(await listTownships(), LIMITS.page + 1, after);
  const rows = found.slice(0, LIMITS.page);
  const words = await readWords([...new Set(rows.map(({ township }) => township))]);
  const next = found.length > rows.length ? rows.at(-1)?.passedSeq : undefined;
  return ok({
    items: rows.map((row) => toPassedUp(row, words.get(row.township))),
    ...(next !== undefined && { next }),
  });
}

/** The district sees the office's summary: nothing of who asked leaves the township. */
export const listPassedUp: Action<List['input'], List['output']> = {
  write: false,
  input: pagedInput,
  run: (call, { after }) =>
    call.admitted && OFFICE.includes(call.admitted.role) ? ofOffice(call, after) : ofDistrict(after),
};
