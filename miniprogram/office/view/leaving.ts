import type { LeavingRow } from '../../contract/congress/term';

/** How many things somebody who leaves still has. */
export function hangsOn({ requests, suggestions, visits, ties, seats }: LeavingRow): number {
  return requests + suggestions + visits + ties + seats;
}
