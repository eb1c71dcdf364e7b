/** Schemas that more than one function's door needs; each input is a strict object, unknown keys are refused. */
import * as v from 'valibot';
import { ID_PATTERN, LIMITS, PHONE_PATTERN } from '../../miniprogram/contract/limits';
import { isLocalDate } from './china-time';

/**
 * Control characters, bidirectional overrides, lone surrogates and what only looks empty. Joiners stay: they
 * belong to emoji.
 */
const UNSEEN =
  // eslint-disable-next-line no-control-regex -- control characters are what it is about
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\u115f\u1160\u2800\u3164\uffa0]|\p{Surrogate}/u;
/** Joiners, selectors and accents alone show nothing: there must be something for them to stand with. */
const SEEN = /[\p{L}\p{N}\p{P}\p{S}]/u;

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
export const phone = v.pipe(v.string(), v.regex(PHONE_PATTERN));

/** One line of words a person typed, trimmed, 1 to `max` characters (code points). */
export function line(max: number) {
  return v.pipe(
    v.string(),
    v.maxLength(max * 2),
    v.trim(),
    v.check(
      (text) => SEEN.test(text) && [...text].length <= max && !UNSEEN.test(text) && !/[\n\r]/.test(text),
    ),
  );
}

/** Several lines of words, trimmed, 1 to `max` characters (code points). */
export function words(max: number) {
  return v.pipe(
    v.string(),
    v.maxLength(max * 2),
    v.trim(),
    v.check((text) => SEEN.test(text) && [...text].length <= max && !UNSEEN.test(text)),
  );
}

/** Words that are still being written: may be empty, keep their blanks, at most `max` characters (code points). */
export function looseWords(max: number) {
  return v.pipe(
    v.string(),
    v.maxLength(max * 2),
    v.check((text) => [...text].length <= max && !UNSEEN.test(text)),
  );
}

export const name = line(LIMITS.name);
