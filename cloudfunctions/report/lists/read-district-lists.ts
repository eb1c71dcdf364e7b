/** What the townships of a district brought before it: passed up, and asked for. */
import type { ListId } from '../../../miniprogram/contract/list-export';
import { readAsked } from '../../congress/presidium/store';
import { readWords } from '../../registry/district/district-store';
import { listTownships } from '../../registry/store';
import { toPassedUp } from '../../request/lists/rules/passed-up';
import { readPassedUp } from '../../request/store';
import { readWhole, tell, type Reads } from './reading';
import { ASKED_COLUMNS, PASSED_COLUMNS } from './rules/district-columns';

export type DistrictListId = Extract<ListId, 'passed' | 'asked'>;

export const DISTRICT_LISTS: Reads<DistrictListId> = {
  async passed(_of, asking) {
    const townships = await listTownships();
    const [found, known] = await Promise.all([
      readWhole(
        (limit, after) => readPassedUp(townships, limit, after),
        ({ passedSeq }) => passedSeq,
      ),
      readWords(townships),
    ]);
    const rows = found.rows.map((row) => toPassedUp(row, known.get(row.township)));
    return tell('转报区里的群众意见', '', PASSED_COLUMNS, { rows, cut: found.cut }, asking);
  },

  async asked(_of, asking) {
    const townships = await listTownships();
    const [found, known] = await Promise.all([
      readWhole(
        (limit, after) => readAsked(townships, limit, after),
        ({ seq }) => seq,
      ),
      readWords(townships),
    ]);
    const rows = found.rows.map((row) =>
      Object.assign({ from: known.get(row.township)?.card.name ?? '' }, row),
    );
    return tell('请区里指导的事', '', ASKED_COLUMNS, { rows, cut: found.cut }, asking);
  },
};
