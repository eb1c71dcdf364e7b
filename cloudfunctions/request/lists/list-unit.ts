import type { RequestListActions } from '../../../miniprogram/contract/request-lists';
import { not } from '../../shared/conditions';
import { refuse } from '../../shared/errors';
import type { Action } from '../../shared/serve';
import { from, listCards } from './list-page';
import { unitInput } from './schemas';
import { facetOf } from './rules/facets';

type List = RequestListActions['listUnit'];

export const listUnit: Action<List['input'], List['output']> = {
  write: false,
  input: unitInput,
  async run(call, { after, closed }) {
    const unit = call.admitted?.unit;
    if (unit === undefined) return refuse('not-allowed');
    // What was withdrawn is the office's and the asker's (view/rules/reader.ts).
    const where = { open: closed !== true, facets: facetOf({ unit }), state: not('withdrawn') };
    return listCards(call, { where, by: 'dueSeq', newest: closed === true, ...from(after) }, 'unit');
  },
};
