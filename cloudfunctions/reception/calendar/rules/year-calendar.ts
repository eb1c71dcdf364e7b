/** A year at a glance: on which days which homes receive (mission A1). */
import type { CalendarDay } from '../../../../miniprogram/contract/roster';
import type { Half, LocalDate } from '../../../../miniprogram/contract/wire';
import type { Directory } from '../../../registry/directory/rules/directory';
import { toCalendarRule, toReceptionSettings } from '../../../registry/directory/rules/reception-settings';
import { weekdayOf } from '../../../shared/china-time';
import { mergeHolidays, receptionDate, type HolidayTable, type ReceptionDate } from './calendar';
import { LIBRARY_HOLIDAYS } from './holiday-table';
import { statutoryDay } from './statutory-days';
import type { HalfDayAt } from '../../roster/rules/roster-sheet';
import { settingsOfHome } from './settings';

export type PlannedDay = Omit<CalendarDay, 'state'>;
export type OfficeDirectory = Pick<Directory, 'homes' | 'settings' | 'calendar'>;

const WEEKDAYS = ['日', '一', '二', '三', '四', '五', '六'];
const HALVES: readonly Half[] = ['am', 'pm'];
/** In the order in which they stand within a day. */
const KINDS: readonly PlannedDay['kind'][] = ['reception', 'market', 'phone'];

/** «5日是星期六», «5日是除夕», «5日是节假日». */
function whyShifted(ordinary: LocalDate, table: HolidayTable): string {
  const weekday = `星期${WEEKDAYS[weekdayOf(ordinary)] ?? ''}`;
  const what = statutoryDay(ordinary) ?? (table.holidays.includes(ordinary) ? '节假日' : weekday);
  return `${Number(ordinary.slice(8))}日是${what}`;
}

/** A home's reception days that fall into the year. A shift may carry one in from the year before or after. */
function daysOfHome(
  year: number,
  home: OfficeDirectory['homes'][number],
  directory: OfficeDirectory,
  table: HolidayTable,
): ReceptionDate[] {
  const rule = toCalendarRule({ ...directory.settings, ...home.own });
  return Array.from({ length: 14 }, (_, month) => {
    const at = year * 12 + month - 1;
    return receptionDate(Math.floor(at / 12), (at % 12) + 1, rule, table);
  }).filter(({ date }) => Number(date.slice(0, 4)) === year);
}

/** As it is added to the year; those of one key are one day of several homes. */
interface HomeDate extends ReceptionDate {
  kind: PlannedDay['kind'];
  home: string;
}

function listHomeDates(year: number, directory: OfficeDirectory, table: HolidayTable): HomeDate[] {
  return directory.homes.flatMap((home) => {
    const own = daysOfHome(year, home, directory, table);
    const phoneDays = new Set(home.phoneDays);
    const kindOf = (date: LocalDate, kind: PlannedDay['kind']) => (phoneDays.has(date) ? 'phone' : kind);
    const set = [...new Set([...home.marketDays, ...phoneDays])].filter(
      (date) => Number(date.slice(0, 4)) === year && !own.some((day) => day.date === date),
    );
    return [
      ...own.map((day): HomeDate => ({ ...day, kind: kindOf(day.date, 'reception'), home: home.id })),
      ...set.map((date): HomeDate => ({ date, kind: kindOf(date, 'market'), home: home.id })),
    ];
  });
}

/**
 * All days of the year, by date. `known` false: the holidays of the year are in no table, so that some of its days are
 * provisional. A home's phone days outweigh its others: it receives by phone then. 2026 by the rule (5, next) has
 * 7 December, shifted from the 5th, a Saturday.
 */
export function planYear(year: number, directory: OfficeDirectory): { known: boolean; days: PlannedDay[] } {
  const table = mergeHolidays(LIBRARY_HOLIDAYS, toReceptionSettings(directory).holidays);
  const days = new Map<string, PlannedDay>();
  for (const { date, kind, home, shiftedFrom, provisional } of listHomeDates(year, directory, table)) {
    const key = `${date} ${KINDS.indexOf(kind)} ${shiftedFrom ?? ''}`;
    const day: PlannedDay = days.get(key) ?? {
      date,
      kind,
      homes: [],
      ...(shiftedFrom !== undefined && { shiftedFrom, why: whyShifted(shiftedFrom, table) }),
    };
    days.set(key, { ...day, homes: [...day.homes, home], ...(provisional && { provisional }) });
  }
  const inOrder = [...days].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, day]) => day);
  return { known: inOrder.every(({ provisional }) => provisional === undefined), days: inOrder };
}

/** What the calendar says of one day; `none`: there is no reception on it, `provisional`: its date may still change. */
export function standingOf(date: LocalDate, directory: OfficeDirectory): 'held' | 'provisional' | 'none' {
  const planned = planYear(Number(date.slice(0, 4)), directory).days.filter((day) => day.date === date);
  if (planned.length === 0) return 'none';
  return planned.some(({ provisional }) => provisional) ? 'provisional' : 'held';
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
