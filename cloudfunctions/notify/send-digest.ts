import type { Instant, LocalDate } from '../../miniprogram/contract/wire';
import { countDueByOwner } from '../request/store';
import { addDays } from '../shared/china-time';
import { recallHolders, recallWhere } from './directory';
import { UNREAD_AT_MOST } from './inbox';
import { readList } from './messages';
import { planNotices } from './rules/notice';
import { DIGEST_NOTICE } from './rules/notices/digest';
import { nextWorkday, worksOn } from './rules/reminders';
import { writeNotices } from './write-notice';

/** One message for each owner who has something near or late, and one for the office. Holidays are left alone. */
export async function sendDigest(township: string, today: LocalDate, now: Instant): Promise<number> {
  const where = await recallWhere(township, now);
  if (!where || !worksOn(where.book, today)) return 0;
  const holders = await recallHolders(township, now);
  const [late, dueSoon, calls] = await Promise.all([
    countDueByOwner(township, addDays(today, -1)),
    countDueByOwner(township, nextWorkday(where.book, today)),
    readList(township, 'call', UNREAD_AT_MOST),
  ]);
  let count = 0;
  for (const owner of new Set(['', ...dueSoon.keys()])) {
    const facts = {
      ...{ today, owner, late: late.get(owner) ?? 0 },
      near: (dueSoon.get(owner) ?? 0) - (late.get(owner) ?? 0),
      calls: owner === '' ? calls.length : 0,
    };
    const planned = planNotices([DIGEST_NOTICE], facts, holders);
    await writeNotices(
      { township, event: 'digest', document: 'digest', occurrence: `${today}~${owner}` },
      planned,
      now,
    );
    count += planned.length;
  }
  return count;
}
