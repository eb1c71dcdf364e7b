/**
 * What a keyword of a subscribe message may say, by its type: the table «参数值内容限制» of the page of
 * subscribeMessage.send. The type is the keyword's name without its number.
 */
const HAN = /\p{Script=Han}/u;
const CONTROL = /\p{Cc}/u;

const YEAR_DAY = String.raw`\d{4}年\d{1,2}月\d{1,2}日`;
const DAY = String.raw`(?:${YEAR_DAY}|\d{4}([-/.])\d{1,2}\1\d{1,2})`;
const TIME = String.raw`(?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d)?`;
const range = (one: string): RegExp => new RegExp(`^${one}(?:\\s*~\\s*${one.replace('\\1', '\\2')})?$`, 'u');

const TIME_FORM = range(`(?:${YEAR_DAY}\\s*)?${TIME}`);
const DAY_FORM = range(`${DAY}(?:\\s*${TIME})?`);
/** What the page's own examples show beside the table: a day alone is taken for a time. */
const DAY_ONLY = new RegExp(`^${YEAR_DAY}$`, 'u');

const length = (value: string): number => [...value].length;

const RULES: Readonly<Record<string, (value: string) => boolean>> = {
  thing: (value) => length(value) <= 20,
  number: (value) => /^-?\d+(\.\d+)?$/.test(value) && value.length <= 32,
  letter: (value) => /^[A-Za-z]{1,32}$/.test(value),
  symbol: (value) => /^[\p{P}\p{S}]{1,5}$/u.test(value),
  character_string: (value) => length(value) <= 32 && /^[\x20-\x7e]+$/.test(value),
  time: (value) => TIME_FORM.test(value) || DAY_ONLY.test(value),
  date: (value) => DAY_FORM.test(value),
  amount: (value) => /^[¥￥$€£]?\d{1,10}(\.\d+)?元?$/u.test(value),
  phone_number: (value) => /^[+\d][\d-]{0,16}$/.test(value),
  car_number: (value) => length(value) <= 8,
  name: (value) => length(value) <= (HAN.test(value) ? 10 : 20),
  phrase: (value) => /^\p{Script=Han}{1,5}$/u.test(value),
};

/** What is wrong with a value; undefined: nothing. */
export function complainAbout(keyword: string, value: unknown): string | undefined {
  if (typeof value !== 'string' || value === '') return `argument invalid! data.${keyword}.value is emtpy`;
  const rule = RULES[keyword.replace(/\d+$/, '')];
  const fits = rule !== undefined && !CONTROL.test(value) && rule(value);
  return fits ? undefined : `argument invalid! data.${keyword}.value invalid`;
}
