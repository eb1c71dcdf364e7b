/**
 * Verdicts on photos and recordings that come later, by their trace ids; and the part of a request that they settle.
 * The push names no township and may come before the asking side knows the id: whoever comes first leaves a document
 * of that id, whoever comes second finds it and does the rest. A verdict that nobody asked for, and a question that
 * nobody answered, end after EXPIRES_MS, so these documents are never many.
 */
import type { PartId } from '../../../miniprogram/contract/content-check';
import type { Instant } from '../../../miniprogram/contract/wire';
import { DISTRICT } from '../../registry/store';
import { append, atMost, oneOf, put, type Changes, type Where } from '../../shared/conditions';
import {
  createOne,
  inTownship,
  readAcross,
  readOne,
  removeOne,
  type CollectionSpecs,
  type Stored,
} from '../../shared/database';
import { adjustRequest } from '../store';
import { checkOf, HELD, type PartCheck, type Suggestion } from './rules/content-check';

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

interface Trace extends Stored {
  at: Instant;
  /** What was asked about; absent: the verdict came first. */
  about?: PartRef;
  /** The verdict; absent: it has not come. */
  suggest?: Suggestion;
}

const idOf = (traceId: string): string => `${DISTRICT}~${traceId}`;

/** False when the other side was here first. */
function leave(traceId: string, found: Pick<Trace, 'at' | 'about' | 'suggest'>): Promise<boolean> {
  return createOne(TRACES, { _id: idOf(traceId), township: DISTRICT, rev: 1, ...found });
}

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

const OPEN: readonly PartCheck['state'][] = ['waiting', 'asked'];

async function finish(traceId: string, about: PartRef, suggest: Suggestion, now: Instant): Promise<void> {
  await settleCheck(about, OPEN, checkOf(suggest, now));
  await removeOne(TRACES, DISTRICT, idOf(traceId));
}

/**
 * The asking side knows the trace id now. Killed before the part is `asked`, it is asked about once more, and the
 * first verdict settles it; killed after, nothing is left to do.
 */
export async function joinAsked(traceId: string, about: PartRef, now: Instant): Promise<void> {
  if (await leave(traceId, { at: now, about })) {
    await settleCheck(about, ['waiting'], { state: 'asked', at: now });
    return;
  }
  const trace = await readTrace(traceId);
  if (trace?.suggest !== undefined) await finish(traceId, about, trace.suggest, now);
}

/** The verdict is here. */
export async function joinVerdict(traceId: string, suggest: Suggestion, now: Instant): Promise<void> {
  if (await leave(traceId, { at: now, suggest })) return;
  const trace = await readTrace(traceId);
  if (trace?.about) await finish(traceId, trace.about, suggest, now);
}

/** Questions without a verdict: a person looks. One look when there are none. */
export async function expireTraces(now: Instant, limit: number): Promise<number> {
  const old = await readAcross<Trace>(TRACES, [DISTRICT], {
    where: { at: atMost(now - EXPIRES_MS) },
    order: [['at', 'asc']],
    limit,
  });
  for (const { _id, about, suggest } of old) {
    if (about) await settleCheck(about, OPEN, checkOf(suggest ?? 'unchecked', now));
    await removeOne(TRACES, DISTRICT, _id);
  }
  return old.length;
}
