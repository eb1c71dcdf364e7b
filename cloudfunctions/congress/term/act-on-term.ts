import type { Input, Output } from '../../../miniprogram/contract/wire';
import { readTownship } from '../../registry/store';
import { actorOf, findAct, markOf, replay } from '../../shared/act';
import { toInstant, toLocalDate } from '../../shared/china-time';
import { ok, refuse } from '../../shared/errors';
import type { Act } from '../../shared/outbox';
import type { Action, Call } from '../../shared/serve';
import { electedIds, readLastTerm, readTerm, writeTerm } from '../changes/store';
import { planTerm, type TermPlan } from './rules/plan-term';
import type { TermDocument } from './rules/term-document';
import { actInput } from './schemas';

type Asked = Input<'congress', 'actOnTerm'>;

/** What happened, and what is to happen at midnight of the opening: the relay brings that event no sooner. */
function actsOf(call: Call, before: TermDocument, plan: TermPlan, act: string): Act[] {
  const { now: at, key } = call;
  const { state, _id, term } = before;
  const to = plan.set.state ?? state;
  const base = { at, by: actorOf(call), act, of: _id, from: state, to, key, about: { term } };
  const said = plan.words === undefined ? {} : { words: plan.words };
  const first: Act = { ...base, ...said, event: plan.event };
  const opens = plan.set.opens ?? before.opens;
  const switches = to === 'published' && (act === 'publish' || act === 'changeDay');
  return switches ? [first, { ...base, event: 'term-opens', notBefore: toInstant(opens) }] : [first];
}

/**
 * Two calls, one more at once where it is published. Somebody else's act in between: row-changed, and the page reads anew.
 */
export const actOnTerm: Action<Asked, Output<'congress', 'actOnTerm'>> = {
  write: true,
  input: actInput,
  async run(call, { township, term, edition, step }) {
    const [directory, before, last] = await Promise.all([
      readTownship(township),
      readTerm(township, term),
      step.act === 'publish' ? readLastTerm(township) : undefined,
    ]);
    if (!directory || !before) return refuse('not-found');
    const kept = findAct(call, before.acts);
    const answer = kept && { term, edition: kept.edition, state: kept.state, faults: [] };
    const replayed = replay(call, kept && answer && { hash: kept.h, answer });
    if (replayed) return replayed;
    if (before.edition !== edition) return refuse('row-changed', { id: term });
    // Two were prepared at the same moment: the later one is on everybody's screen.
    if (last && last.term !== term) return refuse('row-doubled', { id: last.term });
    const idOf = electedIds(township, term);
    const planned = planTerm(step, before, { directory, today: toLocalDate(call.now), idOf });
    if ('refused' in planned) return refuse(planned.refused, planned.details);
    if ('faults' in planned) return ok({ term, edition, state: before.state, faults: planned.faults });
    const { set, gone } = planned;
    const acts = actsOf(call, before, planned, step.act);
    const done = await writeTerm(before, { set, acts, kept: markOf(call), ...(gone && { gone }) });
    if (!done) return refuse('row-changed', { id: term });
    return ok({ term, edition: edition + 1, state: set.state ?? before.state, faults: [] });
  },
};
