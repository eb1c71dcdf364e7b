/** The title that the office gives a request, and what the public board shows of it. */
import { wordTokens } from '../../lists/rules/words';
import { mayBeOffered } from '../../publication/rules/board-items';
import { proposeRemoval } from '../../publication/rules/remove-personal';
import { EVERY, placeOf } from '../../lists/rules/facets';
import type { PlanReading } from './plan';
import { seqAt } from './plan-steps';

export const publish: PlanReading<'publish'> = (step, context, before) => ({
  set: {
    board: seqAt(context),
    boardPlaces: [EVERY, placeOf(before)],
    published: { title: step.title, summary: step.summary, result: step.result, on: context.today },
  },
});

/** Whoever may not know of the request would read it there: then it is not public before it is over. */
export const offer: PlanReading<'offer'> = ({ title }, context, before) => {
  if (!mayBeOffered(before)) return { refused: 'not-allowed' };
  const names = context.directory.people.map(({ name }) => name);
  if (proposeRemoval(title, names).remove.length > 0) return { refused: 'title-names' };
  return {
    set: {
      board: seqAt(context),
      boardPlaces: [EVERY, placeOf(before)],
      offered: { title, on: context.today },
    },
  };
};

export const setTitle: PlanReading<'setTitle'> = ({ title }, _context, { tokens, needs }) => ({
  set: {
    title,
    // Words of the old title go: as a rule makes them, and as they are stored (lists/tokens.ts).
    tokens: [...tokens.filter((token) => !/^w:/i.test(token)), ...wordTokens(title)],
    ...(needs === 'title' && { needs: '' as const, review: false }),
  },
});
