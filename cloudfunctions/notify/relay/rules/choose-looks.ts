/** Which places the minute's run looks into: a few in turn, and those of which it knows that something is due. */
import type { Instant } from '../../../../miniprogram/contract/wire';
import { MINUTE_MS } from '../../../shared/china-time';

/** A place in which something may be due: a collection with an outbox, or a job of the clock. */
export interface Look {
  readonly name: string;
  /** The function whose acts leave something there. */
  readonly of?: string;
}

/** What this instance knows of one place. */
export interface Looked {
  at: Instant;
  /** When something that was seen there comes due; Infinity: nothing was. */
  next: Instant;
}

export interface Known {
  readonly looked: ReadonlyMap<string, Looked>;
  /** Functions in which somebody may have written since the last run. */
  readonly written: ReadonlySet<string>;
  readonly now: Instant;
}

/** How many minutes a place waits that nobody has named, when its turn comes as it should. */
export function roundOf(looks: readonly Look[], inTurn: number): number {
  return Math.ceil(looks.length / inTurn);
}

function isNamed({ name, of }: Look, { looked, written, now }: Known): boolean {
  const last = looked.get(name);
  return last === undefined || last.next <= now || (of !== undefined && written.has(of));
}

/**
 * In their order: those that are named, those whose turn is overdue (minutes were left out, or the clock jumped), and as
 * many as `inTurn` of those that waited longest.
 */
export function chooseLooks<L extends Look>(looks: readonly L[], inTurn: number, known: Known): L[] {
  const { looked, now } = known;
  const lastAt = ({ name }: Look): Instant => looked.get(name)?.at ?? 0;
  const overdue = now - (roundOf(looks, inTurn) + 1) * MINUTE_MS;
  const turn = [...looks].sort((one, other) => lastAt(one) - lastAt(other)).slice(0, inTurn);
  return looks.filter((look) => turn.includes(look) || lastAt(look) < overdue || isNamed(look, known));
}
