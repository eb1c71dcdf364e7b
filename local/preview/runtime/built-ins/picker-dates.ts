/** The columns of a picker and which entry of each is chosen; `next` gives them after another choice. */
export interface ColumnState {
  readonly columns: string[][];
  readonly selected: number[];
  next(selected: readonly number[]): ColumnState;
}

const FIRST_YEAR = 1900;
const LAST_YEAR = 2100;

function numbers(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_one, index) => from + index);
}

function padded(value: number): string {
  return String(value).padStart(2, '0');
}

/** Nothing chosen yet is no year 0. */
function parse(text: string, otherwise: readonly number[]): number[] {
  const parts = text === '' ? [] : text.split('-').map(Number);
  return otherwise.map((one, index) => (Number.isInteger(parts[index]) ? (parts[index] ?? one) : one));
}

function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

function clampIndex(options: readonly number[], value: number): number {
  const index = options.findIndex((one) => one >= value);
  return index === -1 ? Math.max(0, options.length - 1) : index;
}

/**
 * Columns of a date picker between two dates (both included).
 * @param fields 'year', 'month' or 'day': the finest column
 */
export function dateColumns(value: string, start: string, end: string, fields: string): ColumnState {
  const now = new Date();
  const first = parse(start, [FIRST_YEAR, 1, 1]);
  const last = parse(end, [LAST_YEAR, 12, 31]);
  const today = [now.getFullYear(), now.getMonth() + 1, now.getDate()];
  return buildDate(parse(value, today), first, last, fields);
}

function buildDate(
  value: readonly number[],
  first: readonly number[],
  last: readonly number[],
  fields: string,
): ColumnState {
  const [firstYear = 0, firstMonth = 1, firstDay = 1] = first;
  const [lastYear = 0, lastMonth = 12, lastDay = 31] = last;
  const years = numbers(firstYear, lastYear);
  const year = years[clampIndex(years, value[0] ?? 0)] ?? firstYear;
  const months = numbers(year === firstYear ? firstMonth : 1, year === lastYear ? lastMonth : 12);
  const month = months[clampIndex(months, value[1] ?? 1)] ?? 1;
  const atStart = year === firstYear && month === firstMonth;
  const atEnd = year === lastYear && month === lastMonth;
  const days = numbers(atStart ? firstDay : 1, atEnd ? lastDay : daysIn(year, month));
  const count = fields === 'year' ? 1 : fields === 'month' ? 2 : 3;
  const options = [years, months, days].slice(0, count);
  const suffixes = ['年', '月', '日'];
  const selected = options.map((column, index) =>
    clampIndex(column, [year, month, value[2] ?? 1][index] ?? 0),
  );
  return {
    columns: options.map((column, index) => column.map((one) => `${String(one)}${suffixes[index] ?? ''}`)),
    selected,
    next: (chosen) => {
      const wanted = options.map((column, index) => column[chosen[index] ?? 0] ?? 0);
      return buildDate([wanted[0] ?? year, wanted[1] ?? month, wanted[2] ?? 1], first, last, fields);
    },
  };
}

/** ['2026年', '12月', '5日'] → '2026-12-05'. */
export function dateFromColumns(columns: readonly string[]): string {
  const [year = 0, ...rest] = columns.map((text) => parseInt(text, 10));
  return [String(year), ...rest.map(padded)].join('-');
}

export function timeColumns(value: string, start: string, end: string): ColumnState {
  const [hour = 0, minute = 0] = value.split(':').map(Number);
  const [fromHour = 0, fromMinute = 0] = (start || '00:00').split(':').map(Number);
  const [toHour = 23, toMinute = 59] = (end || '23:59').split(':').map(Number);
  const build = (atHour: number, atMinute: number): ColumnState => {
    const hours = numbers(fromHour, toHour);
    const chosenHour = hours[clampIndex(hours, atHour)] ?? fromHour;
    const minutes = numbers(chosenHour === fromHour ? fromMinute : 0, chosenHour === toHour ? toMinute : 59);
    return {
      columns: [hours.map(padded), minutes.map(padded)],
      selected: [clampIndex(hours, atHour), clampIndex(minutes, atMinute)],
      next: ([one = 0, other = 0]) => build(hours[one] ?? fromHour, minutes[other] ?? 0),
    };
  };
  return build(hour, minute);
}

export function timeFromColumns(columns: readonly string[]): string {
  return columns.join(':');
}
