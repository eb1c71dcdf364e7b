/** What the clock does with documents that are past their time: a slice of one township a turn (notify/reminders/sweeps.ts). */
import type { Instant, LocalDate } from '../../miniprogram/contract/wire';

export interface SweepTurn {
  /** What ended, or was, before this day is past its time. */
  before: LocalDate;
  /** Where the turn before stopped; '' at the beginning. */
  after: string;
  limit: number;
  /** Nothing new is begun from then on. */
  endsAt: Instant;
}

export interface Swept {
  after: string;
  /** There may be more to do at once. */
  more: boolean;
  count: number;
}

export type Sweep = (township: string, turn: SweepTurn, now: Instant) => Promise<Swept>;
