/** What stays of a day that is over, and of whoever has their data deleted. In process. */
import { onClock } from '../../../cloudfunctions/reception/events/on-clock';
import { sweepDays } from '../../../cloudfunctions/reception/events/on-names-old';
import { accountOf } from '../../../cloudfunctions/shared/cipher';
import type { InProcessCloud } from '../../support/in-process';
import { DATE, TOWNSHIP } from './support/days';
import { day, last, plain, hold, bookingOf, resetDay, startDay } from './support/day-in-process';

jest.mock('../../../cloudfunctions/shared/database', () =>
  jest.requireActual<object>('../../support/memory-database'),
);

let cloud: InProcessCloud;
beforeAll(async () => {
  cloud = await startDay();
});
beforeEach(resetDay);

describe('when the day is over', () => {
  const AFTER = Date.parse('2026-12-08T09:00:00+08:00');

  test('the bounds and keys of its acts go, bookings and visits stay', async () => {
    const slip = await hold('o1');
    cloud.replace('days', [{ ...day(), visits: { [slip.place]: { s: 'met' } } }]);
    const kept = () => JSON.stringify([day().bookings, day().visits, day().place, day().by]);
    const before = kept();
    cloud.clock.set(AFTER);
    expect(await onClock([TOWNSHIP], AFTER, AFTER)).toBe(0);
    const due = (day() as { clearAt?: number }).clearAt ?? 0;
    expect(await onClock([TOWNSHIP], due - 1)).toBe(0);
    expect(day().acts).not.toEqual({});
    expect(await onClock([TOWNSHIP], Math.max(due, AFTER) + 1)).toBe(1);
    expect(day()).toMatchObject({ acts: {}, tries: {}, moves: {} });
    expect(day()).not.toHaveProperty('clearAt');
    expect(kept()).toBe(before);
    expect(await onClock([TOWNSHIP], Math.max(due, AFTER) + 2)).toBe(0);
  });

  test('past its time names and words go, who sat where and what came of it stays', async () => {
    const slip = await hold('o1', { phone: '13712345678', category: 'road' });
    const place = slip.place;
    cloud.replace('days', [{ ...day(), visits: { [place]: { s: 'met' } }, words: { [place]: 'x' } }]);
    const sweep = (before: string, limit = 5) =>
      sweepDays(TOWNSHIP, { before, after: '', limit, endsAt: Infinity }, AFTER);
    expect(await sweep(DATE)).toEqual({ after: '', more: false, count: 0 });
    expect(bookingOf(slip)).not.toHaveProperty('bare');
    expect(await sweep('2026-12-08', 1)).toEqual({ after: DATE, more: true, count: 1 });
    const bare = bookingOf(slip);
    expect(bare).toMatchObject({ bare: true, category: 'road', p: place, openid: '', keys: '' });
    expect(bare).not.toHaveProperty('phone');
    expect(bare?.name).not.toContain('王');
    expect(day()).not.toHaveProperty('words');
    expect([day().by, day().visits?.[place]?.s, day().place[place]]).toEqual([{}, 'met', slip.booking]);
    expect(last()).toMatchObject({
      row: { act: 'sweep', of: DATE, by: 'system', from: '', to: '' },
      event: { event: 'bookings-erased', about: { date: DATE } },
    });
    const { rev } = day();
    expect(await sweep('2026-12-08')).toEqual({ after: DATE, more: false, count: 1 });
    expect(day().rev).toBe(rev);
    const late = { before: '2026-12-08', after: '', limit: 5, endsAt: 0 };
    expect(await sweepDays(TOWNSHIP, late, AFTER)).toEqual({ after: '', more: true, count: 0 });
  });
});

describe('whoever has their data deleted', () => {
  test('is cancelled where they are still to come and a stranger there at once; others stay', async () => {
    const slip = await hold('o1');
    const other = await hold('o2', { place: 'h1-0830-2', name: '李先生' });
    const erased = await plain('o1', 'eraseOwn', {});
    expect(erased).toMatchObject({ data: { cancelled: 1, erased: 1, left: 0 } });
    expect(day().place[slip.place]).toBe(0);
    expect(day().bookings).not.toHaveProperty(accountOf('o1'));
    expect(
      Object.values(day().bookings)
        .flatMap((own) => Object.values(own))
        .filter(({ bare }) => bare),
    ).toMatchObject([{ state: 'cancelled', openid: '', keys: '' }]);
    expect(bookingOf(other)).toMatchObject({ state: 'booked', openid: 'o2' });
    expect(last()).toMatchObject({
      row: { act: 'erase', of: DATE, by: accountOf('o1') },
      event: { event: 'bookings-erased', about: { date: DATE } },
    });
    expect(await plain('o1', 'eraseOwn', {})).toMatchObject({ data: { cancelled: 0, erased: 0, left: 0 } });
    for (let n = 0; n < 3; n++) await plain('o1', 'eraseOwn', {});
    expect(await plain('o1', 'eraseOwn', {})).toMatchObject({ code: 'rate-limited' });
  });

  test('afterwards the place stays taken by a stranger, and what was said there is gone', async () => {
    const slip = await hold('o9', { phone: '13712345678' });
    cloud.replace('days', [
      { ...day(), visits: { [slip.place]: { s: 'met' } }, words: { [slip.place]: 'x', 'h1-0830-2': 'y' } },
    ]);
    cloud.clock.set(Date.parse('2026-12-08T09:00:00+08:00'));
    expect(await plain('o9', 'eraseOwn', {})).toMatchObject({ data: { cancelled: 0, erased: 1, left: 0 } });
    const holder = String(day().place[slip.place]);
    expect(holder).not.toBe(slip.booking);
    expect(bookingOf({ booking: holder })).toMatchObject({
      bare: true,
      state: 'booked',
      keys: '',
      openid: '',
    });
    expect(bookingOf({ booking: holder })).not.toHaveProperty('phone');
    expect([day().words, day().by]).toEqual([{ 'h1-0830-2': 'y' }, {}]);
  });
});
