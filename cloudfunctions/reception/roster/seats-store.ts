/** Seats on the rosters of whoever may sit there no more go on with somebody else (rules/hand-on-seats.ts). */
import type { Instant, LocalDate } from '../../../miniprogram/contract/wire';
import type { Directory } from '../../registry/directory/rules/directory';
import { toLocalDate } from '../../shared/china-time';
import { add, drop, put, type Changes } from '../../shared/conditions';
import type { CollectionSpecs } from '../../shared/database';
import { recordActs, type Act } from '../../shared/outbox';
import { countGoneSeats, handOnSeats, type SeatHandedOn } from './rules/hand-on-seats';
import { swapId, type RosterDocument } from './rules/roster-document';
import { changeRoster, readRosters } from './store';

/** It has no collection of its own. */
export const collections = {} satisfies CollectionSpecs;

/** Seats in one write, since each leaves a row of history; the next turn does the rest. */
const AT_ONCE = 40;
/** Acts of others that may come in between, and writes of forty seats; then the next morning does the rest. */
const TURNS = 5;

interface Handing {
  now: Instant;
  whose: (person: string) => boolean;
  by: string;
  key: string;
}

function changesOf(roster: RosterDocument, moved: readonly SeatHandedOn[], { now, by, key }: Handing) {
  const { year, version } = roster;
  const acts = moved.map(({ date, seat, from, to = '' }): Act => {
    const about = { year, date, seat };
    const of = swapId(date, seat);
    return { at: now, by, act: 'hand-on-seat', of, from, to, key, event: 'seat-changed', about };
  });
  const why = '原来的人不再任职，按轮次接替';
  const seats = moved.map(({ date, seat, to }): [string, Changes[string]] => [
    `seats.${date}.${seat}`,
    to === undefined ? drop : put({ person: to, why, at: version + 1 }),
  ]);
  return { ...Object.fromEntries(seats), ...recordActs(acts), version: add(1) };
}

/** Person → seats of this year and the next on which they can sit no more. One call. */
export async function countSeatsToHandOn(
  directory: Directory,
  today: LocalDate,
): Promise<Map<string, number>> {
  const counts = new Map<string, number>();
  const year = Number(today.slice(0, 4));
  for (const roster of await readRosters(directory.township, [year, year + 1]))
    for (const [person, count] of countGoneSeats(roster, directory, today))
      counts.set(person, (counts.get(person) ?? 0) + count);
  return counts;
}

/** How many seats of this year and the next went on. One call; two more for each year that has some. */
export async function handOnSeatsOf(directory: Directory, handing: Handing): Promise<number> {
  const { township } = directory;
  const today = toLocalDate(handing.now);
  const year = Number(today.slice(0, 4));
  let done = 0;
  for (let turn = 0; turn < TURNS; turn++) {
    let tried = false;
    for (const roster of await readRosters(township, [year, year + 1])) {
      const moved = handOnSeats(roster, directory, { today, whose: handing.whose }).slice(0, AT_ONCE);
      if (moved.length === 0) continue;
      tried = true;
      const changes = changesOf(roster, moved, handing);
      if (await changeRoster(township, roster.year, { version: roster.version }, changes))
        done += moved.length;
    }
    if (!tried) break;
  }
  return done;
}
