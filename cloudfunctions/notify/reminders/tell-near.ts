import type { Instant, LocalDate } from '../../../miniprogram/contract/wire';
import { labelOf } from '../../../miniprogram/contract/activity-kinds';
import { readActivities } from '../../duty/activities/store';
import { recallHolders, recallWhere } from '../tell/role-holders';
import { planNotices } from '../tell/rules/notice';
import { NEAR_NOTICE } from '../tell/rules/notices/near';
import { writeNotices } from '../tell/write-notice';
import { nextWorkday, worksOn } from './rules/reminders';

/** More than a township plans for the days until the next working day. */
const NEAR = 40;

/**
 * On a working morning: what was planned for the days until the next working day is said to whoever is invited and has
 * not asked for leave. One call.
 */
export async function tellNear(township: string, today: LocalDate, now: Instant): Promise<number> {
  const where = await recallWhere(township, now);
  if (!where || !worksOn(where.directory, today)) return 0;
  const until = nextWorkday(where.directory, today);
  const found = await readActivities(township, 'all', NEAR, `${until}~`);
  const near = found.filter(({ state, date }) => state === 'planned' && date > today);
  let told = 0;
  for (const { _id: activity, kind, date, invited } of near) {
    const coming = Object.entries(invited).flatMap(([person, { a }]) =>
      a === 'invited' || a === 'coming' || a === 'leave-refused' ? [person] : [],
    );
    const facts = { activity, kind: labelOf(kind) ?? '', on: date, coming };
    const planned = planNotices([NEAR_NOTICE], facts, await recallHolders(township, now));
    const occurrence = { township, event: 'activity-near', document: activity, occurrence: date };
    await writeNotices(occurrence, planned, now);
    told += planned.length;
  }
  return told;
}
