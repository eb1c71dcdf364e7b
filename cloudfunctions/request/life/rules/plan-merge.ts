/** Merging a request into an older one, and taking it out again. */
import type { RequestDocument } from '../../rules/request-document';
import { OFFICE, type Plan, type PlanContext, type PlanReading } from './plan';
import { workingDays } from './plan-owner';

export const merge: PlanReading<'merge'> = ({ into }, { target }, before) => {
  if (!target) return { refused: 'not-found' };
  if (!target.open || target.seq >= before.seq) return { refused: 'not-older' };
  const { state, owner, due } = before;
  return {
    about: into,
    tell: { into },
    due,
    inner: true,
    drop: ['board', 'boardPlaces'],
    set: { mergedInto: into, before: { state, owner, due } },
  };
};

/** As it stood; a date that passed meanwhile begins anew. */
export function restore(request: RequestDocument, context: PlanContext): Plan {
  const { state, owner, due } = request.before ?? { state: 'submitted', owner: OFFICE, due: '' };
  return {
    to: state,
    owner,
    due: due > context.today ? due : workingDays(context, context.settings.contactDays),
    drop: ['mergedInto', 'before'],
    tell: { into: request.mergedInto ?? '' },
  };
}

export const unmerge: PlanReading<'unmerge'> = (_step, context, before) => restore(before, context);
