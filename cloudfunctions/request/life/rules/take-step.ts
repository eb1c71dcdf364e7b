/** From a row of the table and its plan to what is written. */
import type { RequestAct, RequestState, StepInput } from '../../../../miniprogram/contract/request-life';
import type { LocalDate } from '../../../../miniprogram/contract/wire';
import { addDays } from '../../../shared/china-time';
import { needsOf, ROLES_OF, type Actor, type Caller } from './actors';
import type { StoredOwner } from '../../routing/rules/choose-owner';
import { clockDay } from './clock';
import { isOpen, LIFE_CYCLE, type LifeStep } from './life-cycle';
import { meets, type Needs } from './needs';
import { FOREVER, isRefusal, type Plan, type PlanContext, type PlanRefusal } from './plan';
import { READING } from './plan-handling';
import { workingDays } from './plan-owner';
import { SIMPLE } from './plan-steps';
import type { RequestDocument, StoredStep } from '../../rules/request-document';

/** The plan with what its row says filled in; what is absent stays as it stood. */
export interface Taken extends Plan {
  act: RequestAct;
  event: string;
  /** Where the row names one state alone. */
  from?: RequestState;
  clockOn?: LocalDate;
}

function ownerBy({ owner }: LifeStep): StoredOwner | undefined {
  return owner === 'kept' || owner === 'planned' ? undefined : { kind: owner, person: '', group: '' };
}

function dueBy({ due }: LifeStep, context: PlanContext): LocalDate | undefined {
  if (due === 'none') return context.today;
  return typeof due === 'string' ? undefined : workingDays(context, context.settings[due.setting]);
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

/** `plan` completed by its row. */
export function complete(act: RequestAct, plan: Plan, context: PlanContext, before?: RequestDocument): Taken {
  const row = LIFE_CYCLE[act];
  const fixed = row.to === 'same' || row.to === 'planned' ? undefined : row.to;
  const to = plan.to ?? fixed;
  const owner = plan.owner ?? ownerBy(row);
  const due = plan.due ?? dueBy(row, context);
  const known = { ...plan, ...(to && { to }), ...(owner && { owner }), ...(due && { due }) };
  const clockOn = clockBy(known, before);
  const paused = due !== undefined && act !== 'pause' ? (['paused'] as const) : [];
  const [only, ...more] = row.from;
  const from = before?.state ?? (more.length === 0 ? only : undefined);
  return {
    ...known,
    act,
    event: row.event,
    drop: [...(plan.drop ?? []), ...paused],
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

/** As whom somebody of this role may do the step at all, best first. */
export function actorsOf(act: RequestAct, caller: Caller): Actor[] {
  return LIFE_CYCLE[act].who.filter((actor) =>
    actor === 'asker'
      ? caller.role === undefined
      : caller.role !== undefined && ROLES_OF[actor].includes(caller.role),
  );
}

/** What the row's write needs, but for who acts. */
export function needsOfRow(act: RequestAct, today: LocalDate): Needs {
  return LIFE_CYCLE[act].when?.(today) ?? {};
}

/** Steps that are legal for these callers now: what the buttons show. */
export function legalActs(
  request: RequestDocument,
  callers: readonly Caller[],
  today: LocalDate,
): RequestAct[] {
  return (Object.keys(LIFE_CYCLE) as RequestAct[]).filter((act) => {
    const { from } = LIFE_CYCLE[act];
    if (!from.includes(request.state) || !meets(request, needsOfRow(act, today))) return false;
    return callers.some((caller) =>
      actorsOf(act, caller).some((actor) => meets(request, needsOf(actor, caller))),
    );
  });
}

/** The step as it stays in the request. */
export function toStored(plan: Plan, { at, act, by }: Pick<StoredStep, 'at' | 'act' | 'by'>): StoredStep {
  const { to, words, about, behalf, inner } = plan;
  return {
    at,
    act,
    by,
    ...(to !== undefined && { state: to }),
    ...(words !== undefined && { words }),
    ...(about !== undefined && about !== '' && { about }),
    ...(behalf && { behalf }),
    ...(inner && { inner }),
  };
}
