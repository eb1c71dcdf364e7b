import type { OfficeCalendar } from '../../cloudfunctions/registry/directory/rules/directory';
import { LIBRARY_HOLIDAYS } from '../../cloudfunctions/reception/calendar/rules/holiday-table';
import type { LocalDate } from '../../miniprogram/contract/wire';

/** Days that the law itself names (全国年节及纪念日放假办法); the moveable ones are announced each autumn. */
const FIXED = [
  ['01-01', '元旦'],
  ['05-01', '劳动节'],
  ['10-01', '国庆节'],
] as const;

/**
 * The sample office has entered the years around today that the kept table does not cover, so that the sample
 * lives at any date. A real office waits for the announcement.
 */
export function officeCalendar(today: LocalDate): OfficeCalendar {
  const year = Number(today.slice(0, 4));
  const years = [year - 1, year, year + 1].filter((each) => !LIBRARY_HOLIDAYS.years.includes(each));
  const rows = years.flatMap((each) =>
    FIXED.map(([day, name]) => ({ date: `${each}-${day}`, workday: false, name: `${name}（示例）` })),
  );
  return { years, rows };
}
