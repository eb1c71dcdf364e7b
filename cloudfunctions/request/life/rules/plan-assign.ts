/** Assigning to a unit, by the office or by ruling of the chief. */
import { facetsOf } from '../../lists/rules/facets';
import type { StoredOwner } from '../../routing/rules/choose-owner';
import type { Assist, RequestDocument } from '../../rules/request-document';
import { said, wrong, type Plan, type PlanContext, type PlanReading, type PlanRefusal } from './plan';
import { workingDays } from './plan-owner';

/** With the task ends what the units may know of it. */
export const sendBack: PlanReading<'return'> = (step, _context, before) => ({
  ...said(step),
  set: { sentBack: true, lead: '', facets: facetsOf({ ...before, lead: '', assists: {} }) },
  drop: ['returnBy', 'extension', 'assists', 'assigned'],
});

export const UNIT: StoredOwner = { kind: 'unit', person: '', group: '' };

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

export const assign: PlanReading<'assign'> = (step, context, before) =>
  assignTo(step, context, before, before.sentBack !== true);
export const rule: PlanReading<'rule'> = (step, context, before) => assignTo(step, context, before, false);
