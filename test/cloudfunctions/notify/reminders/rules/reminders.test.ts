import {
  auditDaysOf,
  clearingDue,
  digestDue,
  eveMark,
  evesDue,
  keptSince,
  lastWorkday,
  nextDay,
  nextMark,
  nextMorning,
  nextWorkday,
  sweepMark,
  sweptTo,
  unknownYear,
  worksOn,
} from '../../../../../cloudfunctions/notify/reminders/rules/reminders';

const at = (time: string) => Date.parse(`${time}+08:00`);
/** Days whose visitors are reminded at this time, when before it everything due at that one was done. */
const due = (before: string, now: string) => evesDue({ eve: eveMark(at(before)) }, at(now));

test('visitors of the 7th are reminded on the 6th from 09:00:00, and once more for late ones from 19:00', () => {
  expect(due('2026-12-06T08:00:00', '2026-12-06T08:59:59')).toEqual([]);
  expect(due('2026-12-06T08:59:59', '2026-12-06T09:00:00')).toEqual(['2026-12-07']);
  expect(due('2026-12-06T09:00:00', '2026-12-06T18:59:59')).toEqual([]);
  expect(due('2026-12-06T18:59:59', '2026-12-06T19:00:00')).toEqual(['2026-12-07']);
  expect(due('2026-12-06T19:00:00', '2026-12-07T08:59:59')).toEqual([]);
});

test('a clock that jumped over the eve reminds on the day itself; over a week it reminds of nothing that is past', () => {
  expect(due('2026-12-05T20:00:00', '2026-12-07T07:00:00')).toEqual(['2026-12-07']);
  expect(due('2026-11-30T10:00:00', '2026-12-06T09:30:00')).toEqual(['2026-12-06', '2026-12-07']);
  expect(due('2026-11-30T10:00:00', '2026-12-20T09:30:00')).toEqual(['2026-12-20', '2026-12-21']);
});

test('the digest is due once a day from 08:00 on, after a jump of a week once', () => {
  expect(digestDue({ digest: '2026-12-06' }, at('2026-12-07T07:59:59'))).toBeUndefined();
  expect(digestDue({ digest: '2026-12-06' }, at('2026-12-07T08:00:00'))).toBe('2026-12-07');
  expect(digestDue({ digest: '2026-12-07' }, at('2026-12-07T23:59:59'))).toBeUndefined();
  expect(digestDue({ digest: '2026-11-30' }, at('2026-12-07T12:00:00'))).toBe('2026-12-07');
  expect(clearingDue({ cleared: '2026-12-06' }, at('2026-12-07T03:00:00'))).toBe('2026-12-07');
  expect(clearingDue({ cleared: '2026-12-06' }, at('2026-12-07T02:59:59'))).toBeUndefined();
});

test('weekends and holidays are left alone, make-up workdays are not; an unknown year goes by its weekdays', () => {
  const book = { calendar: { years: [], rows: [] } };
  expect(worksOn(book, '2026-12-07')).toBe(true);
  expect(worksOn(book, '2026-12-05')).toBe(false);
  expect(worksOn(book, '2026-10-01')).toBe(false);
  expect(worksOn(book, '2026-02-28')).toBe(true);
  expect(worksOn(book, '2031-01-06')).toBe(true);
  expect(worksOn(book, '2031-01-05')).toBe(false);
});

test('a year that is not known is asked for from October of the year before, and while it lasts', () => {
  const unknown = { calendar: { years: [2040], rows: [] } };
  expect(unknownYear(unknown, '2040-09-30')).toBeUndefined();
  expect(unknownYear(unknown, '2040-10-01')).toBe(2041);
  expect(unknownYear(unknown, '2041-01-04')).toBe(2041);
  expect(unknownYear({ calendar: { years: [2040, 2041], rows: [] } }, '2040-12-31')).toBeUndefined();
});

test('the audit is kept for a year at least, and longer where the setting says so', () => {
  expect([30, 365, 800].map((auditDays) => auditDaysOf({ auditDays }))).toEqual([365, 365, 800]);
});

const calendar = { calendar: { years: [], rows: [{ date: '2026-12-08', workday: false, name: '放假' }] } };

test('somebody works again after the weekend, and before it; an office’s own holiday counts', () => {
  expect(nextWorkday(calendar, '2026-12-04')).toBe('2026-12-07');
  expect(nextWorkday(calendar, '2026-12-07')).toBe('2026-12-09');
  expect(lastWorkday(calendar, '2026-12-07')).toBe('2026-12-04');
  expect(lastWorkday(calendar, '2026-12-09')).toBe('2026-12-07');
});

test.each([
  ['2026-12-05T00:00:00', '2026-12-07T08:00:00'],
  ['2026-12-07T07:59:59', '2026-12-07T08:00:00'],
  ['2026-12-07T08:00:00', '2026-12-07T08:00:00'],
  ['2026-12-07T10:00:00', '2026-12-07T10:00:00'],
  ['2026-12-07T19:59:59', '2026-12-07T19:59:59'],
  ['2026-12-07T20:00:00', '2026-12-09T08:00:00'],
])('what only the clock brings at %s disturbs nobody before %s', (now, morning) => {
  expect(nextMorning(calendar, at(now))).toBe(at(morning));
});

test.each([
  ['2026-12-07T00:00:00', '2026-12-07T03:00:00'],
  ['2026-12-07T03:00:00', '2026-12-07T08:00:00'],
  ['2026-12-07T08:30:00', '2026-12-07T09:00:00'],
  ['2026-12-07T09:00:00', '2026-12-07T19:00:00'],
  ['2026-12-07T19:00:00', '2026-12-08T00:00:00'],
])('after %s the clock brings something at %s', (now, mark) => {
  expect(nextMark(at(now))).toBe(at(mark));
});

test('what is kept for so many days is kept from a midnight on', () => {
  expect(keptSince(at('2026-12-07T15:00:00'), 30)).toBe(at('2026-11-07T00:00:00'));
  expect(nextDay(at('2026-12-07T23:59:59'))).toBe(at('2026-12-08T00:00:00'));
});

test('a year’s sweeping goes on where it stopped, and begins anew with the year', () => {
  const mark = sweepMark('bh~x|y', '2026-12-31');
  expect([
    sweptTo(mark, '2026-01-01'),
    sweptTo(mark, '2027-01-01'),
    sweptTo(undefined, '2026-12-31'),
  ]).toEqual(['bh~x|y', '', '']);
});
