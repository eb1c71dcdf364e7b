import { LIMITS } from '../../../miniprogram/contract/limits';
import type { RequestListActions } from '../../../miniprogram/contract/request-lists';
import { OFFICE } from '../../../miniprogram/contract/roles';
import type { Answer } from '../../../miniprogram/contract/wire';
import { readWords } from '../../registry/district/district-store';
import { recallTownships } from '../../registry/store';
import { fitRows } from '../../shared/cut-lists';
import { ok } from '../../shared/errors';
import type { Action, Call } from '../../shared/serve';
import { readPassedUp } from '../store';
import { readNewest } from './list-page';
import { toPassedUp } from './rules/passed-up';
import { pagedInput } from './schemas';

type List = RequestListActions['listPassedUp'];
const FIELDS = ['number', 'category', 'passedSummary', 'passedAnswer', 'passedSeq', 'state'] as const;

async function ofOffice(call: Call, after: string | undefined): Promise<Answer<List['output']>> {
  const found = await readNewest(call, { by: 'passedSeq', fields: FIELDS, after });
  if (!found.ok) return found;
  const { rows, directory, next } = found.data;
  return ok({ items: rows.map((row) => toPassedUp(row, directory)), ...(next !== undefined && { next }) });
}

/** The township's words are read beside each row. */
const PAGE = LIMITS.page / 2;

async function ofDistrict({ now }: Call, after: string | undefined): Promise<Answer<List['output']>> {
  const found = await readPassedUp(await recallTownships(now), PAGE + 1, after);
  const rows = found.slice(0, PAGE);
  const words = await readWords([...new Set(rows.map(({ township }) => township))]);
  const told = rows.map((row) => ({ row, item: toPassedUp(row, words.get(row.township)) }));
  const items = fitRows(told, ({ item }) => item);
  const next = found.length > items.length ? items.at(-1)?.row.passedSeq : undefined;
  return ok({ items: items.map(({ item }) => item), ...(next !== undefined && { next }) });
}

/** The district sees the office's summary: nothing of who asked leaves the township. */
export const listPassedUp: Action<List['input'], List['output']> = {
  write: false,
  input: pagedInput,
  run: (call, { after }) =>
    call.admitted && OFFICE.includes(call.admitted.role) ? ofOffice(call, after) : ofDistrict(call, after),
};
