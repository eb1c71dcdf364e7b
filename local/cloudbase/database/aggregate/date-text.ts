import { errors } from '../errors';
import { dayOfYear, fromLocal, isoDayOfWeek, isoWeek, isoWeekYear, toLocal, week, zoneOffset } from './zones';

const pad = (value: number, width: number): string => String(value).padStart(width, '0');

const FIELDS: Record<string, (local: Date) => string> = {
  Y: (local) => pad(local.getUTCFullYear(), 4),
  m: (local) => pad(local.getUTCMonth() + 1, 2),
  d: (local) => pad(local.getUTCDate(), 2),
  H: (local) => pad(local.getUTCHours(), 2),
  M: (local) => pad(local.getUTCMinutes(), 2),
  S: (local) => pad(local.getUTCSeconds(), 2),
  L: (local) => pad(local.getUTCMilliseconds(), 3),
  j: (local) => pad(dayOfYear(local), 3),
  w: (local) => String(local.getUTCDay() + 1),
  u: (local) => String(isoDayOfWeek(local)),
  U: (local) => pad(week(local), 2),
  V: (local) => pad(isoWeek(local), 2),
  G: (local) => pad(isoWeekYear(local), 4),
};

/** `$dateToString`: the format's letters are those of the MongoDB manual; `%Z` is minutes, `%z` +hhmm. */
export function formatDate(date: Date, format: unknown, zone: unknown): string {
  const offset = zoneOffset(zone, date.getTime());
  const local = toLocal(date.getTime(), zone);
  const template = format ?? `%Y-%m-%dT%H:%M:%S.%L${offset === 0 ? 'Z' : ''}`;
  if (typeof template !== 'string') throw errors.refused('$dateToString requires that format be a string');
  return template.replace(/%(.?)/gs, (_, letter: string) => {
    if (letter === '%') return '%';
    const sign = offset < 0 ? '-' : '+';
    if (letter === 'Z') return sign + pad(Math.abs(offset), 3);
    if (letter === 'z')
      return sign + pad(Math.trunc(Math.abs(offset) / 60), 2) + pad(Math.abs(offset) % 60, 2);
    const field = FIELDS[letter];
    if (!field) throw errors.refused(`Invalid format character '%${letter}' in format string`);
    return field(local);
  });
}

const ISO =
  /^(?<Y>\d{4})-(?<m>\d{2})-(?<d>\d{2})(?:[T ](?<H>\d{2}):(?<M>\d{2})(?::(?<S>\d{2})(?:\.(?<L>\d{1,3}))?)?)?(?<z>Z|[+-]\d{2}:?\d{2})?$/;

const PATTERNS: Record<string, string> = {
  Y: '(?<Y>\\d{4})',
  m: '(?<m>\\d{1,2})',
  d: '(?<d>\\d{1,2})',
  H: '(?<H>\\d{1,2})',
  M: '(?<M>\\d{1,2})',
  S: '(?<S>\\d{1,2})',
  L: '(?<L>\\d{1,3})',
  z: '(?<z>Z|[+-]\\d{2}:?\\d{2})',
};

/**
 * `$dateFromString`: ISO text, or text by a format of `%Y %m %d %H %M %S %L %z`.
 *
 * @throws DatabaseError when the text does not fit, or names a zone while another is given
 */
export function parseDate(text: unknown, format: unknown, zone: unknown): Date {
  if (typeof text !== 'string') throw errors.refused('$dateFromString requires that dateString be a string');
  const fields = (format === undefined ? ISO : toPattern(format)).exec(text)?.groups;
  if (!fields?.['Y']) throw errors.refused(`Error parsing date string '${text}'`);
  const number = (name: string, missing: number): number => Number(fields[name] ?? missing);
  const [year, month, day] = [number('Y', 0), number('m', 1), number('d', 1)];
  const [hour, minute, second] = [number('H', 0), number('M', 0), number('S', 0)];
  const local = new Date(0);
  local.setUTCFullYear(year, month - 1, day);
  local.setUTCHours(hour, minute, second, Number((fields['L'] ?? '').padEnd(3, '0')));
  const kept =
    local.getUTCMonth() === month - 1 && local.getUTCDate() === day && local.getUTCHours() === hour;
  if (!kept || minute > 59 || second > 59) throw errors.refused(`Error parsing date string '${text}'`);
  if (fields['z'] && zone !== undefined) {
    throw errors.refused(
      'you cannot pass in a date/time string with time zone information together with a timezone argument',
    );
  }
  return fromLocal(local.getTime(), fields['z'] ?? zone);
}

function toPattern(format: unknown): RegExp {
  if (typeof format !== 'string') throw errors.refused('$dateFromString requires that format be a string');
  const source = format.replace(/%(.?)|[\s\S]/g, (match, letter: string | undefined) => {
    if (letter === undefined) return match.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
    if (letter === '%') return '%';
    const pattern = PATTERNS[letter];
    if (!pattern) throw errors.notEmulated(`%${letter} in the format of $dateFromString`);
    return pattern;
  });
  return new RegExp(`^${source}$`);
}
