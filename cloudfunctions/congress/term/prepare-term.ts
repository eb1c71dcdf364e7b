import type { Input, Output } from '../../../miniprogram/contract/wire';
import { actorOf, findAct, markOf, replay } from '../../shared/act';
import { toLocalDate } from '../../shared/china-time';
import { ok, refuse } from '../../shared/errors';
import type { Action } from '../../shared/serve';
import { createTerm, readLastTerm, termIds } from '../changes/store';
import type { TermDocument } from './rules/term-document';
import { prepareInput } from './schemas';

type Asked = Input<'congress', 'prepareTerm'>;

/** Two calls. One at a time: another that is under way is finished or dropped first. */
export const prepareTerm: Action<Asked, Output<'congress', 'prepareTerm'>> = {
  write: true,
  input: prepareInput,
  async run(call, { township, name, opens }) {
    const { now } = call;
    const { _id, term } = termIds(township, name);
    const mark = markOf(call);
    const last = await readLastTerm(township);
    const kept = findAct(call, last?.acts);
    const before = last && kept ? replay(call, { hash: kept.h, answer: { term: last.term } }) : undefined;
    if (before) return before;
    if (opens <= toLocalDate(now)) return refuse('bad-input', { field: 'opens' });
    const underWay = last?.state === 'preparing' || last?.state === 'published';
    if (last && (underWay || last._id === _id)) return refuse('row-doubled', { id: last.term });
    const born: TermDocument = {
      _id,
      township,
      rev: 1,
      edition: 1,
      term,
      name,
      opens,
      state: 'preparing',
      elected: [],
      villages: {},
      termSeq: `${String(now).padStart(13, '0')}${term.slice(-4)}`,
      acts: [{ ...mark, edition: 1, state: 'preparing' }],
    };
    return (await createTerm(born, actorOf(call), call.key, now))
      ? ok({ term })
      : refuse('row-doubled', { id: term });
  },
};
