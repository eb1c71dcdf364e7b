import { evalExpr } from 'mingo/core';
import { errors } from '../errors';
import { typeName } from '../values/value';
import type { Expression } from './dates';

/** String operators where mingo counts UTF-16 units, lacks the operator or refuses what MongoDB takes. */

/** Null and missing are empty text; numbers and dates become text. */
function toText(value: unknown, operator: string): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return String(value);
  if (value instanceof Date) return value.toISOString();
  throw errors.refused(`${operator}: can't convert from BSON type ${typeName(value)} to String`);
}

function evaluateList(document: unknown, operand: unknown, options: Parameters<Expression>[2]): unknown[] {
  const value = evalExpr(document, operand, options);
  return Array.isArray(value) ? value : [value];
}

function count(value: unknown, operator: string): number {
  if (!Number.isInteger(value)) throw errors.refused(`${operator}: an index or a length must be an integer`);
  return value as number;
}

/** A negative length means up to the end. The ends must not fall inside a character. */
const substrBytes =
  (operator: string): Expression =>
  (document, operand, options) => {
    const [text, start, length] = evaluateList(document, operand, options);
    const bytes = Buffer.from(toText(text, operator), 'utf8');
    const from = count(start, operator);
    const size = count(length, operator);
    if (from < 0) throw errors.refused(`${operator}: starting index must be non-negative (got: ${from})`);
    const to = size < 0 ? bytes.length : Math.min(from + size, bytes.length);
    if (isInsideCharacter(bytes, from) || isInsideCharacter(bytes, to)) {
      throw errors.refused(
        `${operator}: Invalid range, starting or ending index is a UTF-8 continuation byte`,
      );
    }
    return bytes.toString('utf8', Math.min(from, bytes.length), to);
  };

function isInsideCharacter(bytes: Buffer, at: number): boolean {
  return ((bytes[at] ?? 0) & 0xc0) === 0x80;
}

const $substrCP: Expression = (document, operand, options) => {
  const [text, start, length] = evaluateList(document, operand, options);
  const from = count(start, '$substrCP');
  const size = count(length, '$substrCP');
  if (from < 0) throw errors.refused('$substrCP: the starting index must be a non-negative integer');
  if (size < 0) throw errors.refused('$substrCP: length must be a nonnegative integer');
  return [...toText(text, '$substrCP')].slice(from, from + size).join('');
};

type Find = (text: string, search: string, start: number, end: number | undefined) => number;

const indexOf =
  (operator: string, find: Find): Expression =>
  (document, operand, options) => {
    const [text, search, start, end] = evaluateList(document, operand, options);
    if (text === null || text === undefined) return null;
    if (typeof text !== 'string' || typeof search !== 'string') {
      throw errors.refused(`${operator} requires a string as the first and second argument`);
    }
    const from = start === undefined ? 0 : count(start, operator);
    const to = end === undefined ? undefined : count(end, operator);
    if (from < 0 || (to ?? 0) < 0) throw errors.refused(`${operator} requires a nonnegative index`);
    return find(text, search, from, to);
  };

const findBytes: Find = (text, search, start, end) => {
  const bytes = Buffer.from(text, 'utf8').subarray(0, end);
  return start > bytes.length ? -1 : bytes.indexOf(search, start, 'utf8');
};

const findCodePoints: Find = (text, search, start, end) => {
  const characters = [...text].slice(0, end);
  if (start > characters.length) return -1;
  const at = characters.slice(start).join('').indexOf(search);
  return at < 0 ? -1 : start + [...characters.slice(start).join('').slice(0, at)].length;
};

const toCase =
  (operator: string, change: (text: string) => string): Expression =>
  (document, operand, options) => {
    const [text] = evaluateList(document, operand, options);
    return change(toText(text, operator));
  };

const length =
  (operator: string, measure: (text: string) => number): Expression =>
  (document, operand, options) => {
    const [text] = evaluateList(document, operand, options);
    if (typeof text !== 'string')
      throw errors.refused(`${operator} requires a string argument, found: ${typeName(text)}`);
    return measure(text);
  };

export const textOperators = {
  $substr: substrBytes('$substr'),
  $substrBytes: substrBytes('$substrBytes'),
  $substrCP,
  $indexOfBytes: indexOf('$indexOfBytes', findBytes),
  $indexOfCP: indexOf('$indexOfCP', findCodePoints),
  $strLenBytes: length('$strLenBytes', (text) => Buffer.byteLength(text)),
  $strLenCP: length('$strLenCP', (text) => [...text].length),
  $toLower: toCase('$toLower', (text) => text.toLowerCase()),
  $toUpper: toCase('$toUpper', (text) => text.toUpperCase()),
  $strcasecmp: ((document, operand, options) => {
    const [left, right] = evaluateList(document, operand, options).map((value) =>
      toText(value, '$strcasecmp').toUpperCase(),
    );
    return left === right ? 0 : (left ?? '') < (right ?? '') ? -1 : 1;
  }) satisfies Expression,
};
