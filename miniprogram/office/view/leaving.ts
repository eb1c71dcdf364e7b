import type { LeavingMatter, LeavingRow } from '../../contract/congress/term';

/** How many things somebody who leaves still has. */
export function hangsOn({ requests, suggestions, visits, ties, seats }: LeavingRow): number {
  return requests + suggestions + visits + ties + seats;
}

/** Never more than what was left when it was handed on; `left`: `person.matter` → how much that was. */
export function withLeft(rows: readonly LeavingRow[], left: Readonly<Record<string, number>>): LeavingRow[] {
  return rows.map((row) => {
    const fewer = (what: LeavingMatter) => Math.min(row[what], left[`${row.person}.${what}`] ?? row[what]);
    return {
      ...row,
      requests: fewer('requests'),
      suggestions: fewer('suggestions'),
      visits: fewer('visits'),
      ties: fewer('ties'),
      seats: fewer('seats'),
    };
  });
}
