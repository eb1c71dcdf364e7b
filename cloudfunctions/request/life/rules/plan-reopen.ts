/** What happens when the result is not accepted: a new round, a talk, and in the end the presidium. */
import type { StoredOwner } from '../../routing/rules/choose-owner';
import type { RequestDocument } from '../../rules/request-document';
import { OFFICE, type Plan, type PlanContext, type PlanReading } from './plan';
import { UNIT } from './plan-assign';
import { followerOf, workingDays } from './plan-owner';
import { asProxy, closing } from './plan-steps';

const PRESIDIUM: StoredOwner = { kind: 'presidium', person: '', group: '' };

/** Comes back with a new clock: to the unit, the deputy or the office; after the last time to the presidium. */
function reopen(before: RequestDocument, context: PlanContext): Plan {
  const { settings } = context;
  const redone = before.redone + 1;
  const again: Plan = {
    set: { redone, ...(before.promise === 'open' && { promise: 'kept' as const }) },
    drop: [
      'outcome',
      'rating',
      'rateBy',
      'reopenBy',
      'disagreed',
      'callback',
      'door',
      'returnBy',
      'extension',
      'delivery',
      'board',
      'boardPlaces',
      'published',
      'mergedInto',
      'before',
    ],
  };
  const redoBy = workingDays(context, settings.redoDays);
  if (redone > settings.redoTimes) return { ...again, to: 'escalated', owner: PRESIDIUM, due: redoBy };
  if (before.lead !== '') {
    const assigned = { ...(before.assigned ?? { at: context.now }), replyBy: redoBy, longBy: redoBy };
    return { ...again, to: 'accepted', owner: UNIT, due: redoBy, set: { ...again.set, assigned } };
  }
  const owner = followerOf(before, context);
  const due = workingDays(context, settings.contactDays);
  return { ...again, to: 'contacting', owner, due, set: { ...again.set, led: owner.group } };
}

export const notSolved: PlanReading<'notSolved'> = ({ words }, context, before) => ({
  ...reopen(before, context),
  ...asProxy(context),
  words,
});

export const disagree: PlanReading<'disagree'> = ({ words }, context, before) => {
  const owner = followerOf(before, context);
  return {
    owner,
    words,
    ...asProxy(context),
    set: { disagreed: true, led: owner.group },
    drop: ['outcome', 'door', 'rateBy', 'reopenBy', 'callback', 'board', 'boardPlaces', 'published'],
  };
};

export const callBack: PlanReading<'callBack'> = ({ solved, words }, context, before) => {
  const needs = { answeredBy: { test: 'neq', value: context.by } } as const;
  const calledBack = { solved, words, at: context.now };
  if (solved) {
    const { state, owner, due } = before;
    return { to: state, owner, due, words, needs, behalf: true, set: { callback: 'done', calledBack } };
  }
  const back = reopen(before, context);
  return { ...back, words, needs, behalf: true, set: { ...back.set, calledBack } };
};

export const settle: PlanReading<'settle'> = (step, context) => {
  if (step.then === 'close') {
    const { reopenBy: _never, ...ends } = closing(context);
    return {
      to: 'closed',
      owner: PRESIDIUM,
      due: context.today,
      words: step.words,
      about: 'close',
      set: { outcome: 'settled', ...ends },
      drop: ['reopenBy'],
    };
  }
  const due = workingDays(context, context.settings.assignDays);
  return { to: 'proposed', owner: OFFICE, due, words: step.words, about: 'redo' };
};
