/** Which representative group a request goes to (mission B2): by the table in the directory, never by code. */
import type { LocalDate } from '../../../../miniprogram/contract/wire';
import { nameOf, type Directory, type RoutingRow } from '../../directory/rules/directory';

export interface Request {
  village: string;
  villagerGroup?: string;
  category: string;
  /** The villager's own choice, instead of the rule's. */
  group?: string;
}

/** What decided, from the narrowest to the last resort. */
export type RouteRule =
  'chosen' | 'villager-group' | 'village' | 'everywhere' | 'village-fallback' | 'last-fallback';

export interface Routed {
  rule: RouteRule;
  /** Absent: the office. */
  group?: string;
  home?: string;
  /** In words that a villager understands. */
  words: string;
}

type RoutingDirectory = Pick<Directory, 'routing' | 'villages' | 'groups' | 'categories'>;

const ANY = '*';

/** How narrow a row is: its area first, then its category. */
function narrowness(row: RoutingRow): number {
  const area = row.villagerGroup !== undefined ? 2 : row.village === ANY ? 0 : 1;
  return area * 2 + (row.category === ANY ? 0 : 1);
}

function fits(row: RoutingRow, request: Request, date: LocalDate): boolean {
  if (row.from > date || (row.to !== undefined && row.to < date)) return false;
  if (row.village !== ANY && row.village !== request.village) return false;
  if (row.villagerGroup !== undefined && row.villagerGroup !== request.villagerGroup) return false;
  return row.category === ANY || row.category === request.category;
}

/** The narrowest row in force; of equally narrow ones the latest, and of those the one entered last. */
function findRow(directory: RoutingDirectory, request: Request, date: LocalDate): RoutingRow | undefined {
  const known = new Set(directory.groups.map(({ id }) => id));
  let best: RoutingRow | undefined;
  for (const row of directory.routing.rows) {
    if (!known.has(row.group) || !fits(row, request, date)) continue;
    const gain = best ? narrowness(row) - narrowness(best) : 1;
    if (gain > 0 || (gain === 0 && best && row.from >= best.from)) best = row;
  }
  return best;
}

/** «柳树城村三组», «柳树城村», «全镇». */
function areaWords(directory: RoutingDirectory, { village, villagerGroup }: RoutingRow): string {
  if (village === ANY) return '全镇';
  const found = directory.villages.find(({ id }) => id === village);
  return `${found?.name ?? ''}${nameOf(found?.villagerGroups ?? [], villagerGroup ?? '')}`;
}

function ruleOf({ village, villagerGroup }: RoutingRow): RouteRule {
  if (villagerGroup !== undefined) return 'villager-group';
  return village === ANY ? 'everywhere' : 'village';
}

function routeByRow(directory: RoutingDirectory, row: RoutingRow): Routed {
  const what = row.category === ANY ? '的事' : `·${nameOf(directory.categories, row.category)}`;
  const words = `${areaWords(directory, row)}${what} 归${nameOf(directory.groups, row.group)}`;
  return withHome(directory, { rule: ruleOf(row), group: row.group, words }, row.home);
}

function withHome(directory: RoutingDirectory, routed: Routed, home?: string): Routed {
  const found = home ?? directory.groups.find(({ id }) => id === routed.group)?.home;
  return found === undefined ? routed : { ...routed, home: found };
}

/**
 * Always answers: the villager's choice, else the narrowest row in force (villager group before village before
 * the whole township, then a category before all), else the village's fallback, else the office.
 * A row whose group no longer exists is passed over.
 */
export function routeRequest(directory: RoutingDirectory, request: Request, date: LocalDate): Routed {
  const chosen = directory.groups.find(({ id }) => id === request.group);
  if (chosen) {
    return withHome(directory, { rule: 'chosen', group: chosen.id, words: `反映时选了${chosen.name}` });
  }
  const row = findRow(directory, request, date);
  if (row) return routeByRow(directory, row);
  const village = directory.villages.find(({ id }) => id === request.village);
  const fallback = directory.groups.find(
    ({ id }) => id === directory.routing.villageFallback[request.village],
  );
  if (fallback) {
    const words = `${village?.name ?? ''}的事 先归${fallback.name}`;
    return withHome(directory, { rule: 'village-fallback', group: fallback.id, words });
  }
  const words = `${village?.name ?? ''}还没有对应的代表小组，先由人大办接`;
  return { rule: 'last-fallback', words, ...(village && { home: village.home }) };
}
