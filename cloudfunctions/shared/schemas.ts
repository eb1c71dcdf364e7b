/** Schemas that more than one function's door needs; each input is a strict object, unknown keys are refused. */
import * as v from 'valibot';
import { ID_PATTERN, LIMITS } from '../../miniprogram/contract/limits';
import {
  cleanDraft,
  cleanLine,
  cleanWords,
  isSeen,
  lengthOf,
  readPhone,
  readTail,
} from '../../miniprogram/contract/text';
import { isLocalDate } from './china-time';

/** The one word of small letters that every object answers to by birth, and no field may be called. */
const BORN_WITH = 'constructor';

export const id = v.pipe(
  v.string(),
  v.regex(ID_PATTERN),
  v.check((text) => text !== BORN_WITH),
);
export const township = id;
/** A day of this century: what is reckoned from it (months before and after) has four digits as well. */
export const localDate = v.pipe(v.string(), v.regex(/^20/), v.check(isLocalDate));
export const localTime = v.pipe(v.string(), v.regex(/^([01]\d|2[0-3]):[0-5]\d$/));
export const half = v.picklist(['am', 'pm']);
/** As typed or pasted; what goes on is digits alone. */
export const phone = v.pipe(
  v.string(),
  v.maxLength(LIMITS.phoneTyped),
  v.transform((text) => readPhone(text) ?? ''),
  v.check((digits) => digits !== '', 'phone'),
);

/** The last four digits of a telephone number, as typed. */
export const phoneLast4 = v.pipe(
  v.string(),
  v.maxLength(LIMITS.codeTyped),
  v.transform((text) => readTail(text) ?? ''),
  v.check((digits) => digits !== '', 'digits'),
);

/** A pasted text may hold many signs that nobody sees; beyond this it is no text that a person sends. */
const typed = (max: number) => v.pipe(v.string(), v.maxLength(max * 4 + 200, `long:${String(max)}`));

const seen = v.check<string, string>(isSeen, 'empty');
const within = (max: number) =>
  v.check<string, string>((text) => lengthOf(text) <= max, `long:${String(max)}`);

/** One line of words a person typed, cleaned (contract/text.ts), 1 to `max` characters as readers count them. */
export function line(max: number) {
  return v.pipe(typed(max), v.transform(cleanLine), seen, within(max));
}

/** Several lines of words, cleaned, 1 to `max` characters. */
export function words(max: number) {
  return v.pipe(typed(max), v.transform(cleanWords), seen, within(max));
}

/** Words that are still being written: cleaned, may be empty, keep their blanks, at most `max` characters. */
export function looseWords(max: number) {
  return v.pipe(typed(max), v.transform(cleanDraft), within(max));
}

export const name = line(LIMITS.name);

/** Without anything noted. */
export const quietMonths = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(24));

/** Edition of a long answer and how many of its rows came (cut-lists.ts). */
export const partAfter = v.pipe(v.string(), v.regex(/^[0-9a-z-]{1,40}\.\d{1,5}$/));

/** Of an answer that comes in parts where it is asked so. */
export const inParts = {
  inParts: v.exactOptional(v.literal(true)),
  after: v.exactOptional(partAfter),
};

/** The `seq` (notify/rules/ids.ts) of the last row of the page before. */
export const afterSeq = v.pipe(v.string(), v.regex(/^\d{13}[A-Za-z0-9~_-]{1,8}$/));
