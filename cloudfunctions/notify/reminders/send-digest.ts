import type { Instant, LocalDate } from '../../../miniprogram/contract/wire';
import { readPromisesDue, type StoredPromise } from '../../duty/promises/store';
import type { RequestDocument } from '../../request/rules/request-document';
import { readDueUntil } from '../../request/store';
import { recallHolders, recallWhere } from '../tell/role-holders';
import { UNREAD_AT_MOST } from '../inbox/store';
import { readList } from '../messages/store';
import type { Where } from '../tell/rules/day-facts';
import { planNotices } from '../tell/rules/notice';
import { DIGEST_NOTICE, listDigests, type DueRequest } from '../tell/rules/notices/digest';
import { NEAR_NOTICES } from '../tell/rules/notices/request/deadlines';
import type { Holder } from '../tell/rules/recipients';
import { nextWorkday, worksOn } from './rules/reminders';
import { toRequestFacts } from '../tell/rules/request-facts';
import { writeNotices } from '../tell/write-notice';

/** States in which nobody but the asker has to act, and paused requests, are left out. */
function waits({ state, paused }: RequestDocument): boolean {
  return state === 'confirming' || paused !== undefined;
}

/** Each request by itself, once for each of its dates, in the inbox alone: the digest has the message. */
async function tellNear(
  where: Where,
  near: readonly RequestDocument[],
  holders: readonly Holder[],
  now: Instant,
): Promise<number> {
  let count = 0;
  for (const request of near) {
    const planned = planNotices(NEAR_NOTICES, toRequestFacts(where, request, { at: now, by: '' }), holders);
    const { township, _id: document, due: occurrence } = request;
    await writeNotices({ township, event: 'near', document, occurrence }, planned, now);
    count += planned.length;
  }
  return count;
}

/** Promised visits of a township that are due at one time; far more than there are. */
const PROMISES_AT_MOST = 300;

/** A visit that was promised waits on 今日待办 beside the requests. */
function toDue({ person, due }: StoredPromise): DueRequest {
  return { owner: { kind: 'deputy', person }, lead: '', hidden: [], due };
}

/**
 * For everybody who has something late, or due by the next working day: one message a person. Holidays are left alone.
 * Requests past their day are told one by one by request's own clock, those that are near here.
 */
export async function sendDigest(township: string, today: LocalDate, now: Instant): Promise<number> {
  const where = await recallWhere(township, now);
  if (!where || !worksOn(where.directory, today)) return 0;
  const soon = nextWorkday(where.directory, today);
  const [holders, found, calls, promises] = await Promise.all([
    recallHolders(township, now),
    readDueUntil(township, soon),
    readList(township, 'call', UNREAD_AT_MOST),
    readPromisesDue(township, soon, PROMISES_AT_MOST),
  ]);
  const due = found.filter((request) => !waits(request));
  const near = due.filter((request) => request.due >= today);
  let count = await tellNear(where, near, holders, now);
  const waiting = [...due, ...promises.map(toDue)];
  for (const facts of listDigests(waiting, holders, { today, calls: calls.length })) {
    const planned = planNotices([DIGEST_NOTICE], facts, holders);
    await writeNotices({ township, event: 'digest', document: 'digest', occurrence: today }, planned, now);
    count += planned.length;
  }
  return count;
}
