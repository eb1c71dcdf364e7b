/** Steps whose write needs nothing of what stood there before. */
import { addDays } from '../../../shared/china-time';
import type { RequestAct } from '../../../../miniprogram/contract/request-life';
import { from, other } from '../../../shared/life/rules/needs';
import { OWED_WORD } from './written-word';
import { said, wrong, type Plan, type PlanContext, type PlanStep } from './plan';
import { isAhead, workingDays } from './plan-owner';

const KEPT_DISPATCHES = 20;
/** A visit is agreed for soon, or it is no visit. */
const VISIT_DAYS = 60;

/** The instant and a few letters of the id: an order in which no two are the same. */
export function seqAt({ now, id }: Pick<PlanContext, 'now' | 'id'>): string {
  return `${String(now).padStart(13, '0')}${id.slice(-8)}`;
}

/** Letters of the id (a keyed hash, 5 bits each) as a number from 0 to 99: chance that comes out the same again. */
export function drawOf(id: string): number {
  const letters = '0123456789abcdefghjkmnpqrstvwxyz';
  const value = [...id.slice(-8, -4)].reduce((sum, letter) => sum * 32 + letters.indexOf(letter), 0);
  return Math.floor((value * 100) / 32 ** 4);
}

/** What every closed one gets: a window to rate, a window to come back, perhaps a call back. */
export function closing(context: PlanContext) {
  const { settings, id } = context;
  return {
    rateBy: workingDays(context, settings.ratingDays),
    reopenBy: workingDays(context, settings.reopenDays),
    ...(drawOf(id) < settings.callBackPercent && { callback: 'due' as const }),
  };
}

/** 代问: by the office, never by whoever answered. */
export function asProxy({ actor, by }: PlanContext): Pick<Plan, 'behalf' | 'needs'> {
  return actor === 'proxy' ? { behalf: true, needs: { answeredBy: other(by) } } : {};
}

export const visit: PlanStep<'visit'> = (step, { today }) =>
  step.date < today || step.date > addDays(today, VISIT_DAYS)
    ? wrong('step.date')
    : { due: step.date, about: step.date, ...said(step) };

export const outOfScope: PlanStep<'outOfScope'> = ({ door, words }, context) => ({
  words,
  about: door,
  set: { door, reopenBy: workingDays(context, context.settings.reopenDays), answeredBy: context.by },
  drop: ['board', 'boardPlaces'],
});

export const passUp: PlanStep<'passUp'> = ({ summary }, context) => ({
  set: { passedSeq: seqAt(context), passedSummary: summary },
  drop: ['passedAnswer'],
});

export const planDelivery: PlanStep<'planDelivery'> = ({ who, how, date }, context) =>
  date >= context.today && (date === context.today || isAhead(context, date))
    ? { due: date, about: date, set: { delivery: { who, how, on: date, done: false } } }
    : wrong('step.date');

export const dispatch: PlanStep<'dispatch'> = ({ words }, context) => ({
  words,
  inner: true,
  set: { dispatchSeq: seqAt(context) },
  append: { dispatches: { item: { at: context.now, by: context.by, words }, keep: KEPT_DISPATCHES } },
});

export const extend: PlanStep<'extend'> = ({ until, words }, context) =>
  isAhead(context, until) ? { due: until, about: until, words } : wrong('step.until');

export const askExtension: PlanStep<'askExtension'> = ({ until, words }, context) =>
  isAhead(context, until)
    ? {
        words,
        about: until,
        needs: { 'assigned.longBy': from(until) },
        set: { extension: { until, words, state: 'asked' } },
      }
    : wrong('step.until');

export const assistReply: PlanStep<'assistReply'> = ({ words }, { unit = '', now }) => ({
  words,
  about: unit,
  inside: { [`assists.${unit}.words`]: words, [`assists.${unit}.at`]: now },
});

export const solved: PlanStep<'solved'> = (_step, context) => ({
  ...asProxy(context),
  set: { outcome: 'solved', ...closing(context) },
});

export const rate: PlanStep<'rate'> = ({ satisfaction }, context) => ({
  ...asProxy(context),
  about: satisfaction,
  set: { rating: { satisfaction, behalf: context.actor === 'proxy', at: context.now } },
});

export const tellWhere: PlanStep<'tellWhere'> = ({ way, words }, { today, by }) => ({
  words,
  about: way,
  inside: { 'word.told': { on: today, way, by } },
  takes: OWED_WORD,
});

/** The others leave their words and nothing else, or set one field. */
export const SIMPLE: { readonly [A in RequestAct]?: PlanStep<A> } = {
  visit,
  tellWhere,
  planDelivery,
  dispatch,
  extend,
  askExtension,
  assistReply,
  solved,
  rate,
  take: () => ({}),
  accept: () => ({}),
  propose: (step) => ({ ...said(step), set: { led: '' } }),
  note: said,
  refer: (step) => ({ ...said(step), inner: true }),
  release: ({ summary }) => ({ set: { summary, needs: '', review: false } }),
  unpublish: () => ({ drop: ['board', 'boardPlaces', 'published'] }),
  urge: (step, { today }) => ({ ...said(step), set: { urgedOn: today } }),
  refuseExtension: (step) => ({ ...said(step), inside: { 'extension.state': 'refused' } }),
  proposeKey: (step) => ({ ...said(step), set: { key: 'asked' } }),
  declineKey: (step) => ({ ...said(step), drop: ['key'] }),
  supervise: (step) => ({ ...said(step), set: { key: true } }),
  endSupervise: (step) => ({ ...said(step), drop: ['key'] }),
  nudge: (_step, { today, settings }) => ({ set: { nudgeFrom: addDays(today, settings.nudgeDays) } }),
  withdraw: (step) => ({ ...said(step), drop: ['word', 'board', 'boardPlaces'], takes: OWED_WORD }),
};
