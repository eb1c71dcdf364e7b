import type { RequestListActions } from '../../../miniprogram/contract/request-lists';
import { toLocalDate } from '../../shared/china-time';
import { ok } from '../../shared/errors';
import type { Action } from '../../shared/serve';
import { readNewest } from './list-page';
import { pagedInput } from './schemas';
import { nameOf } from '../../registry/directory/rules/directory';

type List = RequestListActions['listPassedUp'];
const FIELDS = ['number', 'category', 'passedSummary', 'passedSeq', 'state'] as const;

/** The district sees the office's summary: nothing of who asked leaves the township. */
export const listPassedUp: Action<List['input'], List['output']> = {
  write: false,
  input: pagedInput,
  async run(call, { after }) {
    const found = await readNewest(call, { by: 'passedSeq', fields: FIELDS, after });
    if (!found.ok) return found;
    const { rows, directory, next } = found.data;
    const items = rows.map(({ _id, number, category, passedSummary = '', passedSeq = '', state }) => ({
      request: _id,
      number,
      category: nameOf(directory.categories, category),
      summary: passedSummary,
      state,
      on: toLocalDate(Number(passedSeq.slice(0, 13))),
    }));
    return ok({ items, ...(next !== undefined && { next }) });
  },
};
