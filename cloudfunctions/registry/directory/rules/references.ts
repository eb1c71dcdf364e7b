/** Which row of the name book names which other: what must be there, and what may not go. */
import type { BookKind } from '../../../../miniprogram/contract/registry-office';
import type { LocalDate } from '../../../../miniprogram/contract/wire';
import type { Membership, NameBook, Person } from './directory';
import { routeId } from './directory-rows';

export interface Reference {
  /** The row that names something, and in which field. */
  kind: BookKind;
  id: string;
  field: string;
  /** What it names. */
  target: Target;
  to: string;
}

type Target = 'home' | 'village' | 'villagerGroup' | 'constituency' | 'group' | 'term' | 'category';

/** Rows that ended before today name what may be no more. */
function stands({ to }: { to?: LocalDate }, today: LocalDate): boolean {
  return to === undefined || to >= today;
}

type Named = Omit<Reference, 'to'> & { to: string | undefined };

function ofMembership({ id }: Person, row: Membership): Named[] {
  const from = (target: Target & keyof Membership): Named => {
    return { kind: 'person', id, field: target, target, to: row[target] };
  };
  return [from('term'), from('group'), from('home'), from('constituency')];
}

function ofRouting({ routing }: NameBook, today: LocalDate): Named[] {
  const rows = routing.rows
    .filter((row) => stands(row, today))
    .flatMap((row): Named[] => {
      const at = { kind: 'route', id: routeId(row) } as const;
      const any = (value: string) => (value === '*' ? undefined : value);
      const part = row.villagerGroup === undefined ? undefined : `${row.village}.${row.villagerGroup}`;
      return [
        { ...at, field: 'village', target: 'village', to: any(row.village) },
        { ...at, field: 'villagerGroup', target: 'villagerGroup', to: part },
        { ...at, field: 'category', target: 'category', to: any(row.category) },
        { ...at, field: 'group', target: 'group', to: row.group },
        { ...at, field: 'home', target: 'home', to: row.home },
      ];
    });
  const fallbacks = Object.entries(routing.villageFallback).flatMap(([id, group]): Named[] => [
    { kind: 'fallback', id, field: 'id', target: 'village', to: id },
    { kind: 'fallback', id, field: 'group', target: 'group', to: group },
  ]);
  return [...rows, ...fallbacks];
}

function listNamed(book: NameBook, today: LocalDate): Named[] {
  return [
    ...book.villages.map((each): Named => {
      return { kind: 'village', id: each.id, field: 'home', target: 'home', to: each.home };
    }),
    ...book.groups.map((each): Named => {
      return { kind: 'group', id: each.id, field: 'home', target: 'home', to: each.home };
    }),
    ...book.constituencies.flatMap(({ id, villages }) =>
      villages.map((to): Named => ({ kind: 'constituency', id, field: 'villages', target: 'village', to })),
    ),
    ...book.units.flatMap(({ id, categories }) =>
      categories.map((to): Named => ({ kind: 'unit', id, field: 'categories', target: 'category', to })),
    ),
    ...book.people.flatMap((person) =>
      person.memberships.filter((row) => stands(row, today)).flatMap((row) => ofMembership(person, row)),
    ),
    ...ofRouting(book, today),
  ];
}

function listTargets(book: NameBook): Record<Target, ReadonlySet<string>> {
  const ids = (rows: readonly { id: string }[]) => new Set(rows.map(({ id }) => id));
  const parts = book.villages.flatMap((village) =>
    village.villagerGroups.map(({ id }) => `${village.id}.${id}`),
  );
  return {
    home: ids(book.homes),
    village: ids(book.villages),
    villagerGroup: new Set(parts),
    constituency: ids(book.constituencies),
    group: ids(book.groups),
    term: ids(book.terms),
    category: ids(book.categories),
  };
}

export function hasTarget(book: NameBook, target: Target, id: string): boolean {
  return listTargets(book)[target].has(id);
}

/** What rows that stand today or later name, and is not there. */
export function listBroken(book: NameBook, today: LocalDate): Reference[] {
  const targets = listTargets(book);
  return listNamed(book, today).flatMap(({ to, ...rest }) =>
    to === undefined || targets[rest.target].has(to) ? [] : [{ ...rest, to }],
  );
}
