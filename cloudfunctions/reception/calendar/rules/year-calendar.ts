/** A year at a glance: on which days which homes receive (mission A1). */
import type { CalendarDay } from '../../../../miniprogram/contract/roster';
import type { Half, LocalDate } from '../../../../miniprogram/contract/wire';
import type { Directory } from '../../../registry/directory/rules/directory';
import { toCalendarRule, toReceptionSettings } from '../../../registry/directory/rules/reception-settings';
import { weekdayOf } from '../../../shared/china-time';
import { mergeHolidays, receptionDate, type HolidayTable, type ReceptionDate } from './calendar';
import { LIBRARY_HOLIDAYS } from './holiday-table';
import type { HalfDayAt } from '../../roster/rules/roster-sheet';
import { settingsOfHome } from './settings';

export type PlannedDay = Omit<CalendarDay, 'state'>;
export type OfficeDirectory = Pick<Directory, 'homes' | 'settings' | 'calendar'>;

const WEEKDAYS = ['日', '一', '二', '三', '四', '五', '六'];
const HALVES: readonly Half[] = ['am', 'pm'];
/** In the order in which they stand within a day. */
const KINDS: readonly PlannedDay['kind'][] = ['reception', 'market', 'phone'];

/** «5日是星期六», «5日是节假日». */
function whyShifted(ordinary: LocalDate, table: HolidayTable): string {
  const what = table.holidays.includes(ordinary) ? '节假日' : `星期${WEEKDAYS[weekdayOf(ordinary)] ?? ''}`;
  return `${Number(ordinary.slice(8))}日是${what}`;
}

/** A home's reception days that fall into the year; undefined: one of its months cannot be known yet. */
function daysOfHome(
  year: number,
  home: OfficeDirectory['homes'][number],
  directory: OfficeDirectory,
  table: HolidayTable,
): { days: ReceptionDate[]; known: boolean } {
  const rule = toCalendarRule({ ...directory.settings, ...home.own });
  const days: ReceptionDate[] = [];
  let known = true;
  // A shift may carry a day into the year from the year before or after; holidays unknown there do not make this year unknown.
  for (let month = 0; month <= 13; month++) {
    const at = year * 12 + month - 1;
    const found = receptionDate(Math.floor(at / 12), (at % 12) + 1, rule, table);
    if (found === 'unknown') known &&= month < 1 || month > 12;
    else if (Number(found.date.slice(0, 4)) === year) days.push(found);
  }
  return { days, known };
}

/**
 * All days of the year, by date. `known` false: the holidays of the year are in no table, so that days are
 * missing; nothing is guessed. A home's phone days outweigh its others: it receives by phone then. 2026 by the rule (5, next) has 7 December, shifted from the 5th, a Saturday.
 */
export function planYear(year: number, directory: OfficeDirectory): { known: boolean; days: PlannedDay[] } {
  const table = mergeHolidays(LIBRARY_HOLIDAYS, toReceptionSettings(directory).holidays);
  const days = new Map<string, PlannedDay>();
  let known = true;
  const add = (date: LocalDate, kind: PlannedDay['kind'], home: string, from?: LocalDate) => {
    const key = `${date} ${KINDS.indexOf(kind)} ${from ?? ''}`;
    const day = days.get(key) ?? {
      date,
      kind,
      homes: [],
      ...(from !== undefined && { shiftedFrom: from, why: whyShifted(from, table) }),
    };
    days.set(key, { ...day, homes: [...day.homes, home] });
  };
  for (const home of directory.homes) {
    const own = daysOfHome(year, home, directory, table);
    known &&= own.known;
    const phoneDays = new Set(home.phoneDays);
    const kindOf = (date: LocalDate, kind: PlannedDay['kind']) => (phoneDays.has(date) ? 'phone' : kind);
    for (const { date, shiftedFrom } of own.days) add(date, kindOf(date, 'reception'), home.id, shiftedFrom);
    for (const date of new Set([...home.marketDays, ...phoneDays])) {
      const already = own.days.some((day) => day.date === date);
      if (Number(date.slice(0, 4)) === year && !already) add(date, kindOf(date, 'market'), home.id);
    }
  }
  const inOrder = [...days].sort(([one], [other]) => (one < other ? -1 : 1));
  return { known, days: inOrder.map(([, day]) => day) };
}

/** The half-days that the homes hold on these days. */
export function listHalfDays(days: readonly PlannedDay[], directory: OfficeDirectory): HalfDayAt[] {
  const settings = toReceptionSettings(directory);
  return days.flatMap(({ date, homes }) =>
    homes.flatMap((home) => {
      const held = settingsOfHome(settings, home).halves;
      return HALVES.filter((half) => held[half]).map((half) => ({ date, home, half }));
    }),
  );
}
