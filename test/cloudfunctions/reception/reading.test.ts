/** What a villager reads: the next day and a later one, a day without a roster, the slips of before. In process. */
import { accountOf } from '../../../cloudfunctions/shared/cipher';
import type { DayDocument } from '../../../cloudfunctions/reception/days/rules/day-document';
import type { DayView, Slip } from '../../../miniprogram/contract/reception';
import type { InProcessCloud } from '../../support/in-process';
import { DATE, makeDay } from './support/days';
import { bookingOf, hold, plain, resetDay, startDay } from './support/day-in-process';

jest.mock('../../../cloudfunctions/shared/database', () =>
  jest.requireActual<object>('../../support/memory-database'),
);

let cloud: InProcessCloud;
beforeAll(async () => {
  cloud = await startDay();
});
beforeEach(resetDay);

const read = async (own: object = {}, openid = 'o1') => plain(openid, 'day', own);
const view = async (own: object = {}) => (await read(own)).data as DayView;
const days = () => cloud.documents<DayDocument>('days');
const at = (date: string, own: object = {}) => ({ ...makeDay({ date }), ...own });

test('the next day is the first that is not over', async () => {
  cloud.replace('days', [at('2026-12-01'), at(DATE), at('2026-12-14')]);
  expect((await view()).date).toBe('2026-12-01');
  cloud.clock.set(Date.parse('2026-12-01T17:00:00+08:00'));
  expect((await view()).date).toBe(DATE);
  cloud.replace('days', []);
  expect(await read()).toMatchObject({ code: 'not-found' });
});

test('the slips on it are the reader’s own', async () => {
  const slip = await hold('o1');
  expect((await view()).mine).toMatchObject([{ booking: slip.booking, place: slip.place }]);
  expect(((await read({}, 'o2')).data as DayView).mine).toEqual([]);
});

test('later: the first of the next six that can still be booked', async () => {
  const closed = { closesAt: { h1: 1, h2: 1 } };
  const half = { closesAt: { h1: 1, h2: Date.parse('2026-12-20T18:00:00+08:00') } };
  cloud.replace('days', [at(DATE), at('2026-12-14', closed), at('2026-12-21', half), at('2026-12-28')]);
  expect((await view({ after: DATE })).date).toBe('2026-12-21');
  expect((await view({ after: '2026-12-06' })).date).toBe(DATE);
  expect((await view({ after: '2026-12-21' })).date).toBe('2026-12-28');
  expect(await read({ after: '2026-12-28' })).toMatchObject({ code: 'not-found' });
  const six = ['08', '09', '10', '11', '14', '15'].map((n) => at(`2026-12-${n}`, closed));
  cloud.replace('days', [...six, at('2026-12-28')]);
  expect(await read({ after: DATE })).toMatchObject({ code: 'not-found' });
  cloud.replace('days', [...six.slice(1), at('2026-12-28')]);
  expect((await view({ after: DATE })).date).toBe('2026-12-28');
});

test('a named day: published, a draft without names, past, and none at all', async () => {
  const shown = await view({ date: DATE });
  expect(shown).toMatchObject({ date: DATE, state: 'published' });
  expect(shown.homes.map(({ home, open, times }) => [home, open, times.length > 0])).toEqual([
    ['h1', true, true],
    ['h2', true, true],
  ]);
  cloud.replace('days', [at(DATE, { state: 'draft' })]);
  const draft = await view({ date: DATE });
  expect(draft.state).toBe('unpublished');
  expect(
    draft.homes.flatMap(({ halves, times }) => [...halves.flatMap(({ seats }) => seats), ...times]),
  ).toEqual([]);
  expect(await view({ date: '2026-12-09' })).toEqual({
    date: '2026-12-09',
    state: 'unpublished',
    homes: [],
    mine: [],
  });
  expect((await view({ date: '2026-12-01' })).state).toBe('unpublished');
  expect((await view({ date: '2026-11-30' })).state).toBe('past');
  cloud.clock.set(Date.parse('2026-12-08T09:00:00+08:00'));
  expect((await view({ date: DATE })).state).toBe('past');
});

describe('where there is no roster yet', () => {
  const BH = { township: 'bh' };
  test('the calendar’s day and hours, without names; the roster’s own where it comes first', async () => {
    const planned = (await read(BH)).data as DayView;
    expect(planned).toMatchObject({ state: 'unpublished', mine: [], date: DATE });
    expect(planned.homes.length).toBeGreaterThan(0);
    for (const { halves, times, open } of planned.homes) {
      expect([times, open]).toEqual([[], false]);
      expect(halves.flatMap(({ seats }) => seats)).toEqual([]);
    }
    expect((await read({ ...BH, date: DATE })).data).toEqual(planned);
    const ours = (date: string, own: object = {}) => ({
      ...at(date, own),
      _id: `bh~${date}`,
      township: 'bh',
    });
    cloud.replace('days', [ours('2026-12-04')]);
    expect(((await read(BH)).data as DayView).date).toBe('2026-12-04');
    cloud.replace('days', [ours('2026-12-21')]);
    expect((await read(BH)).data).toMatchObject({ date: DATE, state: 'unpublished' });
    cloud.replace('days', [ours(DATE)]);
    expect((await read(BH)).data).toMatchObject({ date: DATE, state: 'published' });
    // Its roster has ended it today, though the calendar’s hours go on.
    const short = { homes: { h1: { am: { start: '08:30', end: '09:00' } } } };
    cloud.replace('days', [ours(DATE, short), ours('2027-01-05')]);
    cloud.clock.set(Date.parse('2026-12-07T09:30:00+08:00'));
    expect(((await read(BH)).data as DayView).date).toBe('2027-01-05');
  });
});

test('slips of before: twelve days a page, from the newest, today’s not among them', async () => {
  const slip = await hold('o1');
  const stored = bookingOf(slip);
  const [, short = ''] = slip.booking.split('-');
  const bookings = { [accountOf('o1')]: { [short]: stored } };
  const dates = Array.from({ length: 14 }, (_each, n) => `2026-11-${String(n + 10)}`);
  cloud.replace('days', [
    ...days(),
    ...dates.map((date) => at(date, { bookings })),
    at('2026-12-01', { bookings }),
  ]);
  const list = async (own: object = {}, openid = 'o1') =>
    (await plain(openid, 'listMine', own)).data as { slips: Slip[]; next?: string };
  const first = await list();
  expect(first.slips.map(({ date }) => date)).toEqual(dates.slice(2).reverse());
  expect(first.next).toBe(dates[2]);
  const second = await list({ before: first.next });
  expect(second.slips.map(({ date }) => date)).toEqual([dates[1], dates[0]]);
  expect(second).not.toHaveProperty('next');
  // Nobody looks ahead by it.
  expect(await list({ before: '2026-12-31' })).toEqual(first);
  expect(await list({ before: '2026-12-01' })).toEqual(first);
  expect(await list({}, 'o2')).toEqual({ slips: [], next: dates[2] });
});
