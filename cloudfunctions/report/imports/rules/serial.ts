/** Days as spreadsheets count them. */
import type { LocalDate } from '../../../../miniprogram/contract/wire';

const DAY_MS = 86_400_000;
/** 1899-12-30: with it every serial from March 1900 on is right, although 1900 is counted as a leap year. */
const EPOCH = Date.UTC(1899, 11, 30);
/** Programs that count from 1904 are this many days behind. */
const DAYS_TO_1904 = 1_462;

/** The day of a serial number; undefined before 1950 and after 2100, where no date of an office lies. 46357 is 2026-12-01. */
export function dayOfSerial(serial: number, counts1904 = false): LocalDate | undefined {
  const days = Math.floor(serial) + (counts1904 ? DAYS_TO_1904 : 0);
  const date = new Date(EPOCH + days * DAY_MS);
  const year = date.getUTCFullYear();
  return year >= 1950 && year <= 2100 ? date.toISOString().slice(0, 10) : undefined;
}

/** Built-in formats that show a day: the common ones, and those of Chinese editions (27–36, 50–58). */
const BUILT_IN = [14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58];

/** Whether a format of a cell shows a day: `yyyy"年"m"月"d"日"` does, `0.00"天"` does not. */
export function isDateFormat(id: number, code: string | undefined): boolean {
  if (code === undefined) return BUILT_IN.includes(id);
  const bare = code.replace(/"[^"]*"|\[[^\]]*\]|\\./g, '');
  return /[yd]/i.test(bare) && !/[#0?]/.test(bare);
}
