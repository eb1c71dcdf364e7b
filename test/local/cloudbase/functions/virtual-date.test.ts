import { installVirtualDate, setDateOffset } from '../../../../local/cloudbase/functions/virtual-date';

const RealDate = Date;
const DAY_MS = 86_400_000;

beforeAll(() => {
  setDateOffset(10 * DAY_MS);
  installVirtualDate();
});
afterAll(() => {
  globalThis.Date = RealDate;
  RealDate.prototype.constructor = RealDate;
});

const expectTenDaysOn = (instant: number): void => {
  // Date() itself tells whole seconds, and a busy machine takes its time: an hour is near enough to ten days.
  expect(Math.abs(instant - RealDate.now() - 10 * DAY_MS)).toBeLessThan(DAY_MS / 24);
};

describe('the Date of an instance', () => {
  it('tells the virtual time by every way of asking', () => {
    expect(Date).not.toBe(RealDate);
    expectTenDaysOn(Date.now());
    expectTenDaysOn(new Date().getTime());
    expectTenDaysOn(Date.parse(Date()));
    expectTenDaysOn((Reflect.construct(Date, []) as Date).getTime());
  });

  it('follows the next offset at once', () => {
    setDateOffset(-DAY_MS);
    expect(RealDate.now() - Date.now()).toBeGreaterThan(DAY_MS - 1000);
    setDateOffset(10 * DAY_MS);
  });

  it('keeps every other constructor and the static functions', () => {
    expect(new Date(0).toISOString()).toBe('1970-01-01T00:00:00.000Z');
    expect(new Date(undefined as unknown as number).getTime()).toBeNaN();
    expect(new Date('2026-12-04T18:00:00+08:00').getTime()).toBe(Date.UTC(2026, 11, 4, 10));
    expect(new Date(2026, 11, 4).getMonth()).toBe(11);
    expect(Date.UTC(2026, 0)).toBe(RealDate.UTC(2026, 0));
    expect(Date.length).toBe(7);
    expect(Date.name).toBe('Date');
  });

  it('makes and knows real dates, so that libraries take them for such', () => {
    const date = new Date();
    expect(date instanceof Date).toBe(true);
    expect(date instanceof RealDate).toBe(true);
    expect(new RealDate(0) instanceof Date).toBe(true);
    expect(Object.prototype.toString.call(date)).toBe('[object Date]');
    expect(date.constructor).toBe(Date);
    expect(JSON.stringify({ at: new Date(0) })).toBe('{"at":"1970-01-01T00:00:00.000Z"}');
    expect(structuredClone(date).getTime()).toBe(date.getTime());
  });

  it('can be extended', () => {
    class Later extends Date {
      plusDay(): number {
        return this.getTime() + DAY_MS;
      }
    }
    const later = new Later();
    expect(later).toBeInstanceOf(Later);
    expect(later).toBeInstanceOf(Date);
    expectTenDaysOn(later.getTime());
    expect(new Later(5).plusDay()).toBe(DAY_MS + 5);
  });
});
