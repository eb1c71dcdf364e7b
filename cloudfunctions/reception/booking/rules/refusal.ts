/** Why a booking, move or cancel did not go through, in the order in which a person should hear it. */
import type { Details, ErrorCode } from '../../../../miniprogram/contract/errors';
import { LIMITS } from '../../../../miniprogram/contract/limits';
import type { Instant, LocalDate, Refused } from '../../../../miniprogram/contract/wire';
import { toLocalDate } from '../../../shared/china-time';
import { boundsOn } from '../../days/rules/bounds';
import { SHUT, type OwnDay } from '../../days/rules/day-document';
import { isAwaited, isOver, listFree } from './free-places';
import { isWaitingPlace } from '../../days/rules/place-id';
import { fitsWish, type WishAt } from './wish';

type Why = Refused | undefined;

interface Asked {
  account: string;
  date: LocalDate;
  now: Instant;
}

function because(code: ErrorCode, details?: Details): Refused {
  return details === undefined ? { ok: false, code } : { ok: false, code, details };
}

/** past-day, not-published, closed: what concerns the day and not the person. */
function explainDay(day: OwnDay | undefined, asked: Asked, homes: readonly string[]): Why {
  if (asked.date < toLocalDate(asked.now)) return because('past-day');
  if (!day || day.state !== 'published' || homes.some((home) => !day.homes[home]))
    return because('not-published');
  if (isOver(day, asked.now)) return because('past-day');
  const closings = homes.map((home) => day.closesAt[home] ?? 0);
  const closesAt = closings.find((at) => at <= asked.now);
  if (closesAt === undefined) return undefined;
  return closesAt === SHUT ? because('township-closed') : because('closed', { closesAt });
}

/** past-day, not-published, township-closed, code-locked; undefined: number and code may be looked at. */
export function explainTakeOver(
  day: OwnDay | undefined,
  asked: { date: LocalDate; home: string; now: Instant; wrong: number },
): Why {
  if (asked.date < toLocalDate(asked.now)) return because('past-day');
  if (day?.state !== 'published') return because('not-published');
  if (isOver(day, asked.now)) return because('past-day');
  if (day.closesAt[asked.home] === SHUT) return because('township-closed');
  return asked.wrong >= LIMITS.wrongCodes ? because('code-locked') : undefined;
}

/** One more act of the account would exceed a bound. */
function explainActs(day: OwnDay, account: string): Why {
  const tries = day.tries?.[account]?.length ?? 0;
  return tries >= LIMITS.actsPerAccount ? because('too-many-acts') : undefined;
}

export interface AskedFor extends Asked {
  home: string;
  personKeys: readonly string[];
  banKeys: readonly string[];
  /** The office asks, which knows everybody. */
  office?: boolean;
  /** What could tell of somebody else: the key of the name and phone asked for (naming.ts). */
  named?: string;
}

function bansOf(day: OwnDay, { banKeys }: AskedFor): string[] {
  return banKeys.filter((key) => day.banned?.[key] !== undefined);
}

function bookedOf(day: OwnDay, { personKeys }: AskedFor): string[] {
  return personKeys.flatMap((key) => day.by?.[key] ?? []);
}

/** What stands in the way of the account that asks, and of its own bookings. */
function explainAccount(day: OwnDay, asked: AskedFor): Why {
  const { account, office = false } = asked;
  const own = bansOf(day, asked).includes(account) ? day.banned?.[account] : undefined;
  if (own) return because('barred', { until: own.until, reason: own.reason });
  const isOwn = (id: string) => office || id.startsWith(`${account}-`);
  return bookedOf(day, asked).some(isOwn) ? because('already-booked') : undefined;
}

/**
 * Of anybody else, a family member or somebody of that name and phone, one word for whatever stands in the way; the same
 * where the account may ask for no further name. Only where nothing else is in the way: every other refusal would say
 * that it is not so, and be counted nowhere.
 */
export function explainOthers(day: OwnDay, asked: AskedFor): Why {
  const { account, named } = asked;
  if (bansOf(day, asked).length + bookedOf(day, asked).length > 0) return because('book-in-person');
  const names = day.asked?.[account] ?? [];
  if (named === undefined || names.includes(named)) return undefined;
  return names.length >= LIMITS.namesPerAccount ? because('book-in-person') : undefined;
}

/** Before any question of places; undefined: the place was lost, or it is for somebody who may not (explainOthers). */
export function explainBooking(day: OwnDay | undefined, asked: AskedFor): Why {
  const why = explainDay(day, asked, [asked.home]);
  if (why || !day) return why;
  const own = explainAccount(day, asked);
  if (own) return own;
  const live = day.of?.[asked.account]?.length ?? 0;
  const most = boundsOn(day).bookings;
  if (live >= most) return because('too-many-bookings', { most });
  return explainActs(day, asked.account);
}

export function explainMove(
  day: OwnDay | undefined,
  asked: Asked & { booking: string; short: string; from: string; homes: readonly string[] },
): Why {
  const why = explainDay(day, asked, asked.homes);
  if (why || !day) return why;
  const own = explainOwn(day, asked);
  if (own) return own;
  if (isWaitingPlace(asked.from)) return because('booking-changed');
  const moves = day.moves?.[asked.account]?.length ?? 0;
  const most = boundsOn(day).moves;
  if (moves >= most) return because('too-many-moves', { most });
  return explainActs(day, asked.account);
}

/** not-found: there never was one; booking-changed: it was cancelled, the person has come, or it is at another place than the phone showed. */
function explainOwn(day: OwnDay, asked: Asked & { booking: string; short: string; from: string }): Why {
  const own = day.bookings?.[asked.account]?.[asked.short];
  if (!own) return because('not-found');
  const waits = isWaitingPlace(asked.from) && own.state === 'waiting';
  const comes = own.state === 'booked' && day.place[asked.from] === asked.booking;
  const holds = own.p === asked.from && (waits || (comes && !day.visits?.[asked.from]));
  return holds ? undefined : because('booking-changed');
}

/** Keys that are not the booking's count as a booking that has changed. Undefined: nothing stands in the way any more. */
export function explainCancel(
  day: OwnDay | undefined,
  asked: Asked & { booking: string; short: string; from: string; home: string; keys: string },
): Why {
  const why = explainDay(day, asked, [asked.home]) ?? (day && explainOwn(day, asked));
  if (why || !day) return why;
  const { keys } = day.bookings?.[asked.account]?.[asked.short] ?? {};
  return keys === asked.keys ? undefined : because('booking-changed');
}

/** No free place fits the wish. */
export function explainFull(day: OwnDay, wish: WishAt): Refused {
  const awaited = Object.keys(day.plan).some(
    (place) =>
      day.place[place] === 0 &&
      day.blocked?.[place] === undefined &&
      isAwaited(day, place) &&
      fitsWish(day, place, wish),
  );
  return awaited ? because('waiting') : because('full', { free: listFree(day, wish.home).length });
}
