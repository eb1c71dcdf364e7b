import {
  isReceptionDate,
  planDay,
  planNextDay,
} from '../../../../../cloudfunctions/reception/days/rules/unpublished-day';
import { DEFAULT_SETTINGS } from '../../../../../cloudfunctions/reception/calendar/rules/settings';
import { CLOSES_AT, DATE } from '../../support/days';

const at = (text: string) => Date.parse(`${text}+08:00`);
const dateOf = (now: string) => {
  const day = planNextDay(at(now), ['h1'], DEFAULT_SETTINGS);
  return day === 'unknown' ? day : day.date;
};

test('the calendar knows which days receive', () => {
  expect(isReceptionDate(DATE, DEFAULT_SETTINGS)).toBe(true);
  expect(isReceptionDate('2026-12-05', DEFAULT_SETTINGS)).toBe(false);
  expect(isReceptionDate('2026-11-05', DEFAULT_SETTINGS)).toBe(true);
});

test('a day moved out of its month is a reception day all the same', () => {
  const settings = { ...DEFAULT_SETTINGS, calendar: { dayOfMonth: 5, shift: 'previous' } as const };
  expect(isReceptionDate('2026-09-30', settings)).toBe(true);
});

test('of a year whose holidays are not known nothing is said', () => {
  expect(isReceptionDate('2027-01-05', DEFAULT_SETTINGS)).toBe(false);
  const office = { years: [2027], holidays: [], workdays: [] };
  expect(isReceptionDate('2027-01-05', { ...DEFAULT_SETTINGS, holidays: office })).toBe(true);
});

test('today lasts until its last half-day ends', () => {
  expect(dateOf('2026-11-06T00:00:00')).toBe('2026-12-07');
  expect(dateOf('2026-11-05T16:59:59')).toBe('2026-11-05');
  expect(dateOf('2026-11-05T17:00:00')).toBe('2026-12-07');
  expect(dateOf('2026-12-07T17:00:00')).toBe('unknown');
});

test('hours are shown, seats and places are not', () => {
  expect(planDay(DATE, ['h1'], DEFAULT_SETTINGS)).toEqual({
    date: DATE,
    state: 'draft',
    closesAt: { h1: CLOSES_AT },
    homes: { h1: DEFAULT_SETTINGS.halves },
    seats: {},
    plan: {},
    place: {},
    waiting: {},
  });
});
