import { parseSchedule } from '../../../../local/cloudbase/timers/schedule';

const china = (text: string): number => Date.parse(`${text}+08:00`);

function nextThree(fields: string, from: string): string[] {
  const schedule = parseSchedule(fields);
  const due: string[] = [];
  let instant: number | undefined = china(from);
  while (due.length < 3) {
    instant = schedule.next(instant);
    if (instant === undefined) break;
    due.push(new Date(instant + 8 * 3_600_000).toISOString().slice(0, 19));
  }
  return due;
}

describe('a trigger of seven fields', () => {
  it('is read in China time: 02:00 of the first is 18:00 UTC of the day before', () => {
    const schedule = parseSchedule('0 0 2 1 * * *');
    expect(schedule.next(Date.parse('2026-12-31T17:59:59Z'))).toBe(Date.parse('2026-12-31T18:00:00Z'));
    expect(nextThree('0 0 2 1 * * *', '2026-12-31T00:00:00')).toEqual([
      '2027-01-01T02:00:00',
      '2027-02-01T02:00:00',
      '2027-03-01T02:00:00',
    ]);
  });

  it('is due strictly after the moment it is asked for', () => {
    expect(nextThree('0 */5 * * * * *', '2026-12-04T17:55:00')[0]).toBe('2026-12-04T18:00:00');
    expect(parseSchedule('0 */5 * * * * *').latest(china('2026-12-04T18:00:00'))).toBe(
      china('2026-12-04T18:00:00'),
    );
    expect(parseSchedule('0 */5 * * * * *').latest(china('2026-12-04T18:00:00') - 1)).toBe(
      china('2026-12-04T17:55:00'),
    );
  });

  it('takes day and weekday together for either of them', () => {
    expect(nextThree('0 0 9 5 * 1 *', '2027-01-01T00:00:00')).toEqual([
      '2027-01-04T09:00:00',
      '2027-01-05T09:00:00',
      '2027-01-11T09:00:00',
    ]);
  });

  it('reads the year, the leap day included, and ends with it', () => {
    expect(nextThree('0 0 0 29 2 * 2028', '2026-12-04T00:00:00')).toEqual(['2028-02-29T00:00:00']);
    expect(parseSchedule('0 0 0 1 1 * 2020').next(china('2026-12-04T00:00:00'))).toBeUndefined();
  });

  it.each([
    ['five fields of an ordinary cron', '0 2 1 * *'],
    ['six fields, the year left out', '0 0 2 1 * *'],
    ['an hour that does not exist', '0 0 24 * * * *'],
    ['words', 'every day at two'],
    ['nothing', ''],
  ])('refuses %s', (_why, fields) => {
    expect(() => parseSchedule(fields)).toThrow();
  });
});
