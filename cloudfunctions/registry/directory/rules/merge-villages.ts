/** One village joins another (合村): routing stays as it was for everybody, and the old name is still found. */
import type { LocalDate, Refused } from '../../../../miniprogram/contract/wire';
import type { Directory, RoutingRow } from './directory';
import { routeId } from './directory-rows';
import { groupKey } from './group-key';
import { routeRequest } from '../../routing/rules/route-request';

/**
 * A row for all of the village becomes one for each of its villager groups, which go along; a village without
 * any brings itself as one, under its old name.
 */
function moveRow(row: RoutingRow, from: string, into: string, parts: readonly string[]): RoutingRow[] {
  if (row.village !== from) return [row];
  if (row.villagerGroup !== undefined) return [{ ...row, village: into }];
  return parts.map((villagerGroup) => ({ ...row, village: into, villagerGroup }));
}

/**
 * One row for each place, category and first day, as the editor holds it: of two the stronger stays. `moved`: whether a
 * row became one for each villager group, beside which a row of that very group was the stronger one.
 */
function withoutDoubles(rows: readonly { row: RoutingRow; moved: boolean }[]): RoutingRow[] {
  const strongest = new Map<string, { row: RoutingRow; moved: boolean }>();
  for (const each of rows) {
    const id = routeId(each.row);
    const before = strongest.get(id);
    if (!before || (before.moved && !each.moved)) strongest.set(id, each);
  }
  return [...strongest.values()].map(({ row }) => row);
}

/** Rows that keep each villager group's requests going where they went before, where the merger would change it. */
function keepRoutes(
  before: Directory,
  after: Directory,
  { from, into, today }: Merger,
  villagerGroup: string,
) {
  const went = before.categories.map(({ id: category }) => {
    const was = routeRequest(before, { village: from, villagerGroup, category }, today);
    const is = routeRequest(after, { village: into, villagerGroup, category }, today);
    return {
      category,
      was,
      moved: was.group !== undefined && (was.group !== is.group || was.home !== is.home),
    };
  });
  return went
    .filter(({ moved }) => moved)
    .map(({ category, was: { group = '', home } }): RoutingRow => {
      const row = { village: into, villagerGroup, category, group, from: today };
      return home === undefined ? row : { ...row, home };
    });
}

type Village = Directory['villages'][number];

interface Merger {
  from: string;
  into: string;
  today: LocalDate;
}

/** The groups that go along, under names that no group there has: a village of the same name may have joined before. */
function nameMoved(joins: Village, takes: Village): { id: string; name: string }[] {
  const own = joins.villagerGroups.map(({ id, name }) => ({ id, name: `原${joins.name}${name}` }));
  const moved = own.length > 0 ? own : [{ id: `${joins.id}s1`, name: `原${joins.name}` }];
  const taken = new Set(takes.villagerGroups.map(({ name }) => groupKey(name)));
  return moved.map(({ id, name }) => {
    let free = name;
    for (let n = 2; taken.has(groupKey(free)); n++) free = `${name}（${String(n)}）`;
    taken.add(groupKey(free));
    return { id, name: free };
  });
}

export function mergeVillages(directory: Directory, merger: Merger): Directory | Refused {
  const { from, into, today } = merger;
  const [joins, takes] = [from, into].map((id) => directory.villages.find((each) => each.id === id));
  if (!joins || !takes || from === into)
    return { ok: false, code: 'row-wrong', details: { id: from, field: 'into', why: 'unknown' } };
  const moved = nameMoved(joins, takes);
  const parts = moved.map(({ id }) => id);
  const { [from]: _fallback, ...villageFallback } = directory.routing.villageFallback;
  const merged = {
    ...takes,
    formerNames: [...new Set([...takes.formerNames, joins.name, ...joins.formerNames])],
    villagerGroups: [...takes.villagerGroups, ...moved],
  };
  const after: Directory = {
    ...directory,
    villages: directory.villages
      .filter(({ id }) => id !== from)
      .map((each) => (each === takes ? merged : each)),
    constituencies: directory.constituencies.map((each) => ({
      ...each,
      villages: [...new Set(each.villages.map((id) => (id === from ? into : id)))],
    })),
    routing: {
      ...directory.routing,
      villageFallback,
      rows: withoutDoubles(
        directory.routing.rows.flatMap((row) => {
          const moved = row.village === from && row.villagerGroup === undefined;
          return moveRow(row, from, into, parts).map((each) => ({ row: each, moved }));
        }),
      ),
    },
    former: [...directory.former, { kind: 'village', id: from, name: joins.name, ended: today, into }],
  };
  const kept = parts.flatMap((part) => keepRoutes(directory, after, merger, part));
  const keptIds = new Set(kept.map(routeId));
  const rows = [...after.routing.rows.filter((row) => !keptIds.has(routeId(row))), ...kept];
  return { ...after, routing: { ...after.routing, rows } };
}
