import type { RequestListActions } from '../../../miniprogram/contract/request-lists';
import { refuse } from '../../shared/errors';
import type { Action } from '../../shared/serve';
import { from, listCards } from './list-page';
import { ownedInput } from './schemas';

type List = RequestListActions['listOwned'];

/** What the caller has, or had and follows; the page of `following` leaves out what the caller has (again). */
export const listOwned: Action<List['input'], List['output']> = {
  write: false,
  input: ownedInput,
  async run(call, { scope, after }) {
    const person = call.admitted?.person;
    if (person === undefined) return refuse('not-allowed');
    if (scope === 'mine') {
      const where = { open: true, 'owner.person': person };
      return listCards(call, { where, by: 'dueSeq', ...from(after) }, 'owner');
    }
    const where = { open: true, deputy: person };
    const page = { where, by: 'dueSeq', ...from(after) } as const;
    return listCards(call, page, 'follower', ({ owner }) => owner.person !== person);
  },
};
