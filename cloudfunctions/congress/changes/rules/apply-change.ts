/**
 * What a change makes of a person's memberships. Nothing is rewritten: a row ends on the day before, another begins. Who is
 * suspended keeps a row without level, so that rights, requests and the base of a quorum follow at once.
 */
import type { ChangeKind } from '../../../../miniprogram/contract/congress/change';
import type { LocalDate } from '../../../../miniprogram/contract/wire';
import { covers, type Membership, type Person } from '../../../registry/directory/rules/directory';
import { addDays } from '../../../shared/china-time';

export interface Change {
  kind: ChangeKind;
  date: LocalDate;
  term: string;
  constituency?: string;
  group?: string;
  home?: string;
}

export const SUSPENDED = '暂停执行代表职务';

/** Rows that lie before the day, or end on the day before it; what was to begin later does not begin. */
function endedOn(memberships: readonly Membership[], date: LocalDate): Membership[] {
  return memberships
    .filter(({ from }) => from < date)
    .map((row) => (covers(row, date) ? { ...row, to: addDays(date, -1) } : row));
}

/**
 * What stood on the day goes on in another row with the same last day. What begins later stays: the list of a new term
 * that is published decides about that term, and about the end of this one.
 */
function goOn(memberships: readonly Membership[], date: LocalDate, row: Membership): Membership[] {
  const { to } = memberships.find((one) => covers(one, date) && isOfTerm(one)) ?? {};
  const later = memberships.filter(({ from }) => from > date);
  return [...endedOn(memberships, date), to === undefined ? row : { ...row, to }, ...later];
}

/** Of a deputy of the town, suspended or not. */
export function isOfTerm({ level, title }: Pick<Membership, 'level' | 'title'>): boolean {
  return level === 'town' || title === SUSPENDED;
}

function isDeputyOn({ memberships }: Person, date: LocalDate): boolean {
  return memberships.some((row) => row.level === 'town' && covers(row, date));
}

/** Whether the change can be: nobody is suspended twice, elected while in office, or ends who is none. */
export function mayChange(person: Person, { kind, date }: Pick<Change, 'kind' | 'date'>): boolean {
  const suspended = person.memberships.some((row) => row.title === SUSPENDED && covers(row, date));
  if (kind === 'resume') return suspended;
  if (kind === 'byelection') return !isDeputyOn(person, date) && !suspended;
  if (kind === 'suspend') return isDeputyOn(person, date);
  return isDeputyOn(person, date) || suspended;
}

/** Undefined: it is so already. */
export function applyChange(person: Person, change: Change): Person | undefined {
  if (!mayChange(person, change)) return undefined;
  const { kind, date, term, constituency, group, home } = change;
  const { memberships } = person;
  if (kind === 'suspend')
    return { ...person, memberships: goOn(memberships, date, { term, from: date, title: SUSPENDED }) };
  if (kind === 'resume') {
    const last = memberships.filter(({ level, from }) => level === 'town' && from < date).at(-1);
    if (!last) return undefined;
    const { to: _ended, ...row } = last;
    return { ...person, memberships: goOn(memberships, date, { ...row, from: date }) };
  }
  const ended = endedOn(memberships, date);
  if (kind !== 'byelection') return { ...person, memberships: ended };
  const row: Membership = {
    term,
    from: date,
    level: 'town',
    ...(constituency !== undefined && { constituency }),
    ...(group !== undefined && { group }),
    ...(home !== undefined && { home }),
  };
  return { ...person, memberships: [...ended, row] };
}
