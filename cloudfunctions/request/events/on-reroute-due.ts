/** Sends what nobody has taken yet by today's table, where the office asked for it (on-routing-changed.ts). */
import type { Instant } from '../../../miniprogram/contract/wire';
import { readClock } from '../../shared/clock';
import { rerouteStep } from '../routing/rules/plan-reroute';
import type { RequestDocument } from '../rules/request-document';
import { readReroutes, settleReroute, type Reroute } from '../routing/reroute-store';
import { readSubmitted, recallDirectory, writeStep } from '../store';

/** Requests of one page, and pages of one minute; the next minutes do the rest. */
const PAGE = 50;
const PAGES = 4;

type Known = NonNullable<Awaited<ReturnType<typeof recallDirectory>>>;

/** Moved, stayed, or changed by somebody meanwhile: then it is looked at once more. */
async function sendOne(request: RequestDocument, known: Known, version: number, now: Instant) {
  const step = rerouteStep(request, known, now);
  if (!step) return 'stays';
  const { act, event, plan, clockOn } = step;
  const key = `${act}-${String(version)}-${String(request.rev)}`;
  const meta = { act, event, from: request.state, clockOn, now, key };
  return (await writeStep(request, plan, meta)) ? 'moved' : 'changed';
}

/** True when there is more of it. */
async function sendPage(one: Reroute, now: Instant): Promise<boolean> {
  const { township, version, after } = one;
  const [known, page] = await Promise.all([
    recallDirectory(township, now),
    readSubmitted(township, PAGE, after),
  ]);
  if (!known) return false;
  let { moved } = one;
  for (const request of page) moved = (await sendOne(request, known, version, now)) !== 'stays' || moved;
  const last = page.at(-1);
  // Dates move while it goes on: through when one whole round found nothing to move.
  const next = last && page.length === PAGE ? { after: last.dueSeq, moved } : { after: '', moved: false };
  const over = next.after === '' && !moved;
  return (await settleReroute(one, over ? undefined : next)) && !over;
}

/** One look when nothing is asked for. */
export async function onClock(
  townships: readonly string[],
  now: Instant,
  endsAt: Instant = Infinity,
): Promise<number> {
  let done = 0;
  for (let pages = 0; pages < PAGES; pages++) {
    const asked = await readReroutes(townships, now);
    for (const one of asked) if (readClock() < endsAt && (await sendPage(one, now))) done++;
    if (asked.length === 0 || readClock() >= endsAt) break;
  }
  return done;
}
