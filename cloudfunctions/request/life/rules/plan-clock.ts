/** Steps that happen by time, and what comes to a merged request from the one it was merged into. */
import type { ClockAct } from '../../../../miniprogram/contract/request-life';
import { clockDay, clockTask, type ClockTask } from './clock';
import { contextFor } from './context';
import { FOREVER, OFFICE, type Plan, type PlanContext } from './plan';
import { restore } from './plan-merge';
import { chooseIn, giveTo, leaderOf, workingDays } from './plan-owner';
import { closing } from './plan-steps';
import { toldInApp } from './written-word';
import type { RequestDocument } from '../../rules/request-document';

export interface ClockStep {
  act: ClockAct;
  event: string;
  plan: Plan;
  clockOn: string;
}

const EVENTS: Readonly<Record<ClockTask, string>> = {
  'to-leader': 'request-to-leader',
  'to-office': 'request-to-office',
  lapse: 'request-closed',
  unpause: 'request-resumed',
  late: 'request-late',
};

const SYSTEM = { account: 'system' };

/** What is kept of `giveTo`: whoever was promised a contact by a date keeps that date, unless it is past. */
function toLeader(request: RequestDocument, context: PlanContext): Plan | undefined {
  const leader = leaderOf(request, context);
  if (!leader) return undefined;
  const { officeOn } = request;
  const { set = {}, tell = {} } = giveTo(leader, request, context);
  const { facets: _facets, lead: _lead, ...kept } = set;
  const had = { ...tell, had: request.owner.person };
  return { owner: leader, set: { ...kept, officeOn }, about: leader.person, tell: had };
}

function toOffice(request: RequestDocument, context: PlanContext): Plan {
  const due = workingDays(context, context.settings.contactDays);
  return { owner: OFFICE, due, set: { led: '' }, tell: { had: request.owner.person } };
}

function planOf(task: ClockTask, request: RequestDocument, context: PlanContext): Plan {
  switch (task) {
    case 'to-leader':
      return toLeader(request, context) ?? toOffice(request, context);
    case 'to-office':
      return toOffice(request, context);
    case 'lapse':
      return { to: 'closed', due: context.today, set: { outcome: 'silent', ...closing(context) } };
    case 'unpause':
      return { due: workingDays(context, request.paused?.left ?? 1), drop: ['paused'] };
    case 'late':
      return { set: { lateTold: request.due } };
  }
}

export function clockAfter(request: RequestDocument, { to, owner, due, set = {}, drop = [] }: Plan): string {
  const { paused, ...rest } = request;
  const kept = paused && !drop.includes('paused') ? { ...rest, paused } : rest;
  return clockDay({
    ...kept,
    ...set,
    ...(to && { state: to }),
    ...(owner && { owner }),
    ...(due && { due }),
  });
}

export type Known = Parameters<typeof contextFor>[0];

export function systemContext(request: RequestDocument, known: Known, now: number): PlanContext {
  return contextFor(known, SYSTEM, 'office', { id: request._id, now });
}

/**
 * The next thing that time does with it today; undefined: nothing. After a long sleep a request goes to the office
 * at once, not first to the leader.
 */
export function clockStep(request: RequestDocument, known: Known, now: number): ClockStep | undefined {
  const context = systemContext(request, known, now);
  const task = clockTask(request, context.today);
  if (!task) return undefined;
  const plan = planOf(task, request, context);
  const done = plan.owner?.kind === 'office' ? 'to-office' : task;
  return { act: done, event: EVENTS[done], plan, clockOn: clockAfter(request, plan) };
}

/**
 * Whoever has it is a deputy no more, or has no account any more: somebody else of the group goes on with it, else
 * the office. Nothing of what happened is rewritten.
 */
export function ownerGoneStep(request: RequestDocument, known: Known, now: number): ClockStep {
  const context = systemContext(request, known, now);
  const owner = chooseIn(request.group, request, context);
  const { set = {}, ...given } = giveTo(owner, request, context);
  const plan = { ...given, set: { ...set, deputy: owner.person } };
  return { act: 'owner-gone', event: 'request-handed-over', plan, clockOn: clockAfter(request, plan) };
}

/** The one it was merged into is over: it goes on by itself. */
export function sendBackStep(request: RequestDocument, known: Known, now: number): ClockStep {
  const plan = restore(request, systemContext(request, known, now));
  return { act: 'send-back', event: 'request-sent-back', plan, clockOn: clockAfter(request, plan) };
}

/** What the target's answer or end makes of a merged one; undefined: nothing. */
export function companionStep(
  request: RequestDocument,
  target: RequestDocument,
  known: Known,
  now: number,
): ClockStep | undefined {
  const context = systemContext(request, known, now);
  if (target.state === 'withdrawn') {
    return sendBackStep(request, known, now);
  }
  const replies = target.replies ?? [];
  const told = toldInApp(request, { today: context.today, by: 'system' });
  const takes = told.takes === undefined ? {} : { takes: told.takes };
  const answered = { replies, answeredBy: target.answeredBy ?? '', ...told.set };
  if (target.state === 'out-of-scope') {
    const set = {
      ...answered,
      reopenBy: closing(context).reopenBy,
      ...(target.door && { door: target.door }),
    };
    return {
      act: 'with',
      event: 'request-out-of-scope',
      plan: { to: 'out-of-scope', set, ...takes },
      clockOn: FOREVER,
    };
  }
  if (target.state === 'closed') {
    const set = { ...answered, ...closing(context), outcome: 'with-other' as const };
    const plan: Plan = { to: 'closed', due: context.today, set, ...takes };
    return { act: 'with', event: 'request-closed', plan, clockOn: FOREVER };
  }
  if (replies.length === 0 || JSON.stringify(replies) === JSON.stringify(request.replies)) return undefined;
  return { act: 'with', event: 'request-answered', plan: { set: answered, ...takes }, clockOn: FOREVER };
}
