/** One act on the ties of the caller: one read, one write on what was read. */
import type { Answer, Refused } from '../../../miniprogram/contract/wire';
import { actOnce, findAct, isRefused, markOf } from '../../shared/act';
import { append, put } from '../../shared/conditions';
import { bornWith, recordAct, type Act } from '../../shared/outbox';
import type { Call } from '../../shared/serve';
import type { Ties } from './rules/tie';
import { changeTies, createTies, KEPT_ACTS, readTies, tiesId, type TiesDocument } from './store';

export interface TieAct {
  act: string;
  event: string;
  tie: string;
  decide: (ties: Ties) => Ties | Refused;
}

export function actOnTies(call: Call, person: string, plan: TieAct): Promise<Answer<{ tie: string }>> {
  const { township, now, key } = call;
  const answer = { tie: plan.tie };
  const mark = { ...markOf(call), o: plan.tie };
  const act: Act = {
    at: now,
    by: person,
    act: plan.act,
    of: plan.tie,
    from: '',
    to: '',
    key,
    event: plan.event,
    about: { person },
  };
  return actOnce<TiesDocument | undefined, { tie: string }>(call, {
    read: () => readTies(township, person),
    seen(read) {
      const found = findAct(call, read?.acts);
      return found && { hash: found.h, answer: { tie: found.o } };
    },
    decide(read) {
      const ties = plan.decide(read?.ties ?? {});
      if (isRefused(ties)) return ties;
      if (read)
        return {
          answer,
          write: () =>
            changeTies(
              read,
              Object.assign({ ties: put(ties), acts: append([mark], KEPT_ACTS) }, recordAct(act)),
            ),
        };
      const born = { _id: tiesId(township, person), township, rev: 1, person, ties, acts: [mark] };
      return { answer, write: () => createTies({ ...born, ...bornWith(act) }) };
    },
  });
}
