/** Public holidays as the State Council announced them, from the kept library's table (never its functions). */
import table from 'chinese-days/dist/chinese-days.json';

const holidays = Object.keys(table.holidays);
const workdays = Object.keys(table.workdays);

/** Years before this system; their days only make a function larger. */
const FIRST_YEAR = 2024;

/** A year is known when its last holiday is in the table: the announcement comes whole, in the autumn before. */
const years = [...new Set(holidays.map((date) => Number(date.slice(0, 4))))]
  .filter((year) => year >= FIRST_YEAR && holidays.includes(`${String(year)}-10-01`))
  .sort((one, other) => one - other);

const within = (dates: readonly string[]) =>
  dates.filter((date) => years.includes(Number(date.slice(0, 4)))).sort();

/** A new year comes with an update of the library alone. */
export const ANNOUNCED = { years, holidays: within(holidays), workdays: within(workdays) };

export function knowsHolidays(year: number): boolean {
  return years.includes(year);
}
