import {
  findReception,
  planDay,
  planNextDay,
} from '../../../../../cloudfunctions/reception/days/rules/unpublished-day';
import {
  DEFAULT_SETTINGS,
  type ReceptionSettings,
} from '../../../../../cloudfunctions/reception/calendar/rules/settings';
import { CLOSES_AT, DATE } from '../../support/days';

const at = (text: string) => Date.parse(`${text}+08:00`);
const dateOf = (now: string) => planNextDay(at(now), ['h1'], DEFAULT_SETTINGS).date;
const isReceptionDate = (date: string, settings: ReceptionSettings) =>
  findReception(date, settings) !== undefined;

test('the calendar knows which days receive', () => {
  expect(isReceptionDate(DATE, DEFAULT_SETTINGS)).toBe(true);
  expect(isReceptionDate('2026-12-05', DEFAULT_SETTINGS)).toBe(false);
  expect(isReceptionDate('2026-11-05', DEFAULT_SETTINGS)).toBe(true);
});

test('a day moved out of its month is a reception day all the same', () => {
  const settings = { ...DEFAULT_SETTINGS, calendar: { dayOfMonth: 5, shift: 'previous' } as const };
  expect(isReceptionDate('2026-09-30', settings)).toBe(true);
  // Saturday, 31 January.
  const next = { ...DEFAULT_SETTINGS, calendar: { dayOfMonth: 31, shift: 'next' } as const };
  expect(['2026-02-01', '2026-02-02'].map((date) => isReceptionDate(date, next))).toEqual([false, true]);
});

test('a day of a year whose holidays are not known says that it may change', () => {
  const reception = { date: '2041-02-05' };
  expect(findReception('2041-02-05', DEFAULT_SETTINGS)).toEqual({ ...reception, provisional: true });
  const office = { years: [2041], holidays: [], workdays: [] };
  expect(findReception('2041-02-05', { ...DEFAULT_SETTINGS, holidays: office })).toEqual(reception);
});

test('today lasts until its last half-day ends', () => {
  expect(dateOf('2026-11-06T00:00:00')).toBe('2026-12-07');
  expect(dateOf('2026-11-05T16:59:59')).toBe('2026-11-05');
  expect(dateOf('2026-11-05T17:00:00')).toBe('2026-12-07');
  expect(dateOf('2026-12-07T17:00:00')).toBe('2027-01-05');
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

test('it says that it may change, where it may', () => {
  expect(planDay(DATE, ['h1'], DEFAULT_SETTINGS, true).provisional).toBe(true);
  expect(planDay(DATE, ['h1'], DEFAULT_SETTINGS)).not.toHaveProperty('provisional');
});
