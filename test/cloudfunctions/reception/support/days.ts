/** Reception days for tests: township t1, Monday 2026-12-07, closing on Sunday at 18:00 China time. */
import type { Receiver } from '../../../../miniprogram/contract/reception';
import type { Half } from '../../../../miniprogram/contract/wire';
import type { DayDocument } from '../../../../cloudfunctions/reception/days/rules/day-document';
import { publishDay } from '../../../../cloudfunctions/reception/days/rules/publish-day';
import {
  DEFAULT_SETTINGS,
  type ReceptionSettings,
} from '../../../../cloudfunctions/reception/calendar/rules/settings';

export const TOWNSHIP = 't1';
export const DATE = '2026-12-07';
/** Booking of `DATE` closes at this instant. */
export const CLOSES_AT = Date.parse('2026-12-06T18:00:00+08:00');
export const MORNING_BEFORE = Date.parse('2026-12-01T09:00:00+08:00');

export function receiver(person: string, group = 'g1'): Receiver {
  return { person, name: `接访${person}`, deputy: true, level: 'town', group };
}

type Homes = Record<string, Partial<Record<Half, readonly Receiver[]>>>;

/** h1: p1, p2 in the morning, p3 in the afternoon; h2: p4 (of group g2) in the morning. */
export const HOMES: Homes = {
  h1: { am: [receiver('p1'), receiver('p2')], pm: [receiver('p3')] },
  h2: { am: [receiver('p4', 'g2')] },
};

export function makeDay(
  own: {
    homes?: Homes;
    date?: string;
    township?: string;
    settings?: Partial<ReceptionSettings>;
    draft?: boolean;
  } = {},
): DayDocument {
  return publishDay({
    township: own.township ?? TOWNSHIP,
    date: own.date ?? DATE,
    homes: own.homes ?? HOMES,
    settings: { ...DEFAULT_SETTINGS, ...own.settings },
    ...(own.draft ? {} : { publishedAt: 1 }),
  });
}
