/** A session prepared from the one before (mission F1): its agenda and its half-days, on the days of the new one. */
import type { LocalDate } from '../../../../miniprogram/contract/wire';
import { addDays, daysBetween } from '../../../shared/china-time';
import type { SessionDocument } from './session-document';

/**
 * The first day goes to the first day. From 1–2 December to 8–9 January: what was on the 2nd is on the 9th; a half-day for
 * which the new session is too short falls away. Papers, votes and who said what belong to the other one.
 */
export function likeBefore(
  before: Pick<SessionDocument, 'from' | 'agenda' | 'sittings'>,
  from: LocalDate,
  to: LocalDate,
): Pick<SessionDocument, 'agenda' | 'sittings'> {
  const days = daysBetween(before.from, from);
  const moved = before.sittings.map((sitting) => ({ ...sitting, date: addDays(sitting.date, days) }));
  const number = (letter: string, at: number) => `${letter}${String(at + 1)}`;
  return {
    agenda: before.agenda.map(({ title, at: time }, at) => {
      const date = time && addDays(time.date, days);
      const item = { id: number('a', at), title };
      return date !== undefined && date <= to ? { ...item, at: { date, start: time?.start ?? '' } } : item;
    }),
    sittings: moved
      .filter(({ date }) => date <= to)
      .map((sitting, at) => ({ ...sitting, id: number('b', at) })),
  };
}
