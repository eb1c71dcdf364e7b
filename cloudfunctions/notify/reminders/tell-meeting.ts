import type { Instant, LocalDate } from '../../../miniprogram/contract/wire';
import { nextMeetingBy, presidiumOn } from '../../congress/presidium/rules/meeting';
import { readLastMeeting } from '../../congress/presidium/store';
import { settingsOf } from '../../registry/directory/rules/settings';
import { recallHolders, recallWhere } from '../tell/role-holders';
import { planNotices } from '../tell/rules/notice';
import { MEETING_NOTICE } from '../tell/rules/notices/meeting';
import { writeNotices } from '../tell/write-notice';
import { worksOn, type Done } from './rules/reminders';

interface Told {
  count: number;
  mark: Partial<Done>;
}

/**
 * Once a month, on its first working morning: the office hears that the presidium is to meet in this month, or should have
 * met. One call for a township that has a presidium.
 */
export async function tellMeeting(
  township: string,
  done: Done,
  today: LocalDate,
  now: Instant,
): Promise<Told> {
  const month = today.slice(0, 7);
  if ((done.meetingTold ?? '') >= month) return { count: 0, mark: {} };
  const where = await recallWhere(township, now);
  if (!where || !worksOn(where.directory, today)) return { count: 0, mark: {} };
  const { directory } = where;
  const mark = { meetingTold: month };
  if (presidiumOn(directory, today).length === 0) return { count: 0, mark };
  const last = await readLastMeeting(township, Number(today.slice(0, 4)));
  const nextBy = nextMeetingBy(directory, last?.date, today);
  if (nextBy === undefined || nextBy.slice(0, 7) > month) return { count: 0, mark };
  const facts = { nextBy, today, months: settingsOf(directory.settings).presidiumMonths };
  const planned = planNotices([MEETING_NOTICE], facts, await recallHolders(township, now));
  const event = { township, event: 'meeting-due', document: township, occurrence: month };
  await writeNotices(event, planned, now);
  return { count: planned.length, mark };
}
