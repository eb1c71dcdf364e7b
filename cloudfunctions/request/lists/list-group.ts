import type { RequestListActions } from '../../../miniprogram/contract/request-lists';
import { membersOn } from '../../registry/directory/rules/directory';
import { toLocalDate } from '../../shared/china-time';
import { refuse } from '../../shared/errors';
import type { Action } from '../../shared/serve';
import { from, listCards } from './list-page';
import { pagedInput } from './schemas';
import { isKeptFrom } from '../view/rules/reader';

type List = RequestListActions['listGroup'];

/** Without what is kept from deputies of the leader's own village, or from the leader by name. */
export const listGroup: Action<List['input'], List['output']> = {
  write: false,
  input: pagedInput,
  async run(call, { after }) {
    const { person, group } = call.admitted ?? {};
    if (person === undefined || group === undefined) return refuse('not-allowed');
    const page = { where: { open: true, led: group }, by: 'dueSeq', ...from(after) } as const;
    return listCards(call, page, 'leader', (row, directory) => {
      const leader = membersOn(directory.people, toLocalDate(call.now)).find((one) => one.person === person);
      return !isKeptFrom(leader, row, directory) && !row.recused.includes(person);
    });
  },
};
