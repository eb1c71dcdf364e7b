/** Until when a day's visits may be noted, and by whom. */
import type { Instant, LocalDate, Refused } from '../../../../miniprogram/contract/wire';
import { daysBetween, toLocalDate } from '../../../shared/china-time';
import type { ReceptionSettings } from '../../calendar/rules/settings';

interface Asked {
  date: LocalDate;
  now: Instant;
  office: boolean;
  /** Why it is entered only now. */
  reason: string | undefined;
}

/**
 * Undefined: it may be noted. Before the day `not-today`. With `noteDays` 1 and `backEntryDays` 14, a visit of the
 * 7th: on the 7th and 8th whoever sat there; from the 9th to the 21st the office alone, with a reason; then nobody.
 */
export function explainLate(
  { date, now, office, reason }: Asked,
  { noteDays, backEntryDays }: Pick<ReceptionSettings, 'noteDays' | 'backEntryDays'>,
): Refused | undefined {
  const late = daysBetween(date, toLocalDate(now));
  if (late < 0) return { ok: false, code: 'not-today' };
  if (late <= noteDays) return undefined;
  if (late > backEntryDays) return { ok: false, code: 'entry-over', details: { days: backEntryDays } };
  if (!office) return { ok: false, code: 'office-only', details: { days: noteDays } };
  return reason === undefined ? { ok: false, code: 'bad-input', details: { field: 'reason' } } : undefined;
}

/** Entered on a later day: nobody looked at a clock, so no instants are kept. */
export function isBackEntry(date: LocalDate, now: Instant): boolean {
  return date < toLocalDate(now);
}
