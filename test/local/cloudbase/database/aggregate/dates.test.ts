import * as fc from 'fast-check';
import { failureOf, openWithSdk, seeds, type WithSdk } from '../harness';
import {
  fromLocal,
  isoWeek,
  isoWeekYear,
  toLocal,
  week,
} from '../../../../../local/cloudbase/database/aggregate/zones';
import type { DateName, SdkExpressions } from '../sdk';

let sdk: WithSdk;
let $: SdkExpressions;
beforeAll(async () => {
  sdk = await openWithSdk();
  $ = sdk.db.command.aggregate;
  await sdk.database.importDocuments('items', [{ _id: 1, date: new Date(1_557_826_731_686), text: 'x' }]);
});
afterAll(() => sdk.close());

const value = async (expression: unknown): Promise<unknown> => {
  const { data } = await sdk.db.collection('items').aggregate().project({ _id: 0, value: expression }).end();
  return (data[0] as { value?: unknown }).value;
};

describe('parts of 2019-05-14T09:38:51.686Z, a Tuesday', () => {
  it.each<[DateName, number]>([
    ['year', 2019],
    ['month', 5],
    ['dayOfMonth', 14],
    ['hour', 9],
    ['minute', 38],
    ['second', 51],
    ['millisecond', 686],
    ['dayOfYear', 134],
    ['dayOfWeek', 3],
    ['week', 19],
    ['isoDayOfWeek', 2],
    ['isoWeek', 20],
    ['isoWeekYear', 2019],
  ])('%s', async (operator, expected) => {
    expect(await value($[operator]('$date'))).toBe(expected);
    expect(await value($[operator]({ date: '$date' }))).toBe(expected);
    expect(await value($[operator]('$missing'))).toBeNull();
  });

  it.each([
    ['Asia/Shanghai', 17],
    ['+08:00', 17],
    ['+0530', 15],
    ['-0030', 9],
    ['-03', 6],
    ['America/New_York', 5],
    ['UTC', 9],
  ])('the hour in %s', async (timezone, expected) => {
    expect(await value($.hour({ date: '$date', timezone }))).toBe(expected);
  });

  it('refuses what is no date and a zone that does not exist', async () => {
    expect((await failureOf(value($.year('$text')))).message).toContain('string to Date');
    expect((await failureOf(value($.year({ date: '$date', timezone: 'Mars/Base' })))).message).toContain(
      'time zone',
    );
  });
});

describe('dateToString', () => {
  const text = (spec: object): Promise<unknown> => value($.dateToString({ date: '$date', ...spec }));

  it('writes ISO text by default, without Z in another zone', async () => {
    expect(await text({})).toBe('2019-05-14T09:38:51.686Z');
    expect(await text({ timezone: 'Asia/Shanghai' })).toBe('2019-05-14T17:38:51.686');
  });

  it('writes every field of the manual', async () => {
    const format = '%Y|%m|%d|%H|%M|%S|%L|%j|%w|%u|%U|%V|%G|%z|%Z|%%';
    expect(await text({ format, timezone: '+08:00' })).toBe(
      '2019|05|14|17|38|51|686|134|3|2|19|20|2019|+0800|+480|%',
    );
  });

  it('gives what is asked for when there is no date', async () => {
    expect(await text({ date: '$none', onNull: 'none' })).toBe('none');
    expect(await text({ date: '$none' })).toBeNull();
  });

  it('refuses a letter the manual does not have', async () => {
    expect((await failureOf(text({ format: '%Q' }))).message).toContain('%Q');
  });
});

describe('dateFromParts', () => {
  const made = (spec: object): Promise<unknown> => value($.dateFromParts(spec));

  it('takes the offset of that day, not of today', async () => {
    const spec = { year: 2017, hour: 12, timezone: 'America/New_York' };
    expect(await made({ ...spec, month: 2, day: 8 })).toEqual(new Date('2017-02-08T17:00:00.000Z'));
    expect(await made({ ...spec, month: 7, day: 8 })).toEqual(new Date('2017-07-08T16:00:00.000Z'));
  });

  it('carries parts over', async () => {
    expect(await made({ year: 2017, month: 14, day: 1, hour: 25 })).toEqual(
      new Date('2018-02-02T01:00:00.000Z'),
    );
    expect(await made({ year: 2017, month: 2, day: 31 })).toEqual(new Date('2017-03-03T00:00:00.000Z'));
    expect(await made({ year: 2017, month: 0, day: 0 })).toEqual(new Date('2016-11-30T00:00:00.000Z'));
  });

  it('is null when a part is', async () => {
    expect(await made({ year: 2017, month: null })).toBeNull();
  });
});

describe('dateFromString', () => {
  const parsed = (spec: object): Promise<unknown> => value($.dateFromString(spec));

  it('reads ISO text in its own zone, in a given one, or in UTC', async () => {
    expect(await parsed({ dateString: '2019-05-14T09:38:51.686Z' })).toEqual(new Date(1_557_826_731_686));
    expect(await parsed({ dateString: '2019-05-14T09:38:51.6+08:00' })).toEqual(
      new Date('2019-05-14T01:38:51.600Z'),
    );
    expect(await parsed({ dateString: '2019-05-14', timezone: 'Asia/Shanghai' })).toEqual(
      new Date('2019-05-13T16:00:00Z'),
    );
    expect(await parsed({ dateString: '2019-05-14 10:00' })).toEqual(new Date('2019-05-14T10:00:00Z'));
  });

  it('reads text by a format', async () => {
    expect(await parsed({ dateString: '5.12.2026', format: '%d.%m.%Y' })).toEqual(
      new Date('2026-12-05T00:00:00Z'),
    );
  });

  it('answers onNull, onError, or refuses', async () => {
    expect(await parsed({ dateString: '$none', onNull: 0 })).toBe(0);
    expect(await parsed({ dateString: 'soon', onError: 'never' })).toBe('never');
    for (const dateString of ['soon', '2019-13-01', '2019-02-30', '2019-01-01T25:00']) {
      expect((await failureOf(parsed({ dateString }))).message).toContain('Error parsing date string');
    }
    expect((await failureOf(parsed({ dateString: '2019-01-01T00:00Z', timezone: 'UTC' }))).message).toContain(
      'time zone',
    );
  });
});

describe('weeks', () => {
  it('of the ISO kind agree with the Thursday rule at the turn of years', () => {
    const at = (text: string): [number, number] => {
      const date = new Date(text);
      return [isoWeekYear(date), isoWeek(date)];
    };
    expect(at('2021-01-03')).toEqual([2020, 53]);
    expect(at('2021-01-04')).toEqual([2021, 1]);
    expect(at('2024-12-30')).toEqual([2025, 1]);
    expect(at('2026-12-31')).toEqual([2026, 53]);
  });

  it('of the Sunday kind begin on the first Sunday', () => {
    expect(week(new Date('2022-01-01'))).toBe(0);
    expect(week(new Date('2022-01-02'))).toBe(1);
    expect(week(new Date('2023-01-01'))).toBe(1);
  });
});

describe('zones', () => {
  it('lead back from local time to the instant, except in the hour a clock is set back', () => {
    const zone = fc.constantFrom(
      'Asia/Shanghai',
      'America/New_York',
      'Europe/Berlin',
      '+08:00',
      '-0330',
      undefined,
    );
    const instant = fc.integer({ min: Date.parse('2000-01-01'), max: Date.parse('2040-01-01') });
    fc.assert(
      fc.property(zone, instant, (name, at) => {
        const local = toLocal(at, name).getTime();
        const back = fromLocal(local, name).getTime();
        expect(toLocal(back, name).getTime()).toBe(local);
        expect(Math.abs(back - at)).toBeLessThanOrEqual(3_600_000);
      }),
      { numRuns: seeds(5_000) },
    );
  });
});
