import type { Instant, LocalDate } from '../../../miniprogram/contract/wire';
import { LIMITS } from '../../../miniprogram/contract/limits';
import { DAY_MS } from '../../shared/china-time';
import { readDeadLetters } from '../dead-letters/store';
import { readList } from '../messages/store';
import { recallTimers } from '../relay/timers-store';
import { recallHolders } from '../tell/role-holders';
import { planNotices } from '../tell/rules/notice';
import { UNWELL_NOTICE } from '../tell/rules/notices/unwell';
import { writeNotices } from '../tell/write-notice';

/** A message is tried for hours before it is given up, and counts by when it was written. */
const MESSAGES_SINCE_MS = 2 * DAY_MS;

/** Each morning the administrator hears what failed since the one before; silence means that nothing did. Two calls, and one for all townships. */
export async function tellUnwell(township: string, today: LocalDate, now: Instant): Promise<number> {
  const [events, messages, timers] = await Promise.all([
    readDeadLetters(township, LIMITS.page),
    readList(township, 'dead', LIMITS.page),
    recallTimers(now),
  ]);
  const lost =
    events.filter(({ at }) => at > now - DAY_MS).length +
    messages.filter(({ at }) => at > now - MESSAGES_SINCE_MS).length;
  const fault = timers?.fault;
  const jobs = fault && fault.at > now - DAY_MS ? fault.jobs.length : 0;
  if (lost + jobs === 0) return 0;
  const planned = planNotices([UNWELL_NOTICE], { lost, jobs }, await recallHolders(township, now));
  await writeNotices({ township, event: 'unwell', document: township, occurrence: today }, planned, now);
  return planned.length;
}
