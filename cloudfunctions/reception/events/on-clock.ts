/** What a reception day needs once it is over: the keys and bounds of its acts go, bookings and visits stay. */
import type { Instant } from '../../../miniprogram/contract/wire';
import { readClock } from '../../shared/clock';
import { drop, put, type Changes } from '../../shared/conditions';
import { changeDay, readDaysToClear } from '../days/store';

/** A township has a dozen reception days a year; after a long pause the next minutes do the rest. */
const DAYS_AT_ONCE = 20;

/** Bounds and memories of acts on a day (DayDocument): when nobody may act there any more they serve nothing. */
const CLEARED: Changes = {
  acts: put({}),
  tries: put({}),
  moves: put({}),
  wrong: drop,
  asked: drop,
  entered: drop,
  seen: drop,
  deskActs: drop,
  banned: drop,
  clearAt: drop,
};

/** One look when nothing is due, one write more for each day that is. */
export async function onClock(
  townships: readonly string[],
  now: Instant,
  endsAt: Instant = Infinity,
): Promise<number> {
  const due = await readDaysToClear(townships, now, DAYS_AT_ONCE);
  let cleared = 0;
  for (const { township, date, clearAt } of due) {
    if (readClock() >= endsAt) break;
    if (clearAt !== undefined && (await changeDay(township, date, { clearAt }, CLEARED))) cleared++;
  }
  return cleared;
}
