import fc from 'fast-check';
import { toLocalDate, toLocalTime } from '../../../miniprogram/contract/time';
import {
  daysBetween,
  halfOf,
  sayDate,
  sayDay,
  sayDayFrom,
  sayDaysLeft,
  sayFullDate,
  sayMoment,
  sayRange,
  weekdayOf,
} from '../../../miniprogram/view/dates';

const at = (text: string): number => Date.parse(text);

describe('the day in China', () => {
  test.each([
    ['2026-12-04T15:59:59.999Z', '2026-12-04'],
    ['2026-12-04T16:00:00.000Z', '2026-12-05'],
    ['2026-12-31T16:00:00.000Z', '2027-01-01'],
    ['2028-02-28T16:00:00.000Z', '2028-02-29'],
    ['2028-02-29T16:00:00.000Z', '2028-03-01'],
  ])('%s is %s there', (instant, date) => {
    expect(toLocalDate(at(instant))).toBe(date);
  });

  test('does not move with the zone of the phone: midnight is 16:00 UTC in every one', () => {
    const zone = process.env['TZ'];
    const seen = ['UTC', 'Asia/Shanghai', 'America/Los_Angeles'].map((each) => {
      process.env['TZ'] = each;
      return [
        toLocalDate(at('2026-12-04T16:00:00Z')),
        sayMoment(at('2026-12-06T10:00:00Z')),
        weekdayOf('2026-12-07'),
      ];
    });
    if (zone === undefined) delete process.env['TZ'];
    else process.env['TZ'] = zone;
    for (const each of seen) expect(each).toEqual(['2026-12-05', '12月6日 18:00', '星期一']);
  });

  test('agrees with the platform for any instant', () => {
    const format = new Intl.DateTimeFormat('sv-SE', {
      timeZone: 'Asia/Shanghai',
      dateStyle: 'short',
      timeStyle: 'short',
    });
    fc.assert(
      fc.property(
        fc.integer({ min: at('2000-01-01T00:00:00Z'), max: at('2099-12-31T00:00:00Z') }),
        (instant) => {
          expect(`${toLocalDate(instant)} ${toLocalTime(instant)}`).toBe(format.format(instant));
        },
      ),
    );
  });
});

describe('weekdays and distances', () => {
  test.each([
    ['2026-12-05', '星期六'],
    ['2026-12-06', '星期日'],
    ['2026-12-07', '星期一'],
    ['2028-02-29', '星期二'],
    ['1969-12-31', '星期三'],
  ])('%s is a %s', (date, weekday) => {
    expect(weekdayOf(date)).toBe(weekday);
  });

  test('counts over a leap day and a year', () => {
    expect(daysBetween('2028-02-28', '2028-03-01')).toBe(2);
    expect(daysBetween('2026-12-31', '2027-01-01')).toBe(1);
    expect(daysBetween('2026-12-07', '2026-11-23')).toBe(-14);
  });
});

describe('said as people say it', () => {
  test('the next reception day', () => {
    expect(sayDayFrom('2026-12-07', '2026-11-23')).toBe('12月7日 星期一（还有14天）');
    expect(sayDayFrom('2026-12-07', '2026-12-06')).toBe('12月7日 星期一（明天）');
    expect(sayDayFrom('2026-12-07', '2026-12-07')).toBe('12月7日 星期一（今天）');
  });

  test('a day of another year names the year, one of this year does not', () => {
    expect(sayDate('2027-01-05', '2026-12-07')).toBe('2027年1月5日');
    expect(sayDay('2026-12-07', '2026-01-01')).toBe('12月7日 星期一');
  });

  test('a day that was chosen names its year whatever year it is; none chosen is nothing', () => {
    expect(sayFullDate('2026-12-07')).toBe('2026年12月7日');
    expect(sayFullDate('')).toBe('');
  });

  test('a day that has passed', () => {
    expect(sayDaysLeft(-3)).toBe('已过3天');
  });

  test('hours without a leading nought', () => {
    expect(sayRange('08:30', '11:30')).toBe('8:30–11:30');
  });

  test('11:59 is morning, 12:00 is not', () => {
    expect(halfOf('11:59')).toBe('am');
    expect(halfOf('12:00')).toBe('pm');
  });
});
