/**
 * What a published list makes of the directory. Nothing is rewritten: memberships end on the day before the opening,
 * others begin on it, so that at midnight rights, groups, homes, leaders, roster and the base of a quorum are those of the
 * new term, whoever looks and on whichever side of that day.
 */
import type { LocalDate } from '../../../../miniprogram/contract/wire';
import {
  membersOn,
  type Directory,
  type Membership,
  type Person,
} from '../../../registry/directory/rules/directory';
import { addDays } from '../../../shared/china-time';
import { isOfTerm } from '../../changes/rules/apply-change';
import { confirmedOf, type Elected, type TermDocument } from './term-document';

type Published = Pick<TermDocument, 'term' | 'name' | 'opens' | 'elected' | 'ends'>;
type Standing = Pick<Directory, 'people' | 'terms' | 'groups'>;

function endingOn<T extends { to?: LocalDate }>({ to: _to, ...row }: T, to: LocalDate | undefined) {
  return to === undefined ? row : { ...row, to };
}

/**
 * Last days that stand already, of terms and of deputies' memberships, from the day before the opening on: what the list
 * replaces, and what ends on that very day by itself.
 */
export function endsFrom(
  { terms, people }: Pick<Directory, 'terms' | 'people'>,
  opens: LocalDate,
): Record<string, LocalDate> {
  const last = addDays(opens, -1);
  const of = (id: string, { to }: { to?: LocalDate }): [string, LocalDate][] =>
    to !== undefined && to >= last ? [[id, to]] : [];
  return Object.fromEntries([
    ...terms.flatMap((term) => of(term.id, term)),
    ...people.flatMap(({ id, memberships }) => memberships.filter(isOfTerm).flatMap((row) => of(id, row))),
  ]);
}

/** As if that list had never been applied; who came in with it stays as a name without memberships. */
function undoTerm<D extends Standing>(directory: D, { term, ends = {} }: Published): D {
  const before = directory.terms.find(({ id }) => id === term);
  if (!before) return directory;
  const last = addDays(before.from, -1);
  const people = directory.people.map((person) => ({
    ...person,
    memberships: person.memberships
      .filter((row) => row.term !== term)
      .map((row) => (row.to === last && isOfTerm(row) ? endingOn(row, ends[person.id]) : row)),
  }));
  const terms = directory.terms
    .filter(({ id }) => id !== term)
    .map((one) => (one.to === last ? endingOn(one, ends[one.id]) : one));
  return { ...directory, people, terms };
}

function endedBefore(memberships: readonly Membership[], opens: LocalDate): Membership[] {
  const last = addDays(opens, -1);
  return memberships.flatMap((row) => {
    if (!isOfTerm(row) || (row.to !== undefined && row.to < opens)) return [row];
    return row.from < opens ? [{ ...row, to: last }] : [];
  });
}

/** Sits on the roster for another reason than being a deputy (党委班子成员), and goes on sitting there. */
function staysReceiver(memberships: readonly Membership[], opens: LocalDate): Membership | undefined {
  return memberships.find((row) => row.receiver === true && (row.to === undefined || row.to >= opens));
}

const PRESIDIUM_TITLE = '主席团成员';

function beginning(
  { term, opens }: Published,
  { homes }: { homes: ReadonlyMap<string, string> },
  before: readonly Membership[],
  elected: Elected | undefined,
): Membership[] {
  const stays = staysReceiver(before, opens);
  const title = stays?.title === PRESIDIUM_TITLE ? undefined : stays?.title;
  if (!elected) {
    // A row of its own goes on by itself; one that a deputy had ends with the term.
    if (!stays || !isOfTerm(stays)) return [];
    const { home } = stays;
    return [
      {
        term,
        from: opens,
        receiver: true,
        ...(home !== undefined && { home }),
        ...(title !== undefined && { title }),
      },
    ];
  }
  const { constituency, group, leader, presidium } = elected;
  const home = homes.get(group);
  return [
    {
      term,
      from: opens,
      level: 'town',
      constituency,
      group,
      ...(home !== undefined && { home }),
      ...(leader && { leader }),
      ...(presidium && { presidium }),
      ...(stays && { receiver: true }),
      ...(title !== undefined && { title }),
    },
  ];
}

/** New people stand where the list has them: after the surname before theirs. */
function strokesOf(people: readonly Person[], elected: readonly Elected[], at: number): number {
  for (let before = at - 1; before >= 0; before--) {
    const found = people.find(({ id }) => id === elected[before]?.person);
    if (found) return found.strokes;
  }
  return 0;
}

function applyTerm<D extends Standing>(directory: D, published: Published): D {
  const { term, name, opens } = published;
  const elected = confirmedOf(published.elected);
  const known = new Set(directory.people.map(({ id }) => id));
  const fresh = elected.flatMap((one, at): Person[] =>
    known.has(one.person)
      ? []
      : [
          {
            id: one.person,
            name: one.name,
            strokes: strokesOf(directory.people, elected, at),
            claimed: false,
            absent: [],
            memberships: [],
          },
        ],
  );
  const homes = new Map(directory.groups.map(({ id, home }) => [id, home]));
  const byPerson = new Map(elected.map((one) => [one.person, one]));
  const people = [...directory.people, ...fresh].map((person) => ({
    ...person,
    memberships: [
      ...endedBefore(person.memberships, opens),
      ...beginning(published, { homes }, person.memberships, byPerson.get(person.id)),
    ],
  }));
  const last = addDays(opens, -1);
  const terms = directory.terms.map((one) =>
    one.from < opens && (one.to === undefined || one.to > last) ? { ...one, to: last } : one,
  );
  return { ...directory, people, terms: [...terms, { id: term, name, from: opens }] };
}

/** Another day for what stands there already; what the office edited since stays, and nothing lasts beyond its own end. */
function moveTerm<D extends Standing>(
  directory: D,
  { term, opens, ends = {} }: Published,
  before: LocalDate,
): D {
  const [last, next] = [addDays(before, -1), addDays(opens, -1)];
  const endOf = (id: string): LocalDate => {
    const own = ends[id];
    return own !== undefined && own < next ? own : next;
  };
  const move = (row: Membership, person: string): Membership => {
    if (row.term === term && row.from === before) return { ...row, from: opens };
    return row.to === last && isOfTerm(row) ? { ...row, to: endOf(person) } : row;
  };
  const people = directory.people.map((person) => ({
    ...person,
    memberships: person.memberships.map((row) => move(row, person.id)),
  }));
  const terms = directory.terms.map((one) => {
    if (one.id === term) return { ...one, from: opens };
    return one.to === last ? { ...one, to: endOf(one.id) } : one;
  });
  return { ...directory, people, terms };
}

/** The directory as the change of term has it now; the same object where it is so already. */
export function alignWithTerm<D extends Standing>(
  directory: D,
  found: Published & Pick<TermDocument, 'state'>,
): D {
  const { term, opens, state } = found;
  const stands = directory.terms.find(({ id }) => id === term);
  if (state === 'opened' || (state === 'published' && stands?.from === opens)) return directory;
  if (state !== 'published') return stands ? undoTerm(directory, found) : directory;
  return stands ? moveTerm(directory, found, stands.from) : applyTerm(directory, found);
}

/**
 * On the day itself: what has no dates. Villages go to their groups of the new term, and rows of the routing table that
 * name a group in which nobody is any more end with the day before. Undefined: it is so already.
 */
export function openRouting(
  directory: Pick<Directory, 'people' | 'routing' | 'groups'>,
  villages: TermDocument['villages'],
  opens: LocalDate,
): Directory['routing'] | undefined {
  const { routing, groups } = directory;
  const manned = new Set(membersOn(directory.people, opens).flatMap(({ group }) => group ?? []));
  const last = addDays(opens, -1);
  const known = Object.entries(villages).filter(([, group]) => groups.some(({ id }) => id === group));
  const moves = known.filter(([village, group]) => routing.villageFallback[village] !== group);
  const rows = routing.rows.flatMap((row) => {
    if (manned.has(row.group) || (row.to !== undefined && row.to < opens)) return [row];
    return row.from < opens ? [{ ...row, to: last }] : [];
  });
  const same = rows.length === routing.rows.length && rows.every((row, at) => row === routing.rows[at]);
  if (moves.length === 0 && same) return undefined;
  return { ...routing, rows, villageFallback: { ...routing.villageFallback, ...Object.fromEntries(moves) } };
}

/** Deputies of the town on the day before who are none on the day of the opening. */
export function leaversOf(people: readonly Person[], opens: LocalDate): string[] {
  const town = (date: LocalDate) => membersOn(people, date).filter(isOfTerm);
  const stay = new Set(town(opens).map(({ person }) => person));
  return town(addDays(opens, -1)).flatMap(({ person }) => (stay.has(person) ? [] : [person]));
}
