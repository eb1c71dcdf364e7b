import type { RequestListActions } from '../../../miniprogram/contract/request-lists';
import { refuse } from '../../shared/errors';
import type { Action } from '../../shared/serve';
import { from, listCards } from './list-page';
import { pagedInput } from './schemas';

type List = RequestListActions['listGroup'];

export const listGroup: Action<List['input'], List['output']> = {
  write: false,
  input: pagedInput,
  async run(call, { after }) {
    const { person, group } = call.admitted ?? {};
    if (person === undefined || group === undefined) return refuse('not-allowed');
    const page = { where: { open: true, led: group }, by: 'dueSeq', ...from(after) } as const;
    return listCards(call, page, 'leader');
  },
};
