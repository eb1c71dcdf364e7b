/** From a row of the table and its plan to what is written. */
import type { RequestAct, RequestState, StepInput } from '../../../../miniprogram/contract/request-life';
import type { LocalDate } from '../../../../miniprogram/contract/wire';
import { addDays } from '../../../shared/china-time';
import { fixedBy, legalActs as legalActsOf } from '../../../shared/life/rules/table';
import type { Caller } from './actors';
import { clockDay } from './clock';
import { isOpen, LIFE_CYCLE, REQUEST_LIFE } from './life-cycle';
import { FOREVER, isRefusal, type Plan, type PlanContext, type PlanRefusal } from './plan';
import { READING } from './plan-readings';
import { workingDays } from './plan-owner';
import { SIMPLE } from './plan-steps';
import { toldInApp } from './written-word';
import type { RequestDocument, StoredStep } from '../../rules/request-document';

/** The plan with what its row says filled in; what is absent stays as it stood. */
export interface Taken extends Plan {
  act: RequestAct;
  event: string;
  /** Where the row names one state alone. */
  from?: RequestState;
  clockOn?: LocalDate;
}

function clockBy(plan: Plan, before?: RequestDocument): LocalDate | undefined {
  const { to, owner, due, set = {} } = plan;
  if (to !== undefined && !isOpen(to)) return FOREVER;
  if (!before) return due === undefined ? undefined : addDays(due, 1);
  if (to === undefined && due === undefined) return undefined;
  const { paused: _over, ...rest } = before;
  const kept = set.paused ? { ...rest, paused: set.paused } : rest;
  return clockDay({
    ...kept,
    ...set,
    ...(to && { state: to }),
    ...(owner && { owner }),
    ...(due && { due }),
  });
}

/** Steps whose words or notice say in writing, in the app, where it went. */
const TELLS: ReadonlySet<RequestAct> = new Set([
  'assign',
  'nameUnit',
  'rule',
  'passUp',
  'outOfScope',
  'explain',
  'reply',
  'sign',
]);

/** `plan` completed by its row. */
export function complete(act: RequestAct, plan: Plan, context: PlanContext, before?: RequestDocument): Taken {
  const row = LIFE_CYCLE[act];
  const fixed = fixedBy(row, context.today, (setting) => workingDays(context, context.settings[setting]));
  const to = plan.to ?? fixed.to;
  const owner = plan.owner ?? (fixed.owner && { kind: fixed.owner, person: '', group: '' });
  const due = plan.due ?? fixed.due;
  const known = { ...plan, ...(to && { to }), ...(owner && { owner }), ...(due && { due }) };
  const clockOn = clockBy(known, before);
  const paused = due !== undefined && act !== 'pause' ? (['paused'] as const) : [];
  const told = before && TELLS.has(act) ? toldInApp(before, context) : {};
  const [only, ...more] = row.from;
  const from = before?.state ?? (more.length === 0 ? only : undefined);
  return {
    ...known,
    ...(told.set && { set: Object.assign({}, known.set, told.set) }),
    act,
    event: row.event,
    drop: [...(plan.drop ?? []), ...paused],
    ...(told.takes !== undefined && { takes: told.takes }),
    ...(from !== undefined && { from }),
    ...(clockOn !== undefined && { clockOn }),
  };
}

/** What the step makes of the request; `before` for rows that read. */
export function planStep(
  step: StepInput,
  context: PlanContext,
  before?: RequestDocument,
): Taken | PlanRefusal {
  const simple = SIMPLE[step.act] as ((...args: unknown[]) => Plan | PlanRefusal) | undefined;
  const reading = READING[step.act] as typeof simple;
  const plan = before ? reading?.(step, context, before) : simple?.(step, context);
  if (!plan) throw new Error(`no plan for ${step.act}`);
  return isRefusal(plan) ? plan : complete(step.act, plan, context, before);
}

/** Steps that are legal for these callers now: what the buttons show. */
export function legalActs(
  request: RequestDocument,
  callers: readonly Caller[],
  today: LocalDate,
): RequestAct[] {
  return legalActsOf(REQUEST_LIFE, request, callers, today);
}

/** The step as it stays in the request. */
export function toStored(plan: Plan, { at, act, by }: Pick<StoredStep, 'at' | 'act' | 'by'>): StoredStep {
  const { to, words, about, behalf, inner, brings } = plan;
  return {
    at,
    act,
    by,
    ...(to !== undefined && { state: to }),
    ...(words !== undefined && { words }),
    ...(about !== undefined && about !== '' && { about }),
    ...(brings && { files: { photos: brings.photos.count, recordings: brings.recordings.count } }),
    ...(behalf && { behalf }),
    ...(inner && { inner }),
  };
}
