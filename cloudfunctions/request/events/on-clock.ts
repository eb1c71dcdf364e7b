/** What time alone does with requests: untaken ones move on, unanswered questions close, pauses end, late ones are told. */
import type { Instant } from '../../../miniprogram/contract/wire';
import { toLocalDate } from '../../shared/china-time';
import { readClock } from '../../shared/clock';
import { put } from '../../shared/conditions';
import { byTownship, sideBySide } from '../../shared/side-by-side';
import { clockDay } from '../life/rules/clock';
import { clockStep } from '../life/rules/plan-clock';
import type { RequestDocument } from '../rules/request-document';
import { adjustRequest, readOnClock, recallDirectory, writeStep } from '../store';

/** Requests of one look, and townships whose requests move at the same time. */
const PAGE = 100;
const TOWNSHIPS_AT_ONCE = 12;
/** Looks of one run; after a long pause the next minutes do the rest. */
const LOOKS = 20;

/** One thing; what follows from it is found by the next look. Named by what and which date, so that it is told once. */
async function doOne(request: RequestDocument, now: Instant): Promise<boolean> {
  const { township, _id, rev, due } = request;
  const known = await recallDirectory(township, now);
  if (!known) return false;
  const step = clockStep(request, known, now);
  // The date had moved on when a step was taken without reading: the clock is set anew, nothing is told.
  if (!step) return adjustRequest(township, _id, { rev }, { clockOn: put(clockDay(request)) });
  const { act, event, plan, clockOn } = step;
  return writeStep(request, plan, {
    act,
    event,
    from: request.state,
    clockOn,
    now,
    key: `${act}-${due}-${rev}`,
  });
}

/**
 * One look when nothing is due; one write for each thing to do, on the `rev` that was read. Townships side by side,
 * look after look for as long as there is more and the time allows.
 */
export async function onClock(
  townships: readonly string[],
  now: Instant,
  endsAt: Instant = Infinity,
): Promise<number> {
  let done = 0;
  for (let look = 0; look < LOOKS && readClock() < endsAt; look++) {
    const before = done;
    const due = await readOnClock(townships, toLocalDate(now), PAGE);
    await sideBySide(byTownship(due), { atOnce: TOWNSHIPS_AT_ONCE, endsAt }, async (requests) => {
      for (const request of requests) if (readClock() < endsAt && (await doOne(request, now))) done++;
    });
    // What could not be moved is looked at again in a minute, not at once.
    if (due.length < PAGE || done === before) break;
  }
  return done;
}
