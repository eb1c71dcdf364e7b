import { evalExpr } from 'mingo/core';
import type { Options } from 'mingo/types';
import { errors } from '../errors';
import { type Document, isDocument, typeName } from '../values/value';
import { formatDate, parseDate } from './date-text';
import { dayOfYear, fromLocal, isoDayOfWeek, isoWeek, isoWeekYear, toLocal, week } from './zones';

/** mingo's date operators rewritten: it takes today's offset for a zone and counts `$week` wrongly. */
export type Expression = (document: unknown, operand: unknown, options: Options) => unknown;

/** An operand `date`, `[date]` or `{date, timezone}`; null when there is no date. */
function readDate(document: unknown, operand: unknown, options: Options): Date | null {
  const only: unknown = Array.isArray(operand) && operand.length === 1 ? operand[0] : operand;
  const spec = isDocument(only) && 'date' in only ? only : { date: only };
  const date = evalExpr(document, spec['date'], options);
  if (date === null || date === undefined) return null;
  const zone = evalExpr(document, spec['timezone'], options);
  if (zone === null) return null;
  return toLocal(toDate(date).getTime(), zone);
}

function toDate(value: unknown): Date {
  if (value instanceof Date) return value;
  throw errors.refused(`can't convert from BSON type ${typeName(value)} to Date`);
}

const part = (read: (local: Date) => number): Expression => {
  return (document, operand, options) => {
    const local = readDate(document, operand, options);
    return local === null ? null : read(local);
  };
};

function evaluateFields(document: unknown, operand: unknown, options: Options, allowed: string[]): Document {
  if (!isDocument(operand)) throw errors.refused('a date expression takes an object');
  const fields: Document = {};
  for (const [name, expression] of Object.entries(operand)) {
    if (!allowed.includes(name)) throw errors.refused(`Unrecognized argument: ${name}`);
    fields[name] = evalExpr(document, expression, options);
  }
  return fields;
}

const $dateToString: Expression = (document, operand, options) => {
  const fields = evaluateFields(document, operand, options, ['date', 'format', 'timezone', 'onNull']);
  const { date, format, timezone, onNull } = fields;
  if (date === null || date === undefined) return onNull ?? null;
  if (timezone === null || format === null) return null;
  return formatDate(toDate(date), format, timezone);
};

const $dateFromString: Expression = (document, operand, options) => {
  const allowed = ['dateString', 'format', 'timezone', 'onNull', 'onError'];
  const { dateString, format, timezone, onNull, onError } = evaluateFields(
    document,
    operand,
    options,
    allowed,
  );
  if (dateString === null || dateString === undefined) return onNull ?? null;
  if (timezone === null || format === null) return null;
  try {
    return parseDate(dateString, format, timezone);
  } catch (error) {
    if (isDocument(operand) && 'onError' in operand) return onError ?? null;
    throw error;
  }
};

const PARTS = ['year', 'month', 'day', 'hour', 'minute', 'second', 'millisecond'] as const;

/** Parts outside their range carry over: month 14 is February of the next year. */
const $dateFromParts: Expression = (document, operand, options) => {
  if (isDocument(operand) && 'isoWeekYear' in operand) {
    throw errors.notEmulated('$dateFromParts with isoWeekYear');
  }
  const fields = evaluateFields(document, operand, options, [...PARTS, 'timezone']);
  if (fields['year'] === undefined)
    throw errors.refused(`$dateFromParts requires either 'year' or 'isoWeekYear'`);
  if (Object.values(fields).includes(null)) return null;
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0, millisecond = 0] = PARTS.map(
    (name) => {
      const value = fields[name];
      if (value !== undefined && !Number.isInteger(value)) {
        throw errors.refused(`'${name}' must evaluate to an integer`);
      }
      return value as number | undefined;
    },
  );
  const local = new Date(0);
  local.setUTCFullYear(year, month - 1, day);
  local.setUTCHours(hour, minute, second, millisecond);
  return fromLocal(local.getTime(), fields['timezone']);
};

export const dateOperators = {
  $year: part((local) => local.getUTCFullYear()),
  $month: part((local) => local.getUTCMonth() + 1),
  $dayOfMonth: part((local) => local.getUTCDate()),
  $hour: part((local) => local.getUTCHours()),
  $minute: part((local) => local.getUTCMinutes()),
  $second: part((local) => local.getUTCSeconds()),
  $millisecond: part((local) => local.getUTCMilliseconds()),
  $dayOfYear: part(dayOfYear),
  $dayOfWeek: part((local) => local.getUTCDay() + 1),
  $week: part(week),
  $isoDayOfWeek: part(isoDayOfWeek),
  $isoWeek: part(isoWeek),
  $isoWeekYear: part(isoWeekYear),
  $dateToString,
  $dateFromString,
  $dateFromParts,
};
