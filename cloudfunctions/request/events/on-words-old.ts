/** Requests that are long over: their words and their person go, what happened stays and counts. */
import type { Instant } from '../../../miniprogram/contract/wire';
import { hashParts } from '../../shared/cipher';
import { readClock } from '../../shared/clock';
import type { Sweep } from '../../shared/sweep';
import { eraseRequest } from '../own-data/erase-store';
import { isOver } from '../own-data/rules/bare-request';
import type { RequestDocument } from '../rules/request-document';
import { readEnded } from '../store';

/** All that one asker said in one year bears one name, so that persons are counted as before. */
function strangerOf({ township, account, day }: RequestDocument): string {
  // Entered for somebody without an account: told apart by name alone.
  return account === '' ? '' : hashParts(['swept', township, account, day.slice(0, 4)]);
}

async function sweepOne(request: RequestDocument, now: Instant): Promise<boolean> {
  if (request.bare || !isOver(request)) return true;
  return eraseRequest(request, { stranger: strangerOf(request), now, act: 'sweep' });
}

/** One look; for each request one write, and one call of media where it has files. */
export const sweepRequests: Sweep = async (township, { before, after, limit, endsAt }, now) => {
  const found = await readEnded(township, after, limit);
  let last = after;
  let count = 0;
  for (const request of found) {
    if (readClock() >= endsAt) return { after: last, more: true, count };
    // Somebody acts on it just now: it is swept tomorrow.
    if (request.due >= before || !(await sweepOne(request, now))) return { after: last, more: false, count };
    last = request.dueSeq;
    count++;
  }
  return { after: last, more: found.length === limit, count };
};
