/** Steps around the handling units: assigning, answering, delivering, coming back. They need what stood there. */
import type { RequestAct } from '../../../../miniprogram/contract/request-life';
import { workingDaysBetween } from './deadline';
import { facetsOf, placeOf } from '../../lists/rules/facets';
import {
  FOREVER,
  OFFICE,
  said,
  wrong,
  type Plan,
  type PlanContext,
  type PlanReading,
  type PlanRefusal,
} from './plan';
import { followerOf, handOver, isAhead, keep, reassign, recuse, workingDays } from './plan-owner';
import { asProxy, closing, seqAt } from './plan-steps';
import type { Assist, RequestDocument } from '../../rules/request-document';
import type { StoredOwner } from '../../routing/rules/choose-owner';
import { wordTokens } from '../../lists/rules/words';

const UNIT: StoredOwner = { kind: 'unit', person: '', group: '' };
const PRESIDIUM: StoredOwner = { kind: 'presidium', person: '', group: '' };
const KEPT_REPLIES = 8;

interface Handling {
  lead: string;
  assist: readonly string[];
  words?: string;
}

/** `returnable`: not after a unit returned it once, nor after the chief's ruling. */
function assignTo(
  { lead, assist, ...step }: Handling,
  context: PlanContext,
  before: RequestDocument,
  returnable: boolean,
): Plan | PlanRefusal {
  const { directory, settings, now } = context;
  const known = (unit: string) => directory.units.some(({ id }) => id === unit);
  if (!known(lead)) return wrong('step.lead');
  if (!assist.every(known) || assist.includes(lead) || new Set(assist).size < assist.length)
    return wrong('step.assist');
  const due = workingDays(context, settings.assistReplyDays);
  const assists: Record<string, Assist> = Object.fromEntries(assist.map((unit) => [unit, { due }]));
  const replyBy = workingDays(context, before.redone > 0 ? settings.redoDays : settings.unitReplyDays);
  const longBy = workingDays(context, Math.max(settings.unitReplyLongDays, settings.redoDays));
  return {
    due: replyBy,
    owner: UNIT,
    about: lead,
    tell: { unit: lead },
    ...said(step),
    set: {
      lead,
      assists,
      led: '',
      facets: facetsOf({ ...before, lead, assists }),
      assigned: { at: now, replyBy, longBy, ...said(step) },
      ...(returnable && { returnBy: workingDays(context, settings.unitReturnDays) }),
    },
    drop: returnable ? ['extension'] : ['extension', 'returnBy'],
  };
}

const assign: PlanReading<'assign'> = (step, context, before) =>
  assignTo(step, context, before, before.sentBack !== true);
const rule: PlanReading<'rule'> = (step, context, before) => assignTo(step, context, before, false);

/** Where a reply leads that has reached the asker; a promised day that went by before it did is now the next one. */
function afterReply(doneBy: string | undefined, before: RequestDocument, context: PlanContext): Plan {
  if (doneBy !== undefined) {
    const due = doneBy > context.today ? doneBy : workingDays(context, 1);
    return { to: 'promised', owner: before.lead === '' ? OFFICE : UNIT, due };
  }
  return { to: 'confirming', owner: OFFICE, due: workingDays(context, context.settings.ratingDays) };
}

const reply: PlanReading<'reply'> = (step, context, before) => {
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

const deliver: PlanReading<'deliver'> = (step, context, before) => ({
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
      'boardPlace',
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

const notSolved: PlanReading<'notSolved'> = ({ words }, context, before) => ({
  ...reopen(before, context),
  ...asProxy(context),
  words,
});

const disagree: PlanReading<'disagree'> = ({ words }, context, before) => {
  const owner = followerOf(before, context);
  return {
    owner,
    words,
    ...asProxy(context),
    set: { disagreed: true, led: owner.group },
    drop: ['outcome', 'door', 'rateBy', 'reopenBy', 'callback', 'board', 'boardPlace', 'published'],
  };
};

const callBack: PlanReading<'callBack'> = ({ solved, words }, context, before) => {
  const needs = { answeredBy: { test: 'neq', value: context.by } } as const;
  const calledBack = { solved, words, at: context.now };
  if (solved) {
    const { state, owner, due } = before;
    return { to: state, owner, due, words, needs, behalf: true, set: { callback: 'done', calledBack } };
  }
  const back = reopen(before, context);
  return { ...back, words, needs, behalf: true, set: { ...back.set, calledBack } };
};

const settle: PlanReading<'settle'> = (step, context) => {
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

const pause: PlanReading<'pause'> = ({ until, words }, context, before) => {
  if (!isAhead(context, until)) return wrong('step.until');
  const left = Math.max(1, workingDaysBetween(context.today, before.due, context.holidays));
  return { due: until, words, about: until, set: { paused: { until, words, left } } };
};

const resume: PlanReading<'resume'> = (step, context, { paused }) => ({
  due: workingDays(context, paused?.left ?? 1),
  drop: ['paused'],
  ...said(step),
});

const grantExtension: PlanReading<'grantExtension'> = (step, { today }, { extension }) => {
  // Asked for long ago and past by now: nothing is gained by granting it.
  if (!extension || extension.until <= today) return { refused: 'step-used' };
  return {
    due: extension.until,
    about: extension.until,
    inside: { 'extension.state': 'granted' },
    ...said(step),
  };
};

const merge: PlanReading<'merge'> = ({ into }, { target }, before) => {
  if (!target) return { refused: 'not-found' };
  if (!target.open || target.seq >= before.seq) return { refused: 'not-older' };
  const { state, owner, due } = before;
  return {
    about: into,
    tell: { into },
    due,
    inner: true,
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

const publish: PlanReading<'publish'> = (step, context, before) => ({
  set: {
    board: seqAt(context),
    boardPlace: placeOf(before),
    published: { title: step.title, summary: step.summary, result: step.result, on: context.today },
  },
});

const setTitle: PlanReading<'setTitle'> = ({ title }, _context, { tokens, needs }) => ({
  set: {
    title,
    tokens: [...tokens.filter((token) => !token.startsWith('w:')), ...wordTokens(title)],
    ...(needs === 'title' && { needs: '' as const, review: false }),
  },
});

/** With the task ends what the units may know of it. */
const sendBack: PlanReading<'return'> = (step, _context, before) => ({
  ...said(step),
  set: { sentBack: true, lead: '', facets: facetsOf({ ...before, lead: '', assists: {} }) },
  drop: ['returnBy', 'extension', 'assists', 'assigned'],
});

export const READING: { readonly [A in RequestAct]?: PlanReading<A> } = {
  recuse,
  handOver,
  reassign,
  keep,
  assign,
  return: sendBack,
  rule,
  reply,
  deliver,
  notSolved,
  disagree,
  callBack,
  settle,
  pause,
  resume,
  grantExtension,
  merge,
  publish,
  setTitle,
  unmerge: (_step, context, before) => restore(before, context),
};
