import type { Instant, LocalDate } from '../../../miniprogram/contract/wire';
import { planYear } from '../../reception/calendar/rules/year-calendar';
import { recallHolders, recallWhere } from '../tell/role-holders';
import { planNotices } from '../tell/rules/notice';
import { UNKNOWN_YEAR_NOTICE } from '../tell/rules/notices/unknown-year';
import { writeNotices } from '../tell/write-notice';
import { unknownYear, worksOn, type Done } from './rules/reminders';

/**
 * Once a month, on a working morning: the office hears that the holidays of a year are not known. Answers how many
 * notices were written and what is to be marked; a month in which all is known is not marked, so that it is looked at
 * again (without a call: the directory is at hand).
 */
export async function tellUnknownYear(
  township: string,
  done: Done,
  today: LocalDate,
  now: Instant,
): Promise<{ count: number; mark: Partial<Done> }> {
  const month = today.slice(0, 7);
  const nothing = { count: 0, mark: {} };
  const where = await recallWhere(township, now);
  if (!where || (done.yearTold ?? '') >= month || !worksOn(where.directory, today)) return nothing;
  const year = unknownYear(where.directory, today);
  if (year === undefined) return nothing;
  const first = planYear(year, where.directory).days.find(
    ({ date, provisional }) => provisional && date >= today,
  );
  const facts = { year, today, ...(first && { first: first.date }) };
  const planned = planNotices([UNKNOWN_YEAR_NOTICE], facts, await recallHolders(township, now));
  await writeNotices(
    { township, event: 'year-unknown', document: String(year), occurrence: month },
    planned,
    now,
  );
  return { count: planned.length, mark: { yearTold: month } };
}
