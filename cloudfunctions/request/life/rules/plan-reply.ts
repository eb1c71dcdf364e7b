/** The reply of a unit or of the office, and its delivery to the asker. */
import { REPLY_LABELS } from '../../../../miniprogram/contract/labels';
import type { ReplyClass } from '../../../../miniprogram/contract/request-life';
import { facetsOf } from '../../lists/rules/facets';
import type { RequestDocument, StoredReply } from '../../rules/request-document';
import {
  said,
  FOREVER,
  OFFICE,
  wrong,
  type Plan,
  type PlanContext,
  type PlanReading,
  type PlanRefusal,
} from './plan';
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

/**
 * Said by a deputy or the office. Where it was said to somebody who did not agree with a promise, the promise still runs:
 * nobody is asked whether it is solved before that is done.
 */
export const explain: PlanReading<'explain'> = ({ words }, context, before) => {
  const { by, now } = context;
  const promised =
    before.promise === 'open'
      ? before.replies?.filter(({ doneBy }) => doneBy !== undefined).at(-1)
      : undefined;
  const asked: Plan = { to: 'confirming', due: workingDays(context, context.settings.ratingDays) };
  return {
    ...(promised ? afterReply(promised.doneBy, before, context) : asked),
    words,
    set: { answeredBy: by, reopenBy: FOREVER },
    append: { replies: { item: { class: 'D', words, unit: '', by, at: now }, keep: KEPT_REPLIES } },
  };
};

/** What is answered; a promise has its day, and nothing else has. */
function toReply(
  { class: kind, words, doneBy }: { class: ReplyClass; words: string; doneBy?: string },
  context: PlanContext,
  before: RequestDocument,
): StoredReply | PlanRefusal {
  const promises = kind === 'B' || kind === 'C';
  if (promises !== (doneBy !== undefined)) return wrong('step.doneBy');
  if (doneBy !== undefined && !isAhead(context, doneBy)) return wrong('step.doneBy');
  const { by, now } = context;
  return { class: kind, words, unit: before.lead, by, at: now, ...(doneBy !== undefined && { doneBy }) };
}

/** The asker has it, or somebody brings it. */
function answered(item: StoredReply, context: PlanContext, before: RequestDocument): Plan {
  const promises = item.doneBy !== undefined;
  return {
    ...(before.reach === 'account'
      ? afterReply(item.doneBy, before, context)
      : {
          to: 'replied' as const,
          owner: OFFICE,
          due: workingDays(context, context.settings.deliverDays),
        }),
    words: item.words,
    about: item.class,
    append: { replies: { item, keep: KEPT_REPLIES } },
    set: {
      answeredBy: item.by,
      reopenBy: FOREVER,
      ...(promises ? { promise: 'open' } : before.promise === 'open' && { promise: 'kept' }),
    },
    drop: ['returnBy', 'extension', 'delivery'],
  };
}

export const reply: PlanReading<'reply'> = (step, context, before) => {
  const isPaper = context.actor === 'office';
  const item = toReply(step, context, before);
  if ('refused' in item) return item;
  const plan = answered(isPaper ? { ...item, paper: true } : item, context, before);
  return isPaper ? { ...plan, behalf: true } : plan;
};

/** The government has it to sign; whoever drafted goes on knowing it. */
export const draftReply: PlanReading<'draftReply'> = (step, context, before) => {
  const { through = '', lead } = before;
  const draft = toReply(step, context, before);
  if ('refused' in draft) return draft;
  const until = draft.doneBy === undefined ? '' : `（${draft.doneBy}前办好）`;
  return {
    words: `${REPLY_LABELS[draft.class]}：${draft.words}${until}`,
    tell: { unit: through },
    set: { lead: through, under: lead, draft, facets: facetsOf({ ...before, lead: through, under: lead }) },
    drop: ['returnBy', 'extension'],
  };
};

/** As it was before the government had it. */
function asDrafted(before: RequestDocument): RequestDocument {
  const { under = '', ...rest } = before;
  return { ...rest, lead: under };
}

export const sign: PlanReading<'sign'> = (step, context, before) => {
  const { draft, under = '' } = before;
  if (!draft) return wrong('step.words');
  const { doneBy } = draft;
  // A promised day that went by while it lay here is the next working day.
  const isLate = doneBy !== undefined && doneBy <= context.today;
  const item = isLate ? { ...draft, doneBy: workingDays(context, 1) } : draft;
  const plan = answered(item, context, asDrafted(before));
  const facets = facetsOf(asDrafted(before));
  const { words } = step;
  return {
    ...plan,
    ...(words === undefined ? {} : { words }),
    set: { ...plan.set, lead: under, facets },
    drop: [...(plan.drop ?? []), 'under', 'draft'],
  };
};

export const sendDraftBack: PlanReading<'sendDraftBack'> = ({ words }, context, before) => {
  const { under = '', assigned } = before;
  const replyBy = assigned?.replyBy ?? '';
  return {
    words,
    due: replyBy > context.today ? replyBy : workingDays(context, context.settings.signDays),
    tell: { unit: under },
    set: { lead: under, facets: facetsOf(asDrafted(before)) },
    drop: ['under', 'draft'],
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
