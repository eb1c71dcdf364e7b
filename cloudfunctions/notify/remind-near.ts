/** Matters whose date is near, told once for each date on the working day before it; what is over is told by request's own clock. */
import type { Instant, LocalDate } from '../../miniprogram/contract/wire';
import { readDueBetween } from '../request/store';
import { recallHolders, recallWhere } from './directory';
import { planNotices } from './rules/notice';
import { NEAR_NOTICES } from './rules/notices/request-clock';
import { nextWorkday, worksOn } from './rules/reminders';
import { toRequestFacts } from './rules/request-facts';
import { writeNotices } from './write-notice';

/** Nobody is to do anything while the asker is to say how it was, or while it stands still. */
function waits({ state, paused }: { state: string; paused?: unknown }): boolean {
  return state === 'confirming' || paused !== undefined;
}

/** With the digest, whose message it is: these are rows of the inbox. Holidays are left alone. */
export async function remindOfNear(township: string, today: LocalDate, now: Instant): Promise<number> {
  const where = await recallWhere(township, now);
  if (!where || !worksOn(where.book, today)) return 0;
  const [holders, near] = await Promise.all([
    recallHolders(township, now),
    readDueBetween(township, today, nextWorkday(where.book, today)),
  ]);
  let count = 0;
  for (const request of near.filter((one) => !waits(one))) {
    const planned = planNotices(NEAR_NOTICES, toRequestFacts(where, request, { at: now, by: '' }), holders);
    await writeNotices(
      { township, event: 'near', document: request._id, occurrence: request.due },
      planned,
      now,
    );
    count += planned.length;
  }
  return count;
}
