/** What an office may set for its reception days; a home may differ in any of it. */
import type { Half, LocalTime } from '../../../../miniprogram/contract/wire';
import { toReceptionSettings } from '../../../registry/directory/rules/reception-settings';
import type { CalendarRule, HolidayTable } from './calendar';
import type { HalfTimes } from '../../days/rules/day-document';

export interface HomeSettings {
  /** When the home receives. */
  halves: Partial<Record<Half, HalfTimes>>;
  /** Minutes of one talk: long enough to be heard, short enough for eleven people a day and seat. */
  slotMinutes: number;
  /** People who may book the same seat at the same time. */
  capacity: number;
  /** Of each seat every so-many-th place is kept for people who just come; 0 keeps none. */
  walkInEvery: number;
  /** Booking closes so many days before, at this time: the receiver can still be told in the evening. */
  closing: { daysBefore: number; time: LocalTime };
}

export interface ReceptionSettings extends HomeSettings {
  calendar: CalendarRule;
  /** Days by which day, place and names must be public (mission A2). */
  noticeDays: number;
  /** Days after the day on which whoever sat there may still note a visit. */
  noteDays: number;
  /** Days after the day until which the office may enter what stood on paper, with a reason. */
  backEntryDays: number;
  /** The office's own holidays and make-up workdays; they outweigh the library's. */
  holidays?: HolidayTable;
  /** What a home does differently. */
  byHome?: Record<string, Partial<HomeSettings>>;
}

/** What counts where the township has set nothing (registry's table of settings). */
export const DEFAULT_SETTINGS: ReceptionSettings = toReceptionSettings({
  settings: {},
  homes: [],
  calendar: { years: [], rows: [] },
});

export function settingsOfHome(settings: ReceptionSettings, home: string): HomeSettings {
  return { ...settings, ...settings.byHome?.[home] };
}
