/**
 * Days on which the law itself gives a holiday in every year (全国年节及纪念日放假办法, as of 1 January 2025). The yearly
 * announcement adds days around them and make-up workdays; these stand without it.
 */
import type { LocalDate } from '../../../../miniprogram/contract/wire';
import { addDays } from '../../../shared/china-time';

const FIXED: Readonly<Record<string, string>> = {
  '01-01': '元旦',
  '05-01': '劳动节',
  '05-02': '劳动节',
  '10-01': '国庆节',
  '10-02': '国庆节',
  '10-03': '国庆节',
};

/**
 * First day of the lunar year, 端午节, 中秋节. A table and not the calendar built into JavaScript, which begins 2027 one
 * day late and 2030 one day early: the new moon of 6 February 2027 falls four minutes before midnight in China.
 */
const LUNAR: Readonly<Record<number, readonly [string, string, string]>> = {
  2025: ['01-29', '05-31', '10-06'],
  2026: ['02-17', '06-19', '09-25'],
  2027: ['02-06', '06-09', '09-15'],
  2028: ['01-26', '05-28', '10-03'],
  2029: ['02-13', '06-16', '09-22'],
  2030: ['02-03', '06-05', '09-12'],
  2031: ['01-23', '06-24', '10-01'],
  2032: ['02-11', '06-12', '09-19'],
  2033: ['01-31', '06-01', '09-08'],
  2034: ['02-19', '06-20', '09-27'],
  2035: ['02-08', '06-10', '09-16'],
  2036: ['01-28', '05-30', '10-04'],
  2037: ['02-15', '06-18', '09-24'],
  2038: ['02-04', '06-07', '09-13'],
  2039: ['01-24', '05-27', '10-02'],
  2040: ['02-12', '06-14', '09-20'],
  2041: ['02-01', '06-03', '09-10'],
  2042: ['01-22', '06-22', '09-28'],
  2043: ['02-10', '06-11', '09-17'],
  2044: ['01-30', '05-31', '10-05'],
  2045: ['02-17', '06-19', '09-25'],
  2046: ['02-06', '06-08', '09-15'],
  2047: ['01-26', '05-29', '10-04'],
  2048: ['02-14', '06-15', '09-22'],
  2049: ['02-02', '06-04', '09-11'],
  2050: ['01-23', '06-23', '09-30'],
};

/** The day of the solar term 清明 in April; the formula holds from 2000 to 2099. 2026 → 5, 2028 → 4. */
function clearBrightDay(year: number): number {
  const n = year % 100;
  return Math.floor(n * 0.2422 + 4.81) - Math.floor(n / 4);
}

function listYear(year: number): ReadonlyMap<LocalDate, string> {
  const at = (day: string) => `${String(year)}-${day}`;
  const days = new Map(Object.entries(FIXED).map(([day, name]) => [at(day), name]));
  days.set(at(`04-0${String(clearBrightDay(year))}`), '清明节');
  const [spring, dragonBoat, midAutumn] = LUNAR[year] ?? [];
  if (spring === undefined || dragonBoat === undefined || midAutumn === undefined) return days;
  days.set(addDays(at(spring), -1), '除夕');
  for (const n of [0, 1, 2]) days.set(addDays(at(spring), n), '春节');
  days.set(at(dragonBoat), '端午节');
  days.set(at(midAutumn), '中秋节');
  return days;
}

/** Before that year the law gave fewer days. */
const FIRST_YEAR = 2025;

const years = new Map<number, ReadonlyMap<LocalDate, string>>();

/** 2027-02-05 → 除夕; 2027-04-05 → 清明节; undefined: the law says nothing of that day. */
export function statutoryDay(date: LocalDate): string | undefined {
  const year = Number(date.slice(0, 4));
  if (year < FIRST_YEAR) return undefined;
  const days = years.get(year) ?? listYear(year);
  years.set(year, days);
  return days.get(date);
}
