import type { Instant, LocalDate } from '../../../miniprogram/contract/wire';
import { isOver } from '../../reception/booking/rules/free-places';
import type { OwnDay } from '../../reception/days/rules/day-document';
import { dayId } from '../../reception/days/rules/publish-day';
import { DESK_FIELDS, readDaysBefore } from '../../reception/days/store';
import { isUnrecorded, listVisitors } from '../../reception/desk/rules/visits';
import { recallHolders, recallWhere } from '../tell/role-holders';
import { planNotices } from '../tell/rules/notice';
import { UNRECORDED_OFFICE, UNRECORDED_RECEIVER } from '../tell/rules/notices/unrecorded';
import { writeNotices } from '../tell/write-notice';
import { lastWorkday, worksOn } from './rules/reminders';

/** Reception days that lie between two working days: the homes may have days of their own, over a long holiday. */
const DAYS = 4;

async function askOne(township: string, day: OwnDay, today: LocalDate, now: Instant): Promise<number> {
  const open = listVisitors(day).filter((visitor) => isOver(day, now, visitor.home) && isUnrecorded(visitor));
  if (open.length === 0) return 0;
  const holders = await recallHolders(township, now);
  const whose = open.flatMap(({ seat }) => day.seats[seat]?.person ?? []);
  const facts = { date: day.date, today, count: open.length };
  const planned = [
    ...planNotices([UNRECORDED_OFFICE], facts, holders),
    ...[...new Set(whose)].flatMap((person) =>
      planNotices(
        [UNRECORDED_RECEIVER],
        { ...facts, person, count: whose.filter((each) => each === person).length },
        holders,
      ),
    ),
  ];
  const subject = { township, event: 'unrecorded', document: dayId(township, day.date), occurrence: today };
  await writeNotices(subject, planned, now);
  return planned.length;
}

/**
 * On the working morning after a reception day: the office and whoever sat there are asked for the results that nobody
 * wrote down. One read; two writes for each who hears.
 */
export async function askResults(township: string, today: LocalDate, now: Instant): Promise<number> {
  const where = await recallWhere(township, now);
  if (!where || !worksOn(where.directory, today)) return 0;
  const since = lastWorkday(where.directory, today);
  const days = await readDaysBefore(township, today, DAYS, DESK_FIELDS);
  let count = 0;
  for (const day of days.filter(({ date, state }) => date >= since && state === 'published'))
    count += await askOne(township, day, today, now);
  return count;
}
