/** The reply of a unit or of the office, and its delivery to the asker. */
import type { RequestDocument } from '../../rules/request-document';
import { said, FOREVER, OFFICE, wrong, type Plan, type PlanContext, type PlanReading } from './plan';
import { UNIT } from './plan-assign';
import { isAhead, workingDays } from './plan-owner';

const KEPT_REPLIES = 8;

/** Where a reply leads that has reached the asker; a promised day that went by before it did is now the next one. */
function afterReply(doneBy: string | undefined, before: RequestDocument, context: PlanContext): Plan {
  if (doneBy !== undefined) {
    const due = doneBy > context.today ? doneBy : workingDays(context, 1);
    return { to: 'promised', owner: before.lead === '' ? OFFICE : UNIT, due };
  }
  return { to: 'confirming', owner: OFFICE, due: workingDays(context, context.settings.ratingDays) };
}

export const reply: PlanReading<'reply'> = (step, context, before) => {
  const { by, now, actor, settings } = context;
  const promises = step.class === 'B' || step.class === 'C';
  if (promises !== (step.doneBy !== undefined)) return wrong('step.doneBy');
  if (step.doneBy !== undefined && !isAhead(context, step.doneBy)) return wrong('step.doneBy');
  const { doneBy, words } = step;
  const reached = before.reach === 'account';
  const item = {
    class: step.class,
    words,
    unit: before.lead,
    by,
    at: now,
    ...(doneBy !== undefined && { doneBy }),
    ...(actor === 'office' && { paper: true as const }),
  };
  return {
    ...(reached
      ? afterReply(doneBy, before, context)
      : { to: 'replied' as const, owner: OFFICE, due: workingDays(context, settings.deliverDays) }),
    words,
    about: step.class,
    append: { replies: { item, keep: KEPT_REPLIES } },
    set: {
      answeredBy: by,
      reopenBy: FOREVER,
      ...(promises ? { promise: 'open' } : before.promise === 'open' && { promise: 'kept' }),
    },
    drop: ['returnBy', 'extension', 'delivery'],
    ...(actor === 'office' && { behalf: true as const }),
  };
};

export const deliver: PlanReading<'deliver'> = (step, context, before) => ({
  ...afterReply(before.replies?.at(-1)?.doneBy, before, context),
  about: step.how,
  ...said(step),
  set: {
    delivery: {
      how: step.how,
      on: context.today,
      done: true,
      ...(before.delivery?.who !== undefined && { who: before.delivery.who }),
    },
    reopenBy: FOREVER,
  },
});
