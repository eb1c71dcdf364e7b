import type { DayDocument } from '../../../../cloudfunctions/reception/days/rules/day-document';
import { publishDay } from '../../../../cloudfunctions/reception/days/rules/publish-day';
import { DEFAULT_SETTINGS } from '../../../../cloudfunctions/reception/calendar/rules/settings';
import { nextDayOf, type CalendarDirectory } from '../../../../cloudfunctions/overview/rules/next-day';
import type { Home } from '../../../../cloudfunctions/registry/directory/rules/directory';

const home: Home = { id: 'h1', name: '', address: '', landline: '', own: {}, marketDays: [] };
const book = (changes: Partial<CalendarDirectory> = {}): CalendarDirectory => ({
  settings: {},
  homes: [home],
  calendar: { years: [], rows: [] },
  ...changes,
});
const receiver = { person: 'p1', name: '某', deputy: true };
const published = (date: string, homes: DayDocument['seats'] | string = 'h1', halves = ['am', 'pm']) =>
  publishDay({
    township: 'tt',
    date,
    settings: DEFAULT_SETTINGS,
    publishedAt: 0,
    homes: { [homes as string]: Object.fromEntries(halves.map((half) => [half, [receiver]])) },
  });
const at = (text: string) => Date.parse(`${text}+08:00`);
const next = (days: DayDocument[], now: string, changes: Partial<CalendarDirectory> = {}, which = home) =>
  nextDayOf(book(changes), which, days, at(now));

it('shows the rostered day, and why it is not the ordinary one', () => {
  expect(next([published('2026-12-07')], '2026-11-23T09:00')).toMatchObject({
    date: '2026-12-07',
    daysLeft: 14,
    shiftedFrom: '2026-12-05',
    published: true,
    open: true,
    closesAt: at('2026-12-06T18:00'),
    earliest: { place: 'h1-0830-1', receiver: '某' },
  });
});

it('says nothing of a shift where there was none', () => {
  expect(next([published('2026-11-05')], '2026-11-01T09:00')).not.toHaveProperty('shiftedFrom');
});

it('counts days by the calendar of China, not by hours', () => {
  expect(next([published('2026-12-07')], '2026-12-06T23:59').daysLeft).toBe(1);
  expect(next([published('2026-12-07')], '2026-12-07T00:00').daysLeft).toBe(0);
});

it('plans the day by the calendar where no roster is out, with hours and without places', () => {
  const planned = next([], '2026-11-23T09:00');
  expect(planned).toMatchObject({ date: '2026-12-07', published: false, open: false, free: 0 });
  expect(planned).not.toHaveProperty('earliest');
  expect(planned).not.toHaveProperty('closesAt');
});

it('shows an earlier day of the calendar before a rostered one that comes later', () => {
  expect(next([published('2026-12-07')], '2026-10-20T09:00').date).toBe('2026-11-05');
});

it('believes a roster which says that this home does not receive on the day', () => {
  const days = [published('2026-11-05', 'h2')];
  expect(next(days, '2026-11-01T09:00').date).toBe('2026-12-07');
});

it('goes on when the home’s own half-days are over, though the calendar’s hours are not', () => {
  const days = [published('2026-11-05', 'h1', ['am'])];
  expect(next(days, '2026-11-05T11:29').date).toBe('2026-11-05');
  expect(next(days, '2026-11-05T11:30').date).toBe('2026-12-07');
});

it('names nobody and offers nothing on a day that is only a draft', () => {
  const draft: DayDocument = { ...published('2026-12-07'), state: 'draft' };
  const shown = next([draft], '2026-11-23T09:00');
  expect(shown).toMatchObject({ date: '2026-12-07', published: false, open: false });
  expect(shown.halves.flatMap(({ seats }) => seats)).toEqual([]);
});

it('says of a year whose holidays nobody knows that the day may change; a published one does not', () => {
  expect(next([], '2041-01-10T09:00')).toMatchObject({ date: '2041-02-05', provisional: true });
  const day = next([published('2041-02-05')], '2041-01-10T09:00');
  expect(day).toMatchObject({ date: '2041-02-05', published: true });
  expect(day).not.toHaveProperty('provisional');
});

it('goes by the home’s own day of the month and its market and phone days', () => {
  const own = { ...home, own: { receptionDay: 15 } };
  expect(next([], '2026-12-08T09:00', { homes: [own] }, own).date).toBe('2026-12-15');
  const market = { ...home, marketDays: ['2026-12-20', '2026-12-02'] };
  expect(next([], '2026-12-01T09:00', { homes: [market] }, market).date).toBe('2026-12-02');
  expect(next([], '2026-12-03T09:00', { homes: [market] }, market).date).toBe('2026-12-07');
  expect(next([], '2026-12-08T09:00', { homes: [market] }, market).date).toBe('2026-12-20');
  const phone = { ...market, phoneDays: ['2026-12-16'] };
  expect(next([], '2026-12-08T09:00', { homes: [phone] }, phone).date).toBe('2026-12-16');
});
