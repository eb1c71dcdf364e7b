/** What time alone does with requests: untaken ones move on, unanswered questions close, pauses end, late ones are told. */
import type { Instant } from '../../../miniprogram/contract/wire';
import { toLocalDate } from '../../shared/china-time';
import { put } from '../../shared/conditions';
import { clockDay } from '../life/rules/clock';
import { clockStep } from '../life/rules/plan-clock';
import type { RequestDocument } from '../rules/request-document';
import { adjustRequest, readOnClock, recallDirectory, writeStep } from '../store';

/** Requests of one look; after a long pause the next minutes do the rest. */
const AT_ONCE = 50;

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

/** One look when nothing is due; one write for each thing to do, on the `rev` that was read. */
export async function onClock(townships: readonly string[], now: Instant): Promise<number> {
  const due = await readOnClock(townships, toLocalDate(now), AT_ONCE);
  let done = 0;
  for (const request of due) if (await doOne(request, now)) done++;
  return done;
}
