import type { RequestListActions } from '../../../miniprogram/contract/request-lists';
import { recallTownship } from '../../registry/store';
import { toLocalDate } from '../../shared/china-time';
import { grant, refuse } from '../../shared/errors';
import type { Action } from '../../shared/serve';
import { from, readRows } from '../list-page';
import { pagedInput } from '../list-schemas';
import { nameOf } from '../rules/decide-route';
import { BEGINNING } from '../rules/queues';

type List = RequestListActions['listPassedUp'];
const FIELDS = ['number', 'category', 'passedSummary', 'passedSeq', 'state'] as const;

/** The district sees the office's summary: nothing of who asked leaves the township. */
export const listPassedUp: Action<List['input'], List['output']> = {
  write: false,
  input: pagedInput,
  async run({ township, now }, { after }) {
    const page = {
      where: {},
      by: 'passedSeq',
      newest: true,
      floor: BEGINNING,
      fields: FIELDS,
      ...from(after),
    } as const;
    const [known, { rows, next }] = await Promise.all([
      recallTownship(township, now),
      readRows(township, page),
    ]);
    if (!known) return refuse('not-found');
    const items = rows.map(({ _id, number, category, passedSummary = '', passedSeq = '', state }) => ({
      ...{
        request: _id,
        number,
        category: nameOf(known.book.categories, category),
        summary: passedSummary,
        state,
      },
      on: toLocalDate(Number(passedSeq.slice(0, 13))),
    }));
    return grant({ items, ...(next !== undefined && { next }) });
  },
};
