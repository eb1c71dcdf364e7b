/** A day as people write it into a cell. */
import { plain, readTicket, unicode } from '../../../../miniprogram/contract/text';
import type { LocalDate } from '../../../../miniprogram/contract/wire';
import { isLocalDate } from '../../../shared/china-time';

/** Between the numbers: 年, 月, a dash, a dot, a stroke, or a blank. */
const BETWEEN = '(?:\\s*[年月\\p{Pd}−/.·・‧、_]\\s*|\\s+)';
/** Behind them: which day of the week, which part of the day, the time. */
const BEHIND =
  '[\\s(T]*(?:(?:星期|周|礼拜)[一二三四五六日天])?[\\s()]*(?:凌晨|早上|上午|中午|下午|晚上|全天)?\\)?\\s*(?:\\d{1,2}[:点时].*)?';
const DAY = unicode(`^(\\d{4})${BETWEEN}(\\d{1,2})${BETWEEN}(\\d{1,2})\\s*[日号]?[.,;。]?${BEHIND}$`, 'u');
const COMPACT = /^(\d{4})(\d{2})(\d{2})$/;
const SERIAL = /^\d{5}(?:\.\d+)?$/;
/** 二〇二六年十二月一日, as documents have it. */
const IN_NUMERALS =
  /^([〇○零o一二三四五六七八九]{4})年([一二三四五六七八九十]{1,3})月([一二三四五六七八九十]{1,3})[日号]$/iu;
const NUMERALS = '〇一二三四五六七八九';

/** A day in numerals as one in digits; anything else as it is. */
function inDigits(text: string): string {
  const [, year = '', month = '', day = ''] = IN_NUMERALS.exec(text) ?? [];
  if (year === '') return text;
  const digits = [...year].map((sign) => String(Math.max(0, NUMERALS.indexOf(sign)))).join('');
  return `${digits}-${String(readTicket(month))}-${String(readTicket(day))}`;
}

/**
 * The day, however it was written: 2026-12-1, 2026/12/01, 2026.12.1, ２０２６年１２月１日, 二〇二六年十二月一日, 20261201, with the time
 * behind it, and the serial number that a date becomes in a cell without a format. '2026-02-30' is none, nor is '26.1.5',
 * which may be several.
 */
export function readDay(
  text: string,
  dayOfSerial: (serial: number) => LocalDate | undefined,
): LocalDate | undefined {
  const folded = plain(text);
  if (SERIAL.test(folded)) return dayOfSerial(Number(folded));
  const [, year = '', month = '', day = ''] = COMPACT.exec(folded) ?? DAY.exec(inDigits(folded)) ?? [];
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isLocalDate(date) ? date : undefined;
}
