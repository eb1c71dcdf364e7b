/** Steps by which a request goes to another owner. */
import { addDays } from '../../../shared/china-time';
import { membersOn, type Member } from '../../../registry/directory/rules/directory';
import { hiddenFrom } from '../../../shared/visibility';
import { chooseOwner, whyNotOwner, type StoredOwner } from '../../routing/rules/choose-owner';
import { addWorkingDays } from './deadline';
import { facetsOf } from '../../lists/rules/facets';
import { OFFICE, said, wrong, type Plan, type PlanContext, type PlanReading, type PlanRefusal } from './plan';
import type { RequestDocument } from '../../rules/request-document';

export function workingDays(
  { today, holidays }: Pick<PlanContext, 'today' | 'holidays'>,
  days: number,
): string {
  return addWorkingDays(today, days, holidays);
}

/** A request that is talked about face to face stays so; any other begins anew with whoever gets it. */
function stateFor(before: RequestDocument): 'face' | 'submitted' {
  return before.state === 'face' ? 'face' : 'submitted';
}

/** To this owner, with new days to be taken in, by a date that is at least the contact's. */
export function giveTo(owner: StoredOwner, before: RequestDocument, context: PlanContext): Plan {
  const { settings, today } = context;
  const held = owner.person !== '';
  const group = owner.group === '' ? before.group : owner.group;
  const handling = { ...before, group, lead: '', assists: {} };
  return {
    to: stateFor(before),
    owner,
    due:
      before.due > today && before.state === 'submitted'
        ? before.due
        : workingDays(context, settings.contactDays),
    set: {
      group,
      led: held ? owner.group : '',
      facets: facetsOf(handling),
      lead: '',
      ...(held && { deputy: owner.person }),
      leaderOn: workingDays(context, settings.leaderAfterDays),
      officeOn: workingDays(context, settings.officeAfterDays),
    },
    drop: ['assists', 'assigned', 'returnBy', 'extension', 'through', 'copy'],
    about: owner.person,
    tell: { to: owner.person },
  };
}

function find({ directory, today }: PlanContext, person: string): Member | undefined {
  return membersOn(directory.people, today).find((member) => member.person === person);
}

function ownerOf(member: Member): StoredOwner {
  return {
    kind: member.leader === true ? 'leader' : 'deputy',
    person: member.person,
    group: member.group ?? '',
  };
}

/** Whoever may not know of it cannot have it. */
function limitsOf({ village, recused, privacy }: RequestDocument, { directory }: PlanContext) {
  const { notOwnVillage } = privacy;
  return { village, recused: hiddenFrom({ village, recused, privacy }, directory), notOwnVillage };
}

function giveToPerson(person: string, before: RequestDocument, context: PlanContext): Plan | PlanRefusal {
  const member = find(context, person);
  if (!member) return { refused: 'cannot-own', details: { why: 'role' } };
  const why = whyNotOwner(member, context.directory, limitsOf(before, context));
  return why ? { refused: 'cannot-own', details: { why } } : giveTo(ownerOf(member), before, context);
}

/** The owner that the rules find in a group; the office where there is nobody. */
export function chooseIn(group: string, before: RequestDocument, context: PlanContext): StoredOwner {
  const { directory, today, openByPerson } = context;
  const people = {
    members: membersOn(directory.people, today),
    constituencies: directory.constituencies,
    openByPerson,
  };
  const { owner } = chooseOwner(people, { group, ...limitsOf(before, context) });
  return owner.kind === 'office' ? OFFICE : owner;
}

/** The deputy who follows it, where that one can still have it, else the office. */
export function followerOf(before: RequestDocument, context: PlanContext): StoredOwner {
  const member = before.deputy === '' ? undefined : find(context, before.deputy);
  return member && !whyNotOwner(member, context.directory, limitsOf(before, context))
    ? ownerOf(member)
    : OFFICE;
}

/** The leader of its group, if there is one who can have it and does not. */
export function leaderOf(before: RequestDocument, context: PlanContext): StoredOwner | undefined {
  const { group } = before;
  const question = limitsOf(before, context);
  const leader = membersOn(context.directory.people, context.today).find(
    (member) =>
      member.leader === true &&
      member.group === group &&
      member.person !== before.owner.person &&
      !whyNotOwner(member, context.directory, question),
  );
  return leader && ownerOf(leader);
}

export const recuse: PlanReading<'recuse'> = (step, context, before) => {
  const recused = [...new Set([...before.recused, before.owner.person])];
  const owner = chooseIn(before.group, { ...before, recused }, context);
  const plan = giveTo(owner, before, context);
  const hidden = hiddenFrom({ ...before, recused }, context.directory);
  return { ...plan, ...said(step), set: { ...plan.set, recused, hidden, deputy: owner.person } };
};

export const handOver: PlanReading<'handOver'> = (step, context, before) => {
  if (find(context, step.to)?.group !== before.led)
    return { refused: 'cannot-own', details: { why: 'role' } };
  const plan = giveToPerson(step.to, before, context);
  return 'refused' in plan ? plan : { ...plan, ...said(step) };
};

/** With whoever had it, or follows it, among those that are kept from it. */
function withoutFormer(before: RequestDocument): RequestDocument {
  const former = before.owner.person === '' ? before.deputy : before.owner.person;
  return former === '' ? before : { ...before, recused: [...new Set([...before.recused, former])] };
}

/** To a person, or to whom the rules find in a group; where only the former one is to be kept from it, in its own. */
export const reassign: PlanReading<'reassign'> = ({ to, recuses = false, ...step }, context, before) => {
  const asked = recuses ? withoutFormer(before) : before;
  const group = step.group ?? (recuses ? before.group : undefined);
  if (to === undefined && group === undefined) return wrong('step.group');
  if (step.group !== undefined && !context.directory.groups.some(({ id }) => id === group))
    return wrong('step.group');
  const owner = to === undefined ? chooseIn(group ?? '', asked, context) : undefined;
  if (owner?.kind === 'office') return { refused: 'cannot-own', details: { why: 'role' } };
  const plan = owner ? giveTo(owner, asked, context) : giveToPerson(to ?? '', asked, context);
  if ('refused' in plan) return plan;
  if (!recuses) return { ...plan, ...said(step) };
  const { recused } = asked;
  const hidden = hiddenFrom(asked, context.directory);
  return { ...plan, ...said(step), set: { ...plan.set, recused, hidden } };
};

/** The office takes it back; whoever had it goes on following it. */
export const keep: PlanReading<'keep'> = (step, context, before) => ({
  to: before.state,
  owner: OFFICE,
  due: workingDays(context, context.settings.contactDays),
  set: { led: '' },
  ...said(step),
});

/** At most so many days from today: what is promised, paused or extended has an end that somebody sees. */
const FAR_DAYS = 400;

export function isAhead({ today }: PlanContext, date: string): boolean {
  return date > today && date <= addDays(today, FAR_DAYS);
}
