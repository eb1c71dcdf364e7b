import { errors } from '../errors';

const MINUTE_MS = 60_000;
const FIXED = /^([+-])(\d{2})(?::?(\d{2}))?$/;
const formatters = new Map<string, Intl.DateTimeFormat>();

/**
 * Minutes that local time of a zone is ahead of UTC at an instant.
 *
 * @param zone `Asia/Shanghai`, `+08:00`, `+0800`, `+08`, `UTC`; undefined is UTC
 * @param instant epoch milliseconds
 */
export function zoneOffset(zone: unknown, instant: number): number {
  if (zone === undefined || zone === 'UTC' || zone === 'GMT' || zone === 'Z') return 0;
  if (typeof zone !== 'string') throw errors.refused('timezone must evaluate to a string');
  const fixed = FIXED.exec(zone);
  if (fixed) {
    const minutes = Number(fixed[2]) * 60 + Number(fixed[3] ?? 0);
    return fixed[1] === '-' ? -minutes : minutes;
  }
  const parts: Record<string, number> = {};
  for (const { type, value } of formatterOf(zone).formatToParts(instant)) parts[type] = Number(value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
  const local = Date.UTC(year, month - 1, day, hour, minute, second);
  return Math.round((local - Math.floor(instant / 1000) * 1000) / MINUTE_MS);
}

function formatterOf(zone: string): Intl.DateTimeFormat {
  let formatter = formatters.get(zone);
  if (!formatter) {
    try {
      formatter = new Intl.DateTimeFormat('en-US', {
        timeZone: zone,
        hourCycle: 'h23',
        year: 'numeric',
        month: 'numeric',
        day: 'numeric',
        hour: 'numeric',
        minute: 'numeric',
        second: 'numeric',
      });
    } catch {
      throw errors.refused(`unrecognized time zone identifier: "${zone}"`);
    }
    formatters.set(zone, formatter);
  }
  return formatter;
}

/** A date whose UTC fields show the local time of the zone. */
export function toLocal(instant: number, zone: unknown): Date {
  return new Date(instant + zoneOffset(zone, instant) * MINUTE_MS);
}

/** The instant at which a zone's clock shows what the UTC fields of `local` say. */
export function fromLocal(local: number, zone: unknown): Date {
  const guess = local - zoneOffset(zone, local) * MINUTE_MS;
  return new Date(local - zoneOffset(zone, guess) * MINUTE_MS);
}

const DAY_MS = 86_400_000;

/** 1 January is 1. */
export function dayOfYear(local: Date): number {
  return Math.floor((local.getTime() - startOfYear(local.getUTCFullYear())) / DAY_MS) + 1;
}

/** Weeks begin on Sunday; days before the first Sunday are in week 0. */
export function week(local: Date): number {
  return Math.floor((dayOfYear(local) + 6 - local.getUTCDay()) / 7);
}

/** Monday is 1, Sunday 7. */
export function isoDayOfWeek(local: Date): number {
  return local.getUTCDay() || 7;
}

/** Week 1 is the one with the year's first Thursday. */
export function isoWeek(local: Date): number {
  return Math.ceil(dayOfYear(thursdayOf(local)) / 7);
}

export function isoWeekYear(local: Date): number {
  return thursdayOf(local).getUTCFullYear();
}

function thursdayOf(local: Date): Date {
  return new Date(local.getTime() + (4 - isoDayOfWeek(local)) * DAY_MS);
}

function startOfYear(year: number): number {
  return new Date(0).setUTCFullYear(year, 0, 1);
}
