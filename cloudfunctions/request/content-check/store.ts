/**
 * Verdicts on photos and recordings that come later, by their trace ids; and the part of a request that they settle.
 * The push names no township. Only the asking side leaves a document of a trace id: a verdict on what nobody asked
 * about writes nothing, and one that comes before the asking side knows the id is pushed again. A question ends after
 * EXPIRES_MS, answered or not, so these documents are never many.
 */
import type { PartId } from '../../../miniprogram/contract/content-check';
import type { Instant } from '../../../miniprogram/contract/wire';
import { DISTRICT } from '../../registry/store';
import { readClock } from '../../shared/clock';
import { append, atMost, drop, oneOf, put, type Changes, type Where } from '../../shared/conditions';
import {
  changeOne,
  createOne,
  inTownship,
  readAcross,
  readOne,
  removeOne,
  type CollectionSpecs,
  type Stored,
} from '../../shared/database';
import type { RequestDocument } from '../rules/request-document';
import { adjustRequest } from '../store';
import { checkOf, HELD, type PartCheck, type Suggestion } from './rules/content-check';
import { planIntake, type Taken } from './rules/intake';
import { isChecked } from './what-to-check';

const TRACES = 'requesttraces';
/** The platform promises its verdict within 30 minutes (media_check_async). */
export const EXPIRES_MS = 45 * 60_000;

export const collections = {
  [TRACES]: { indexes: [inTownship('township_at', 'at')] },
} satisfies CollectionSpecs;

export interface PartRef {
  township: string;
  request: string;
  part: PartId;
}

/** A photo or a recording of an activity (duty), which is asked about in the same way. */
export interface PictureRef {
  township: string;
  activity: string;
  picture: string;
}

type About = PartRef | PictureRef;

/** Settles what was asked about, where it still stands in one of these states. */
export type Settle = (
  about: About,
  from: readonly PartCheck['state'][],
  check: PartCheck,
) => Promise<boolean>;

interface Trace extends Stored {
  at: Instant;
  /** What was asked about. */
  about: About;
  /** The verdict; absent: it has not come. */
  suggest?: Suggestion;
}

const idOf = (traceId: string): string => `${DISTRICT}~${traceId}`;

function readTrace(traceId: string): Promise<Trace | undefined> {
  return readOne<Trace>(TRACES, DISTRICT, idOf(traceId));
}

/** One part's check where it still stands as `from`; false when somebody else settled it meanwhile. */
export function settleCheck(
  { township, request, part }: PartRef,
  from: readonly PartCheck['state'][],
  check: PartCheck,
): Promise<boolean> {
  const where: Where = { [`checks.${part}.state`]: oneOf(from) };
  const held: Changes = check.state === 'held' ? { tokens: append([HELD]) } : {};
  return adjustRequest(township, request, where, { [`checks.${part}`]: put(check), ...held });
}

/**
 * The copies of a request's files in place of what its phone named, in one write on the `rev` that was read, since more
 * may come meanwhile; false: it changed.
 */
export function placeCopies(request: RequestDocument, taken: Taken, now: Instant): Promise<boolean> {
  const { photos, recordings, checks } = planIntake(request, taken, isChecked(request), now);
  const checked = Object.entries(checks).map(([part, check]) => [`checks.${part}`, put(check)]);
  const changes: Changes = {
    ...(Object.fromEntries(checked) as Changes),
    photos: put(photos),
    recordings: put(recordings),
    intake: drop,
  };
  return adjustRequest(request.township, request._id, { intake: true, rev: request.rev }, changes);
}

const OPEN: readonly PartCheck['state'][] = ['waiting', 'asked'];

/** From now on a verdict on this trace id is known. */
export async function keepTrace(traceId: string, about: About, now: Instant): Promise<void> {
  const trace: Trace = { _id: idOf(traceId), township: DISTRICT, rev: 1, at: now, about };
  await createOne(TRACES, trace);
}

/**
 * The asking side knows the trace id now. Killed before the part is `asked`, it is asked about once more, and the
 * first verdict settles it; killed after, nothing is left to do.
 */
export async function joinAsked(traceId: string, about: PartRef, now: Instant): Promise<void> {
  await keepTrace(traceId, about, now);
  await settleCheck(about, ['waiting'], { state: 'asked', at: now });
}

/**
 * The verdict is here. False when nobody has asked about this trace, or not yet: nothing is written. Once the part is
 * settled the trace stays until it expires, so that the same push once more is known.
 */
export async function joinVerdict(
  { traceId, suggest, now }: { traceId: string; suggest: Suggestion; now: Instant },
  settle: Settle,
): Promise<boolean> {
  const trace = await readTrace(traceId);
  if (!trace) return false;
  if (trace.suggest !== undefined) return true;
  await settle(trace.about, OPEN, checkOf(suggest, now));
  await changeOne(TRACES, DISTRICT, trace._id, {}, { suggest: put(suggest) });
  return true;
}

/** Questions without a verdict: a person looks. One look when there are none. */
export async function expireTraces(
  { now, endsAt, limit }: { readonly now: Instant; readonly endsAt: Instant; readonly limit: number },
  settle: Settle,
): Promise<number> {
  const old = await readAcross<Trace>(TRACES, [DISTRICT], {
    where: { at: atMost(now - EXPIRES_MS) },
    order: [['at', 'asc']],
    limit,
  });
  for (const { _id, about, suggest } of old) {
    if (readClock() >= endsAt) break;
    if (suggest === undefined) await settle(about, OPEN, checkOf('unchecked', now));
    await removeOne(TRACES, DISTRICT, _id);
  }
  return old.length;
}
