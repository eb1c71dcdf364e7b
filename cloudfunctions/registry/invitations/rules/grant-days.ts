/**
 * On which days a grant holds, and for which group and home: those of the membership it stands on. Roles of the
 * office, of units and of helpers stand on no membership; they end when they are revoked.
 */
import type { Role } from '../../../../miniprogram/contract/roles';
import type { LocalDate } from '../../../../miniprogram/contract/wire';
import { addDays } from '../../../shared/china-time';
import { membersOn, type Member, type Person } from '../../directory/rules/directory';

export interface GrantDays {
  /** First and last day. */
  from: LocalDate;
  until: LocalDate;
  group?: string;
  home?: string;
}

export const ALWAYS: GrantDays = { from: '0001-01-01', until: '9999-12-31' };
/** No day at all: the person is not, and was not, what the role needs. */
const NEVER: GrantDays = { from: '9999-12-31', until: '0001-01-01' };

type Holds = (member: Member) => boolean;
const STANDS_ON: Readonly<Partial<Record<Role, Holds>>> = {
  deputy: ({ level }) => level !== undefined,
  leader: ({ leader }) => leader === true,
  presidium: ({ presidium }) => presidium === true,
  receiver: () => true,
};

/** Days on which what somebody is may change: each first day, and each day after a last one. */
function turnsOf({ memberships }: Person): LocalDate[] {
  const days = memberships.flatMap(({ from, to }) => [from, ...(to === undefined ? [] : [addDays(to, 1)])]);
  return [...new Set(days)].sort();
}

/** Neighbouring days of the same group and home are one span. */
function spansOf(person: Person, holds: Holds): GrantDays[] {
  const turns = turnsOf(person);
  const spans: GrantDays[] = [];
  turns.forEach((from, at) => {
    const [member] = membersOn([person], from);
    if (!member || !holds(member)) return;
    const next = turns[at + 1];
    const until = next === undefined ? ALWAYS.until : addDays(next, -1);
    const { group, home } = member;
    const last = spans.at(-1);
    if (last && addDays(last.until, 1) === from && last.group === group && last.home === home)
      last.until = until;
    else
      spans.push({ from, until, ...(group !== undefined && { group }), ...(home !== undefined && { home }) });
  });
  return spans;
}

/** The span in which today lies, else the next one, else the last that was. */
export function grantDays(role: Role, person: Person | undefined, today: LocalDate): GrantDays {
  const holds = STANDS_ON[role];
  if (!holds) return person ? { ...ALWAYS, ...placesOf(person, today) } : ALWAYS;
  if (!person) return NEVER;
  const spans = spansOf(person, holds);
  return spans.find(({ until }) => until >= today) ?? spans.at(-1) ?? NEVER;
}

function placesOf(person: Person, today: LocalDate): Pick<GrantDays, 'group' | 'home'> {
  const [{ group, home } = {}] = membersOn([person], today) as Partial<Member>[];
  return { ...(group !== undefined && { group }), ...(home !== undefined && { home }) };
}

/** Whether what the person is changes on one of these days, both inclusive. */
export function turnsBetween(person: Person, first: LocalDate, last: LocalDate): boolean {
  return turnsOf(person).some((day) => day >= first && day <= last);
}
