/** What becomes of a deputy's ties; what is said of a household comes and goes encrypted. */
import { TIE_LIMITS, type TieMeasure } from '../../../../miniprogram/contract/ties';
import type { LocalDate } from '../../../../miniprogram/contract/wire';

export interface StoredTie {
  /** Encrypted JSON: alias and needs. */
  said: string;
  measures: readonly TieMeasure[];
  since: LocalDate;
  ended?: LocalDate;
  /** Encrypted. */
  reason?: string;
}

export type Ties = Readonly<Record<string, StoredTie>>;

export function openCount(ties: Ties): number {
  return Object.values(ties).filter(({ ended }) => ended === undefined).length;
}

/** The latest ones that ended stay, so that the document is bounded. */
function boundEnded(ties: Ties): Ties {
  const ended = Object.entries(ties)
    .filter(([, tie]) => tie.ended !== undefined)
    .sort(([, one], [, other]) => ((one.ended ?? '') < (other.ended ?? '') ? 1 : -1));
  const gone = new Set(ended.slice(TIE_LIMITS.ended).map(([id]) => id));
  return Object.fromEntries(Object.entries(ties).filter(([id]) => !gone.has(id)));
}

/** Undefined: that many are open already, or the one to change has ended or is not there. */
export function keep(
  ties: Ties,
  { id, isNew, most }: { id: string; isNew: boolean; most: number },
  typed: Omit<StoredTie, 'ended' | 'reason'>,
): Ties | undefined {
  if (isNew) return openCount(ties) < most ? { ...ties, [id]: typed } : undefined;
  const before = ties[id];
  if (!before || before.ended !== undefined) return undefined;
  return { ...ties, [id]: { ...typed, since: before.since } };
}

export function end(ties: Ties, id: string, ended: LocalDate, reason: string): Ties | undefined {
  const before = ties[id];
  if (!before || before.ended !== undefined) return undefined;
  return boundEnded({ ...ties, [id]: { ...before, ended, reason } });
}

/** All that go on: their deputy holds no office any more. Undefined: none goes on. */
export function endAll(ties: Ties, ended: LocalDate, reason: string): Ties | undefined {
  const going = Object.entries(ties).filter(([, tie]) => tie.ended === undefined);
  if (going.length === 0) return undefined;
  const over = Object.fromEntries(going.map(([id, tie]) => [id, { ...tie, ended, reason }]));
  return boundEnded({ ...ties, ...over });
}
