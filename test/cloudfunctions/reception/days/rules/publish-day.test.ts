import { emptyDay, publishDay } from '../../../../../cloudfunctions/reception/days/rules/publish-day';
import {
  DEFAULT_SETTINGS,
  settingsOfHome,
} from '../../../../../cloudfunctions/reception/calendar/rules/settings';
import { CLOSES_AT, DATE, makeDay, receiver } from '../../support/days';

test('every place is free and belongs to a seat somebody sits on', () => {
  const day = makeDay();
  expect(day._id).toBe('t1~2026-12-07');
  expect(Object.keys(day.place)).toEqual(Object.keys(day.plan));
  expect(Object.keys(day.place)).toHaveLength(2 * 6 + 5 + 6);
  expect(new Set(Object.values(day.place))).toEqual(new Set([0]));
  for (const seat of Object.values(day.plan)) expect(day.seats[seat]).toBeDefined();
  expect(day.seats['h1-am-2']).toMatchObject({ person: 'p2' });
});

test('booking closes at 18:00 China time on the day before', () => {
  expect(makeDay().closesAt).toEqual({ h1: CLOSES_AT, h2: CLOSES_AT });
});

test('a closing time after the first half-day has begun is brought forward to its beginning', () => {
  const { closesAt } = makeDay({ settings: { closing: { daysBefore: 0, time: '12:00' } } });
  expect(closesAt['h1']).toBe(Date.parse('2026-12-07T08:30:00+08:00'));
});

test('a half-day without receivers is not held, and a home with none is not open', () => {
  const day = makeDay({ homes: { h1: { am: [], pm: [receiver('p1')] }, h2: {} } });
  expect(day.homes).toEqual({ h1: { pm: { start: '14:30', end: '17:00' } } });
  expect(Object.keys(day.closesAt)).toEqual(['h1']);
});

test('without a publishing instant it is a draft', () => {
  expect(makeDay({ draft: true })).toMatchObject({ state: 'draft' });
  expect(makeDay({ draft: true })).not.toHaveProperty('publishedAt');
  expect(makeDay()).toMatchObject({ state: 'published', publishedAt: 1 });
});

test('a home may keep other hours, and the others keep theirs', () => {
  const settings = {
    ...DEFAULT_SETTINGS,
    byHome: { h2: { halves: { am: { start: '09:00', end: '10:00' } }, walkInEvery: 0 } },
  };
  const sitting = { am: [receiver('p1')] };
  const day = publishDay({ township: 't1', date: DATE, homes: { h1: sitting, h2: sitting }, settings });
  expect(Object.keys(day.plan).filter((place) => place.startsWith('h2'))).toEqual(['h2-0900-1', 'h2-0930-2']);
  expect(Object.keys(day.plan).filter((place) => place.startsWith('h1'))).toHaveLength(6);
  expect(settingsOfHome(settings, 'h2').slotMinutes).toBe(30);
});

test('a township’s own bounds go with the day; where they are the usual ones it keeps none', () => {
  const roster = { township: 't1', date: DATE, homes: {}, settings: DEFAULT_SETTINGS };
  expect(publishDay({ ...roster, bounds: { bookings: 1, moves: 2 } }).bounds).toEqual({
    bookings: 1,
    moves: 2,
  });
  expect(publishDay({ ...roster, bounds: undefined })).not.toHaveProperty('bounds');
});

test('a day begins with nothing to ship', () => {
  expect(emptyDay('t1', DATE)).toMatchObject({ history: [], outbox: [], outboxAt: 0 });
});
