/** Where a request goes by the table, told once more in the plainest way; and what the office may do to the table. */
import fc from 'fast-check';
import {
  membersOn,
  type Directory,
  type RoutingRow,
} from '../../../cloudfunctions/registry/directory/rules/directory';
import type { RequestDocument } from '../../../cloudfunctions/request/rules/request-document';
import type { SubmitInput } from '../../../miniprogram/contract/request';
import type { DirectoryKind } from '../../../miniprogram/contract/registry-office';

export type Asked = Pick<SubmitInput, 'village' | 'category'> &
  Partial<Pick<SubmitInput, 'villagerGroup' | 'group' | 'deputy' | 'privacy'>>;

interface Way {
  rule: RequestDocument['route']['rule'];
  group: string;
  /** What a villager must find in the reason. */
  says: readonly string[];
}

const named = (rows: readonly { id: string; name: string }[], id: string) =>
  rows.find((row) => row.id === id)?.name ?? '?';

/** The rows of each narrowness, narrowest first; of the first that has any the latest, of those the last. */
export function wayOf(directory: Directory, asked: Asked, today: string): Way {
  const { villages, groups, categories, routing } = directory;
  const { village, villagerGroup, category } = asked;
  if (asked.group !== undefined)
    return { rule: 'chosen', group: asked.group, says: [named(groups, asked.group)] };
  const inForce = routing.rows.filter(({ from, to = '9999' }) => from <= today && today <= to);
  const at = (where: string, part: string | undefined, what: string) =>
    inForce.filter((row) => row.village === where && row.villagerGroup === part && row.category === what);
  const steps: readonly (readonly [Way['rule'], RoutingRow[]])[] = [
    ...(villagerGroup === undefined
      ? []
      : ([
          ['villager-group', at(village, villagerGroup, category)],
          ['villager-group', at(village, villagerGroup, '*')],
        ] as const)),
    ['village', at(village, undefined, category)],
    ['village', at(village, undefined, '*')],
    ['everywhere', at('*', undefined, category)],
    ['everywhere', at('*', undefined, '*')],
  ];
  for (const [rule, rows] of steps) {
    const latest = rows
      .map(({ from }) => from)
      .sort()
      .at(-1);
    const row = rows.filter(({ from }) => from === latest).at(-1);
    if (!row) continue;
    const what = row.category === '*' ? [] : [named(categories, row.category)];
    const where = row.village === '*' ? '全镇' : named(villages, row.village);
    return { rule, group: row.group, says: [where, ...what, named(groups, row.group)] };
  }
  const fallback = routing.villageFallback[village];
  const here = named(villages, village);
  return fallback === undefined
    ? { rule: 'last-fallback', group: '', says: [here, '人大办'] }
    : { rule: 'village-fallback', group: fallback, says: [here, named(groups, fallback)] };
}

/** What is wrong with whoever has it; nothing may be. */
export function wrongOwner(
  request: RequestDocument,
  directory: Directory,
  asked: Asked,
  today: string,
): string[] {
  const { kind, person, group } = request.owner;
  const owner = membersOn(directory.people, today).find((member) => member.person === person);
  const own = directory.constituencies.find(({ id }) => id === owner?.constituency)?.villages ?? [];
  const kept = asked.privacy?.notOwnVillage === true && owner?.level === 'town';
  const rules: readonly (readonly [string, boolean])[] = [
    ['in its group', group === request.group],
    ['a group that is there', group === '' || directory.groups.some(({ id }) => id === group)],
    ['the office is nobody by name', (kind === 'office') === (person === '')],
    [
      'a deputy or leader of the group',
      person === '' || (owner?.group === group && owner.level !== undefined),
    ],
    ['with an account', person === '' || owner?.claimed === true],
    ['not away', person === '' || owner?.absent === false],
    ['of another village where that is wished', !kept || !own.includes(asked.village)],
  ];
  return rules.flatMap(([rule, holds]) => (holds ? [] : [rule]));
}

/** One wish of the office; what it does with it depends on what stands there. */
export interface Wish {
  what: 'route' | 'unroute' | 'fallback' | 'unfallback' | 'away' | 'moves' | 'found' | 'dissolve';
  village: number;
  part: number;
  category: number;
  group: number;
  row: number;
  from: string;
  to: string | undefined;
  reroute: boolean;
}

export function arbitraryWish(days: readonly string[]): fc.Arbitrary<Wish> {
  const what = fc.constantFrom(
    'route',
    'route',
    'route',
    'unroute',
    'fallback',
    'unfallback',
    'unfallback',
    'away',
    'moves',
    'found',
    'dissolve',
  );
  return fc.record({
    what,
    village: fc.nat(99),
    part: fc.nat(20),
    category: fc.nat(99),
    group: fc.nat(99),
    row: fc.nat(99),
    from: fc.constantFrom(...days),
    to: fc.option(fc.constantFrom(...days), { nil: undefined }),
    reroute: fc.boolean(),
  });
}

export interface DirectoryEdit {
  kind: DirectoryKind;
  id: string;
  row: object | null;
}

function pick<T>(rows: readonly T[], at: number): T | undefined {
  return rows[at % Math.max(1, rows.length)];
}

/** The wish as an edit of this book; undefined: there is nothing to do it to. */
export function toEdit(directory: Directory, wish: Wish, n: number): DirectoryEdit | undefined {
  const { village: at, part, category, group: which, from, to } = wish;
  const [village, group] = [
    at % 5 === 0 ? undefined : pick(directory.villages, at),
    pick(directory.groups, which),
  ];
  const person = pick(directory.people, wish.row);
  const row = pick(directory.routing.rows, wish.row);
  const idOf = (each: RoutingRow) =>
    [each.village, each.villagerGroup ?? '', each.category, each.from].join('.');
  switch (wish.what) {
    case 'route': {
      const villagerGroup = part < 8 ? pick(village?.villagerGroups ?? [], part)?.id : undefined;
      const what = category % 4 === 0 ? '*' : (pick(directory.categories, category)?.id ?? '*');
      const line: RoutingRow = {
        village: village?.id ?? '*',
        category: what,
        group: group?.id ?? '',
        from,
        ...(villagerGroup !== undefined && { villagerGroup }),
        ...(to !== undefined && to >= from && { to }),
      };
      const stands = directory.routing.rows.some((each) => idOf(each) === idOf(line));
      return { kind: 'route', id: stands ? idOf(line) : '', row: line };
    }
    case 'unroute':
      return row && { kind: 'route', id: idOf(row), row: null };
    case 'fallback':
      return {
        kind: 'fallback',
        id: pick(directory.villages, at)?.id ?? '',
        row: { group: group?.id ?? '' },
      };
    case 'unfallback': {
      const id = pick(Object.keys(directory.routing.villageFallback), at);
      return id === undefined ? undefined : { kind: 'fallback', id, row: null };
    }
    case 'away':
    case 'moves': {
      if (!person) return undefined;
      const { id, name, strokes, absent, memberships } = person;
      const moved = memberships.map((each) => ({ ...each, ...(group && { group: group.id }) }));
      return {
        kind: 'person',
        id,
        row: {
          name,
          strokes,
          absent: wish.what === 'away' && absent.length === 0 ? [{ from }] : [],
          memberships: wish.what === 'moves' ? moved : memberships,
        },
      };
    }
    case 'found':
      return { kind: 'group', id: '', row: { name: `新的小组${String(n)}`, home: 'h1' } };
    case 'dissolve':
      return group && { kind: 'group', id: group.id, row: null };
  }
}

/** Whether a row that stands today or later, a fallback or a membership names the group. */
export function isNamed(directory: Directory, group: string, today: string): boolean {
  const stands = ({ to = '9999' }: { to?: string }) => to >= today;
  return (
    directory.routing.rows.some((row) => row.group === group && stands(row)) ||
    Object.values(directory.routing.villageFallback).includes(group) ||
    directory.people.some(({ memberships }) => memberships.some((row) => row.group === group && stands(row)))
  );
}
