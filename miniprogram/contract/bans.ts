/** reception: somebody who may not book for a while (暂停预约). Coming without a booking is never banned. */
import type { Instant, LocalDate } from './time';

export interface BanRow {
  bar: string;
  name: string;
  /** Last four digits only. */
  phoneTail?: string;
  /** The last day on which nothing can be booked. */
  until: LocalDate;
  reason: string;
  at: Instant;
}

export interface BanActions {
  /**
   * Writes (staff, chief): whoever booked this may neither book nor wait for a day up to and including `until`, at
   * most LIMITS.banDays ahead; the person is told the reason. Once more: another last day. What is booked stays, and
   * the office itself may still enter the person. Refusals: bad-input, not-found, too-many-rows, key-reused; busy.
   */
  barPerson: {
    input: { township: string; date: LocalDate; booking: string; reason: string; until: LocalDate };
    output: { bar: string };
  };
  /** Writes (staff, chief): not-found when it is over already. */
  liftBar: { input: { township: string; bar: string }; output: { bar: string } };
  /** Roles staff, chief: those in force, soonest over first; `next` goes back as `after`. */
  listBars: {
    input: { township: string; after?: string };
    output: { rows: readonly BanRow[]; next?: string };
  };
}
