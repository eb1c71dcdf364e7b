/** Which row of the directory names which other: what must be there, and what may not go. */
import type { DirectoryKind } from '../../../../miniprogram/contract/registry-office';
import type { LocalDate } from '../../../../miniprogram/contract/wire';
import type { Membership, Directory, Person } from './directory';
import { routeId } from './directory-rows';

export interface Reference {
  /** The row that names something, and in which field. */
  kind: DirectoryKind;
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

function ofRouting({ routing }: Directory, today: LocalDate): Named[] {
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

function listNamed(directory: Directory, today: LocalDate): Named[] {
  return [
    ...directory.villages.map((each): Named => {
      return { kind: 'village', id: each.id, field: 'home', target: 'home', to: each.home };
    }),
    ...directory.groups.map((each): Named => {
      return { kind: 'group', id: each.id, field: 'home', target: 'home', to: each.home };
    }),
    ...directory.constituencies.flatMap(({ id, villages }) =>
      villages.map((to): Named => ({ kind: 'constituency', id, field: 'villages', target: 'village', to })),
    ),
    ...directory.units.flatMap(({ id, categories }) =>
      categories.map((to): Named => ({ kind: 'unit', id, field: 'categories', target: 'category', to })),
    ),
    ...directory.people.flatMap((person) =>
      person.memberships.filter((row) => stands(row, today)).flatMap((row) => ofMembership(person, row)),
    ),
    ...ofRouting(directory, today),
  ];
}

function listTargets(directory: Directory): Record<Target, ReadonlySet<string>> {
  const ids = (rows: readonly { id: string }[]) => new Set(rows.map(({ id }) => id));
  const parts = directory.villages.flatMap((village) =>
    village.villagerGroups.map(({ id }) => `${village.id}.${id}`),
  );
  return {
    home: ids(directory.homes),
    village: ids(directory.villages),
    villagerGroup: new Set(parts),
    constituency: ids(directory.constituencies),
    group: ids(directory.groups),
    term: ids(directory.terms),
    category: ids(directory.categories),
  };
}

export function hasTarget(directory: Directory, target: Target, id: string): boolean {
  return listTargets(directory)[target].has(id);
}

/** What rows that stand today or later name, and is not there. */
export function listBroken(directory: Directory, today: LocalDate): Reference[] {
  const targets = listTargets(directory);
  return listNamed(directory, today).flatMap(({ to, ...rest }) =>
    to === undefined || targets[rest.target].has(to) ? [] : [{ ...rest, to }],
  );
}
