import { readFileSync } from 'node:fs';
import type { Plugin } from 'esbuild';

/** Years before this system; shared/holidays.ts leaves them out as well. */
const FIRST_DAY = '2024-01-01';

type Table = Record<'holidays' | 'workdays' | 'inLieuDays', Record<string, string>>;

function keepDates(days: Readonly<Record<string, string>>): Record<string, string> {
  const dates = Object.keys(days).filter((date) => date >= FIRST_DAY);
  return Object.fromEntries(dates.map((date) => [date, '']));
}

/** Of the holiday library's table only the dates are used, not their names in two languages: 33 KB of each function. */
export const trimHolidays: Plugin = {
  name: 'trim-holidays',
  setup(build) {
    build.onLoad({ filter: /chinese-days[\\/]dist[\\/]chinese-days\.json$/ }, ({ path }) => {
      const { holidays, workdays } = JSON.parse(readFileSync(path, 'utf8')) as Table;
      const kept = { holidays: keepDates(holidays), workdays: keepDates(workdays) };
      return { contents: JSON.stringify(kept), loader: 'json' };
    });
  },
};
