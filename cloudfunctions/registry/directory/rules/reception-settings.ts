/** The settings rows in the shape that reception's rules take. */
import type { Half, LocalDate, LocalTime } from '../../../../miniprogram/contract/wire';
import type { Home, Directory, OfficeCalendar } from './directory';
import { settingsOf, type Settings } from './settings';

type Shift = 'next' | 'previous' | 'stays';
const SHIFTS: readonly Shift[] = ['next', 'previous', 'stays'];

interface HalfTimes {
  start: LocalTime;
  end: LocalTime;
}

/** '08:30-11:30' → 08:30 to 11:30. Anything else: the half-day is not held. */
function readSpan(text: string): HalfTimes | undefined {
  const [, start, end] = /^(\d\d:\d\d)-(\d\d:\d\d)$/.exec(text) ?? [];
  return start === undefined || end === undefined ? undefined : { start, end };
}

function readHalves({ morning, afternoon }: Settings): Partial<Record<Half, HalfTimes>> {
  const [am, pm] = [readSpan(morning), readSpan(afternoon)];
  return { ...(am && { am }), ...(pm && { pm }) };
}

/** The rule by which a home's reception day falls. */
export function toCalendarRule(own: Partial<Settings>): { dayOfMonth: number; shift: Shift } {
  const { receptionDay, receptionShift } = settingsOf(own);
  return { dayOfMonth: receptionDay, shift: SHIFTS.find((shift) => shift === receptionShift) ?? 'next' };
}

export function toHolidayTable({ years, rows }: OfficeCalendar): {
  years: readonly number[];
  holidays: LocalDate[];
  workdays: LocalDate[];
} {
  const dates = (workday: boolean) => rows.filter((row) => row.workday === workday).map(({ date }) => date);
  return { years, holidays: dates(false), workdays: dates(true) };
}

function toHomeSettings(own: Partial<Settings>) {
  const settings = settingsOf(own);
  const { slotMinutes, capacity, walkInEvery, closingDaysBefore, closingTime } = settings;
  const closing = { daysBefore: closingDaysBefore, time: closingTime };
  return { halves: readHalves(settings), slotMinutes, capacity, walkInEvery, closing };
}

/** How long after a reception day its visits may still be noted. */
export function toEntrySettings(own: Partial<Settings>): { noteDays: number; backEntryDays: number } {
  const { noteDays, backEntryDays } = settingsOf(own);
  return { noteDays, backEntryDays };
}

/** What reception's rules call ReceptionSettings. */
export function toReceptionSettings({
  settings,
  homes,
  calendar,
}: Pick<Directory, 'settings' | 'homes' | 'calendar'>) {
  const differing = homes.filter((home: Home) => Object.keys(home.own).length > 0);
  return {
    ...toHomeSettings(settings),
    calendar: toCalendarRule(settings),
    noticeDays: settingsOf(settings).noticeDays,
    ...toEntrySettings(settings),
    holidays: toHolidayTable(calendar),
    byHome: Object.fromEntries(
      differing.map((home) => [home.id, toHomeSettings({ ...settings, ...home.own })]),
    ),
  };
}
