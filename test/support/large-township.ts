/** A large township: three hundred people, a hundred villages, twelve homes with market days of their own. */
import { addDays } from '../../cloudfunctions/shared/china-time';
import type { Directory } from '../../cloudfunctions/registry/directory/rules/directory';

export const LARGE = { homes: 12, villages: 100, people: 300, villagerGroups: 8, marketDays: 52 } as const;

/** As many as wanted: the sample's own, and copies of them with ids of their own. */
function many<T extends { id: string }>(rows: readonly T[], wanted: number): T[] {
  return Array.from({ length: wanted }, (_, n) => {
    const row = rows[n % rows.length] as T;
    return n < rows.length ? row : { ...row, id: `${row.id}x${String(n)}` };
  });
}

/** Each week of the year from its first Monday on, each home's on a day of its own as far as there are days. */
function marketDays(year: number, home: number): string[] {
  const monday = Array.from({ length: 7 }, (_, n) => `${String(year)}-01-0${String(n + 1)}`).find(
    (date) => new Date(`${date}T00:00:00Z`).getUTCDay() === 1,
  );
  return Array.from({ length: LARGE.marketDays }, (_, week) =>
    addDays(monday ?? `${String(year)}-01-04`, week * 7 + (home % 7)),
  );
}

/** The sample's township with as many; whoever is new sits in a home and speaks for a constituency like the one copied. */
export function enlarge(directory: Directory, year: number): Directory {
  const homes = many(directory.homes, LARGE.homes).map((home, n) => ({
    ...home,
    marketDays: marketDays(year, n),
  }));
  const villagerGroups = Array.from({ length: LARGE.villagerGroups }, (_, n) => ({
    id: `g${String(n)}`,
    name: `第${String(n + 1)}村民小组`,
  }));
  const villages = many(directory.villages, LARGE.villages).map((village) => ({
    ...village,
    villagerGroups,
  }));
  const people = many(directory.people, LARGE.people).map((person, n) => ({
    ...person,
    claimed: true,
    memberships: person.memberships.map((each) => ({
      ...each,
      ...(each.home !== undefined && { home: homes[n % homes.length]?.id ?? each.home }),
    })),
  }));
  const { villageFallback } = directory.routing;
  const fallback = Object.fromEntries(
    villages.map(({ id }) => [id, villageFallback[id] ?? villageFallback[id.split('x')[0] ?? ''] ?? '']),
  );
  return {
    ...directory,
    homes,
    villages,
    people,
    routing: { ...directory.routing, villageFallback: fallback },
  };
}
