/**
 * The nightly recount (docs/decisions/032): the ledger of each township against its sources, slice by slice, from where
 * the minute before stopped. It writes nothing but its own place. What does not agree is asked again when whatever was on
 * its way has come; what still does not is told to the administrator, once a night.
 */
import type { Instant } from '../../../miniprogram/contract/wire';
import { readClock } from '../../shared/clock';
import { MINUTE_MS, toLocalDate } from '../../shared/china-time';
import { sideBySide } from '../../shared/side-by-side';
import { recallHolders } from '../tell/role-holders';
import { planNotices } from '../tell/rules/notice';
import { LEDGER_NOTICE } from '../tell/rules/notices/ledger';
import { writeNotices } from '../tell/write-notice';
import { countSlice, differs } from './count-slice';
import { PARTS } from './read-sources';
import { NEVER_COUNTED, placeNow, withSuspects, type Recount } from './rules/night';
import { readRecounts, writeRecount, type StoredRecount } from './store';

/** After sources and orphans: the suspects, so long after the last slice. An event is tried again within that time. */
const SUSPECTS_PART = PARTS.length + 1;
const WAIT_MS = 10 * MINUTE_MS;
const TOWNSHIPS_AT_ONCE = 4;

async function tellAdministrator(
  township: string,
  sources: number,
  night: string,
  now: Instant,
): Promise<void> {
  const planned = planNotices([LEDGER_NOTICE], { sources }, await recallHolders(township, now));
  const about = { township, event: 'ledger-differs', document: township, occurrence: night };
  await writeNotices(about, planned, now);
}

/** The round is through: what is said of it, and to whom. */
async function endRound(township: string, { suspects, looked, night }: Recount, now: Instant) {
  const differing: string[] = [];
  for (const name of suspects) if (await differs(township, name)) differing.push(name);
  if (differing.length > 0) await tellAdministrator(township, differing.length, night, now);
  return { night, suspects: [], looked, last: { at: now, looked, differing } };
}

async function goOn(
  township: string,
  before: Recount,
  place: NonNullable<Recount['place']>,
  now: Instant,
): Promise<Recount> {
  const begins = place.part === 0 && place.after === '';
  const so: Recount = begins
    ? Object.assign({}, before, { night: toLocalDate(now), suspects: [], looked: 0 })
    : before;
  if (place.part === SUSPECTS_PART) return endRound(township, so, now);
  const slice = await countSlice(township, place);
  const suspects = withSuspects(so.suspects, slice.suspects);
  const looked = so.looked + slice.looked;
  const after = { night: so.night, suspects, looked, ...(so.last && { last: so.last }) };
  if (slice.next) return { ...after, place: slice.next };
  return suspects.length === 0
    ? endRound(township, after, now)
    : { ...after, place: { part: SUSPECTS_PART, after: String(now) } };
}

/** Suspects wait until what was on its way has come. */
function isWaiting({ part, after }: NonNullable<Recount['place']>, now: Instant): boolean {
  return part === SUSPECTS_PART && now < Number(after) + WAIT_MS;
}

/** Slices until the round is through, the time is, or somebody else did the same slice. Answers how many. */
async function recountOne(
  township: string,
  known: StoredRecount | undefined,
  now: Instant,
  endsAt: Instant,
): Promise<number> {
  let before = known;
  for (let slices = 0; ; slices++) {
    const place = placeNow(before ?? NEVER_COUNTED, now);
    if (!place || isWaiting(place, now) || readClock() >= endsAt) return slices;
    const after = await goOn(township, before ?? NEVER_COUNTED, place, now);
    if (!(await writeRecount(township, before, after))) return slices;
    before = { ...after, _id: township, township, rev: 0, step: (before?.step ?? 0) + 1 };
  }
}

/** For clock-jobs.ts: one call where nothing is due. */
export async function recountLedger(
  townships: readonly string[],
  now: Instant,
  endsAt: Instant,
): Promise<number> {
  const known = await readRecounts(townships);
  let slices = 0;
  await sideBySide(townships, { atOnce: TOWNSHIPS_AT_ONCE, endsAt }, async (township) => {
    const some = await recountOne(township, known.get(township), now, endsAt);
    // Added at once, since townships are side by side.
    slices += some;
  });
  return slices;
}
