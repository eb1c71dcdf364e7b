import type { Instant } from '../../miniprogram/contract/wire';
import { LIMITS } from '../../miniprogram/contract/limits';
import { toLocalDate } from '../shared/china-time';
import { drop, put, type Changes } from '../shared/conditions';
import { readBars } from './bars';
import { alignMarks, type MarkChanges } from './rules/bars';
import { changeDay, readDaysFrom } from './store';

/** Bars and days that may change meanwhile; then the relay tries again later. */
const TURNS = 5;
/** The bound is looked at before the write, so clerks who bar at once may pass it by a few. */
const MOST_BARS = 2 * LIMITS.barsInForce;

function changesOf({ put: wanted, drop: over }: MarkChanges): Changes {
  return {
    ...Object.fromEntries(Object.entries(wanted).map(([mark, value]) => [`barred.${mark}`, put(value)])),
    ...Object.fromEntries(over.map((mark) => [`barred.${mark}`, drop])),
  };
}

/**
 * Every day from today on is brought in line with the bars in force; two reads when it is already. Whoever wrote reads
 * again, so that of two relays the last to write has seen what is true now.
 */
export async function bringBars(township: string, now: Instant): Promise<void> {
  const today = toLocalDate(now);
  for (let turn = 0; turn < TURNS; turn++) {
    const [bars, days] = await Promise.all([
      readBars(township, today, { limit: MOST_BARS }),
      readDaysFrom(township, today, LIMITS.barDays + 1, ['date', 'barred']),
    ]);
    const stale = days.flatMap(({ date, barred = {} }) => {
      const changes = alignMarks({ date, barred }, bars);
      return changes ? [{ date, changes }] : [];
    });
    if (stale.length === 0) return;
    for (const { date, changes } of stale) await changeDay(township, date, {}, changesOf(changes));
  }
  throw new Error('the bars changed too often');
}
