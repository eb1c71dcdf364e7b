/** Assigning to a unit, by the office or by ruling of the chief. */
import type { UnitCard } from '../../../../miniprogram/contract/registry';
import { addDays } from '../../../shared/china-time';
import { facetsOf } from '../../lists/rules/facets';
import type { StoredOwner } from '../../routing/rules/choose-owner';
import type { Assist, RequestDocument } from '../../rules/request-document';
import { said, wrong, type Plan, type PlanContext, type PlanReading, type PlanRefusal } from './plan';
import { workingDays } from './plan-owner';

/** With the task ends what the units may know of it. */
export const sendBack: PlanReading<'return'> = (step, _context, before) => ({
  ...said(step),
  set: { sentBack: true, lead: '', facets: facetsOf({ ...before, lead: '', assists: {} }) },
  drop: ['returnBy', 'extension', 'assists', 'assigned', 'through', 'copy'],
});

function unitsOf({ lead, assists = {} }: RequestDocument): string[] {
  return [...(lead === '' ? [] : [lead]), ...Object.keys(assists)];
}

/** The office takes the task back: the units know it no more, and are told so by who they were. */
export const takeBack: PlanReading<'takeBack'> = (step, _context, before) => ({
  ...said(step),
  about: before.lead,
  tell: { hadUnits: unitsOf(before).join(' ') },
  set: { lead: '', facets: facetsOf({ ...before, lead: '', assists: {} }) },
  drop: ['returnBy', 'extension', 'assists', 'assigned', 'ruled', 'through', 'copy'],
});

export const UNIT: StoredOwner = { kind: 'unit', person: '', group: '' };

interface Handling {
  lead: string;
  assist: readonly string[];
  words?: string;
  /** Chosen by the office, within the rule. */
  replyBy?: string;
}

/** By when a lead unit usually answers, and between which days the office may set that: working days from today. */
export function replyDays(
  { settings, ...days }: Pick<PlanContext, 'settings' | 'today' | 'holidays'>,
  { redone }: Pick<RequestDocument, 'redone'>,
): { first: string; usual: string; latest: string } {
  const { redoDays, unitReplyDays, unitReplyLongDays } = settings;
  return {
    first: addDays(days.today, 1),
    usual: workingDays(days, redone > 0 ? redoDays : unitReplyDays),
    latest: workingDays(days, Math.max(unitReplyLongDays, redoDays)),
  };
}

/** Fewer days than usual, or more of them with a reason; undefined: so it may be. */
function faultOfDay(
  { replyBy, words }: Pick<Handling, 'replyBy' | 'words'>,
  context: PlanContext,
  before: RequestDocument,
): PlanRefusal | undefined {
  if (replyBy === undefined) return undefined;
  const { first, usual, latest } = replyDays(context, before);
  if (replyBy < first || replyBy > latest) return wrong('step.replyBy');
  if (replyBy <= usual || words !== undefined) return undefined;
  return { refused: 'bad-input', details: { field: 'step.words', why: 'empty' } };
}

/** The first of these units that the county runs. */
function countyUnitOf({ lead, assist }: Handling, { directory }: PlanContext): UnitCard | undefined {
  return directory.units.find(({ id, county }) => county && (id === lead || assist.includes(id)));
}

/** `returnable`: not after a unit returned it once, nor after the chief's ruling. */
function assignTo(
  { lead, assist, replyBy: chosen, ...step }: Handling,
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
  const { usual, latest: longBy } = replyDays(context, before);
  const replyBy = chosen ?? usual;
  const fixed = replyBy === usual ? {} : ({ fixed: true } as const);
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
      assigned: { at: now, replyBy, longBy, ...fixed, ...said(step) },
      ...(returnable && { returnBy: workingDays(context, settings.unitReturnDays) }),
    },
    drop: ['extension', 'ruled', ...(returnable ? [] : (['returnBy'] as const))],
  };
}

/** Straight, with a copy to the township government where there is one. */
function assignStraight(
  step: Handling,
  context: PlanContext,
  before: RequestDocument,
  returnable: boolean,
): Plan | PlanRefusal {
  const { governmentUnit } = context.settings;
  const county = countyUnitOf(step, context);
  if (county) return { refused: 'county-unit', details: { unit: county.name } };
  const plan = assignTo(step, context, before, returnable);
  if ('refused' in plan) return plan;
  const isCopied = governmentUnit !== '' && governmentUnit !== step.lead;
  const copy = isCopied ? { copy: governmentUnit } : {};
  const gone = isCopied ? (['through'] as const) : (['through', 'copy'] as const);
  return { ...plan, to: 'assigned', set: { ...plan.set, ...copy }, drop: [...(plan.drop ?? []), ...gone] };
}

function dayOf({ replyBy }: Pick<Handling, 'replyBy'>): Pick<Handling, 'replyBy'> {
  return replyBy === undefined ? {} : { replyBy };
}

/** To the township government, which names the unit: the one that the office proposes is told in its words. */
function entrust(
  { lead, words: opinion = '', ...chosen }: Handling,
  context: PlanContext,
  before: RequestDocument,
): Plan | PlanRefusal {
  const { directory, settings } = context;
  const proposed = directory.units.find(({ id }) => id === lead);
  if (!proposed) return wrong('step.lead');
  const { governmentUnit } = settings;
  const words = [`建议由${proposed.name}主办。`, opinion].join('');
  const plan = assignTo(
    { lead: governmentUnit, assist: [], words, ...dayOf(chosen) },
    context,
    before,
    before.sentBack !== true,
  );
  if ('refused' in plan) return plan;
  return {
    ...plan,
    to: 'entrusted',
    due: workingDays(context, settings.assignDays),
    set: { ...plan.set, through: governmentUnit },
    drop: [...(plan.drop ?? []), 'copy'],
  };
}

export const assign: PlanReading<'assign'> = (step, context, before) => {
  const { governmentUnit, requestWay } = context.settings;
  const byGovernment = requestWay === 'government' || countyUnitOf(step, context) !== undefined;
  const isThrough = byGovernment && governmentUnit !== '' && governmentUnit !== step.lead;
  const fault = faultOfDay(step, context, before);
  if (fault) return fault;
  return isThrough
    ? entrust(step, context, before)
    : assignStraight(step, context, before, before.sentBack !== true);
};

/**
 * Onward to a unit by the way that it came; the government may have it itself: then nobody else has to sign. What did
 * not come through the government does not go to a unit of the county's.
 */
function assignOnward(step: Handling, context: PlanContext, before: RequestDocument): Plan | PlanRefusal {
  const county = before.through === undefined ? countyUnitOf(step, context) : undefined;
  if (county) return { refused: 'county-unit', details: { unit: county.name } };
  const plan = assignTo(step, context, before, before.sentBack !== true && before.ruled !== true);
  if ('refused' in plan || step.lead !== before.through) return plan;
  return { ...plan, drop: [...(plan.drop ?? []), 'through'] };
}

/** The day that the office chose stays, as long as it is to come. */
export const nameUnit: PlanReading<'nameUnit'> = (step, context, before) => {
  const { fixed, replyBy } = before.assigned ?? {};
  const stays = fixed === true && replyBy !== undefined && replyBy > context.today;
  return assignOnward(stays ? { ...step, replyBy } : step, context, before);
};

export const rule: PlanReading<'rule'> = (step, context, before) => {
  const plan = assignStraight(step, context, before, false);
  return 'refused' in plan ? plan : { ...plan, set: { ...plan.set, ruled: true } };
};

/**
 * The new lead unit has all its days from today, and may return it unless one did; what a unit that goes on assisting
 * said already stays. What the chief ruled is still ruled after the chief chose another unit.
 */
export const changeUnit: PlanReading<'changeUnit'> = (step, context, before) => {
  if (step.lead === before.lead) return wrong('step.lead');
  const plan = assignOnward(step, context, before);
  if ('refused' in plan) return plan;
  const assists = Object.fromEntries(
    Object.entries(plan.set?.assists ?? {}).map(([unit, anew]) => [unit, before.assists?.[unit] ?? anew]),
  );
  const having = [step.lead, ...step.assist];
  const hadUnits = unitsOf(before).filter((unit) => !having.includes(unit));
  return {
    ...plan,
    tell: { ...plan.tell, hadUnits: hadUnits.join(' ') },
    set: { ...plan.set, assists, ...(before.ruled && { ruled: true }) },
  };
};
