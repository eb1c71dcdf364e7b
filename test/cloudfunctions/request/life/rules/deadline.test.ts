import { LIBRARY_HOLIDAYS } from '../../../../../cloudfunctions/reception/calendar/rules/holiday-table';
import {
  addWorkingDays,
  datesAtBirth,
  queueDays,
  workingDaysBetween,
} from '../../../../../cloudfunctions/request/life/rules/deadline';

const add = (from: string, days: number) => addWorkingDays(from, days, LIBRARY_HOLIDAYS);

it.each([
  ['2026-11-23', 3, '2026-11-26', 'within a week'],
  ['2026-11-20', 1, '2026-11-23', 'over a weekend'],
  ['2026-11-21', 3, '2026-11-25', 'from a Saturday, which does not count'],
  ['2026-09-30', 1, '2026-10-08', 'over the holidays of October'],
  ['2026-02-13', 1, '2026-02-14', 'onto a Saturday on which people work'],
  ['2040-12-31', 1, '2041-01-02', 'into a year whose holidays are not known: weekends and holidays by law'],
  ['2027-01-01', 2, '2027-01-05', 'wholly in such a year'],
  ['2026-11-23', 0, '2026-11-23', 'no days at all'],
])('%s and %i working days → %s: %s', (from, days, due) => {
  expect(add(from, days)).toBe(due);
});

it('goes by the township’s own setting and its own holidays', () => {
  const calendar = { years: [2027], rows: [{ date: '2027-01-01', workday: false, name: '元旦' }] };
  expect(datesAtBirth({ settings: { contactDays: 1 }, calendar }, '2026-12-31').due).toBe('2027-01-04');
  expect(datesAtBirth({ settings: {}, calendar }, '2026-11-23')).toEqual({
    due: '2026-11-26',
    leaderOn: '2026-11-25',
    officeOn: '2026-11-27',
    nudgeFrom: '2026-11-26',
    // Calendar days, whatever day of the week.
    wordBy: '2026-12-08',
  });
});

it.each([
  ['2026-11-23', '2026-11-26', 3],
  ['2026-11-20', '2026-11-23', 1],
  ['2026-11-26', '2026-11-23', 0],
  ['2026-09-30', '2026-10-08', 1],
])('counts the working days between %s and %s as it adds them: %i', (one, other, days) => {
  expect(workingDaysBetween(one, other, LIBRARY_HOLIDAYS)).toBe(days);
});

it('the office’s lists warn some working days ahead of a date, and some days ahead of a written word', () => {
  const calendar = { years: [], rows: [] };
  expect(queueDays({ settings: {}, calendar }, '2026-11-20')).toEqual({
    today: '2026-11-20',
    yellow: '2026-11-24',
    tell: '2026-11-25',
  });
  const own = { yellowDays: 1, writtenWarnDays: 3 };
  expect(queueDays({ settings: own, calendar }, '2026-11-20')).toMatchObject({
    yellow: '2026-11-23',
    tell: '2026-11-23',
  });
});
