/** Whoever has their data deleted is a stranger on every day: what is still to come goes first, ten years back. In process. */
import { sweepDays } from '../../../cloudfunctions/reception/events/on-names-old';
import type { DayDocument, StoredBooking } from '../../../cloudfunctions/reception/days/rules/day-document';
import { visitorParty } from '../../../cloudfunctions/reception/days/parties-store';
import { accountOf, decryptField } from '../../../cloudfunctions/shared/cipher';
import type { Slip } from '../../../miniprogram/contract/reception';
import type { LocalDate } from '../../../miniprogram/contract/wire';
import type { InProcessCloud } from '../../support/in-process';
import { DATE, makeDay, TOWNSHIP } from './support/days';
import { ask, bookingOf, day, hold, last, plain, resetDay, startDay } from './support/day-in-process';
import { bookInput, newKey } from './support/reception';

jest.mock('../../../cloudfunctions/shared/database', () =>
  jest.requireActual<object>('../../support/memory-database'),
);

let cloud: InProcessCloud;
beforeAll(async () => {
  cloud = await startDay();
});
beforeEach(resetDay);

const PHONE = '13712345678';
const erase = async (openid: string, key = newKey()) => (await plain(openid, 'eraseOwn', {}, key)).data;
const days = () => cloud.documents<DayDocument>('days');
interface Bare extends StoredBooking {
  id: string;
  account: string;
}
/** Those that nobody is named in any more. */
const bareOf = (date: LocalDate = DATE): Bare[] =>
  Object.entries(day(date).bookings).flatMap(([account, own]) =>
    Object.entries(own)
      .filter(([, { bare }]) => bare)
      .map(([short, stored]) => ({ ...stored, account, id: `${account}-${short}` })),
  );
const dateAt = (n: number): LocalDate =>
  new Date(Date.parse('2026-12-01T00:00:00Z') + n * 86_400_000).toISOString().slice(0, 10);
const change = (changes: object, date: LocalDate = DATE) => {
  cloud.replace(
    'days',
    days().map((one) => (one.date === date ? { ...one, ...changes } : one)),
  );
};
const AFTER = Date.parse('2026-12-08T09:00:00+08:00');

test('what is still to come is cancelled, each as by a tap; then it is a stranger’s, one on all days', async () => {
  const other = '2026-12-14';
  cloud.replace('days', [makeDay(), makeDay({ date: other })]);
  const self = await hold('o1', { phone: PHONE, category: 'road' });
  const family = await hold('o1', { place: 'h1-0830-2', whom: 'family', name: '王奶奶' });
  const full = await hold('o2', { place: 'h1-1430-1', name: '李先生' });
  const waits = { home: 'h1', time: '14:30', whom: 'family', name: '王爷爷' };
  const waiting = (await ask('o1', 'wait', waits)).data as Slip;
  const then = (await plain('o1', 'book', bookInput({ date: other }))).data as Slip;
  const account = accountOf('o1');
  const known = visitorParty(TOWNSHIP, bookingOf(self) as StoredBooking, account);

  expect(await erase('o1')).toEqual({ cancelled: 4, erased: 4, left: 0 });
  const acts = day().history.map(({ act, of, by }) => [act, of, by]);
  expect(acts.slice(-4).sort()).toEqual(
    [
      ['cancel', self.booking, account],
      ['cancel', family.booking, account],
      ['leave', waiting.booking, account],
      ['erase', DATE, account],
    ].sort(),
  );
  expect(last()).toMatchObject({
    row: { act: 'erase', from: '', to: '' },
    event: { event: 'bookings-erased', about: { date: DATE } },
  });
  for (const date of [DATE, other]) {
    expect(day(date).bookings).not.toHaveProperty(account);
    expect(day(date).of[account] ?? []).toEqual([]);
    expect(Object.keys(day(date).by)).toEqual(date === DATE ? [accountOf('o2')] : []);
  }
  expect([self, family].map(({ place }) => day().place[place])).toEqual([0, 0]);
  expect(day(other).place[then.place]).toBe(0);
  expect(day().place[full.place]).toBe(full.booking);
  // Whom they asked for is known until the day is over: nobody asks for more people by deleting.
  expect(day().asked?.[account]).toHaveLength(1);

  const bare = bareOf();
  expect(new Set([...bare, ...bareOf(other)].map((one) => one.account)).size).toBe(1);
  expect(bare[0]?.account).toHaveLength(16);
  const names = bare.map(({ name }) => decryptField(name));
  for (const name of names) expect(name).toMatch(/^已删除[0-9a-z]{6}$/);
  // Three persons stay three.
  expect([new Set(names).size, new Set(bare.map(({ party }) => party)).size]).toEqual([3, 3]);
  const [mine] = bare.filter(({ category }) => category === 'road');
  // The key by which the ledger knew them leads nowhere any more.
  expect([known === undefined, mine?.party === known]).toEqual([false, false]);
  expect(mine).toEqual({
    id: mine?.id,
    account: mine?.account,
    state: 'cancelled',
    p: self.place,
    whom: 'self',
    category: 'road',
    name: mine?.name,
    party: expect.any(String) as string,
    keys: '',
    openid: '',
    at: cloud.clock.now(),
    bare: true,
  });
});

test('the same key makes the same stranger of somebody, another key another one', async () => {
  const at: string[] = [];
  for (const key of ['key-aaaaaa', 'key-aaaaaa', 'key-bbbbbb']) {
    resetDay();
    // The account's window is of this instance: another minute.
    cloud.clock.set(cloud.clock.now() + 61_000 * (at.length + 1));
    await hold('o3');
    await erase('o3', key);
    at.push(bareOf()[0]?.account ?? '');
  }
  expect([at[0] === at[1], at[0] === at[2]]).toEqual([true, false]);
});

test('who has come, or whose day has begun, keeps what is theirs until it is over', async () => {
  const gone = await hold('o4');
  await ask('o4', 'cancel', { booking: gone.booking, from: gone.place, keys: gone.keys });
  const slip = await hold('o4');
  change({ visits: { [slip.place]: { s: 'here' } } });
  expect(await erase('o4')).toEqual({ cancelled: 0, erased: 1, left: 1 });
  expect(Object.values(day().bookings[accountOf('o4')] ?? {})).toMatchObject([
    { state: 'booked', openid: 'o4' },
  ]);
  expect(day().by[accountOf('o4')]).toBe(slip.booking);
  expect(bareOf()).toHaveLength(1);
  change({ visits: {} });
  cloud.clock.set(Date.parse('2026-12-07T08:00:00+08:00'));
  expect(await erase('o4')).toEqual({ cancelled: 0, erased: 0, left: 1 });
  cloud.clock.set(AFTER);
  expect(await erase('o4')).toEqual({ cancelled: 0, erased: 1, left: 0 });
});

test('of a day that is over the place stays taken, its words go; what others hold by now stays theirs', async () => {
  const account = accountOf('o5');
  const gone = await hold('o5', { phone: PHONE });
  await ask('o5', 'cancel', { booking: gone.booking, from: gone.place, keys: gone.keys });
  const next = await hold('o6', { place: gone.place, name: '李先生' });
  const slip = await hold('o5', { place: 'h1-0830-2', phone: PHONE });
  const family = await hold('o5', { place: 'h1-0900-1', whom: 'family', name: '王奶奶' });
  const words = { [gone.place]: 'x', [slip.place]: 'y' };
  const stored = { ...bookingOf(slip), seat: 'h1-am-2' };
  const [, short = ''] = slip.booking.split('-');
  const own = { ...day().bookings[account], [short]: stored };
  // Somebody of that name and phone has the key by now.
  const [, person = ''] = slip.keys.split('~');
  const by = { ...day().by, [person]: next.booking };
  change({ words, by, bookings: { ...day().bookings, [account]: own } });
  cloud.clock.set(AFTER);

  expect(await erase('o5')).toEqual({ cancelled: 0, erased: 3, left: 0 });
  expect(day().words).toEqual({ [gone.place]: 'x' });
  expect(day().by).toEqual({ [accountOf('o6')]: next.booking, [person]: next.booking });
  expect(day().place[gone.place]).toBe(next.booking);
  expect(bookingOf(next)).toMatchObject({ openid: 'o6' });
  expect(day().asked ?? {}).not.toHaveProperty(account);
  const bare = bareOf();
  const at = (place: string) => bare.find(({ p, state }) => p === place && state === 'booked');
  expect(day().place[slip.place]).toBe(at(slip.place)?.id);
  expect(day().place[family.place]).toBe(at(family.place)?.id);
  expect(at(slip.place)).toMatchObject({ seat: 'h1-am-2', state: 'booked' });
  // Twice the same person is one still; the family member is another.
  const mine = bare.filter(({ whom }) => whom === 'self');
  expect(new Set(mine.map(({ party }) => party)).size).toBe(1);
  expect(new Set(mine.map(({ name }) => decryptField(name))).size).toBe(1);
  expect(at(family.place)?.party).not.toBe(mine[0]?.party);
  expect(await erase('o5')).toEqual({ cancelled: 0, erased: 0, left: 0 });
});

describe('as far as it looks', () => {
  /** One booking of the account on each of these days, with a day in between that has none of theirs. */
  const lay = (stored: StoredBooking | undefined, account: string, numbers: readonly number[]) => {
    const own = { [account]: { bxxxxxxxx: stored } };
    cloud.replace(
      'days',
      numbers.map((n, at) => ({
        ...makeDay({ date: dateAt(n) }),
        ...(at % 4 !== 3 && {
          bookings: own,
          place: { ...makeDay().place, 'h1-0830-1': `${account}-bxxxxxxxx` },
        }),
      })),
    );
  };
  const range = (n: number) => Array.from({ length: n }, (_each, at) => at);

  test('twelve days ahead', async () => {
    const stored = bookingOf(await hold('o7'));
    lay(
      stored,
      accountOf('o7'),
      range(14).map((n) => n + 1),
    );
    const cancelled = { cancelled: 9, erased: 9, left: 0 };
    expect(await erase('o7')).toEqual(cancelled);
    expect(day(dateAt(13)).bookings).toHaveProperty(accountOf('o7'));
  });

  test('a hundred and twenty days back', async () => {
    const stored = bookingOf(await hold('o8'));
    lay(
      stored,
      accountOf('o8'),
      range(124).map((n) => -1 - n),
    );
    expect(await erase('o8')).toEqual({ cancelled: 0, erased: 90, left: 0 });
    expect(day(dateAt(-121)).bookings).toHaveProperty(accountOf('o8'));
    // With nothing of theirs on the way.
    lay(
      stored,
      accountOf('o8'),
      range(30).map((n) => -1 - n),
    );
    cloud.replace(
      'days',
      days().filter(({ date }) => date <= dateAt(-20)),
    );
    expect(await erase('o8')).toMatchObject({ erased: 8 });
  });
});

test('whoever books beside it keeps their place, whichever comes first', async () => {
  for (const choices of [[0], [1], [0, 0, 1], [0, 1, 1], [0, 0, 0, 1], [0, 0, 0, 0, 1]]) {
    resetDay();
    cloud.clock.set(cloud.clock.now() + 61_000 * choices.length);
    const openid = `o-${choices.join('')}`;
    await hold(openid);
    const place = 'h1-0830-2';
    const [erased, booked] = await cloud.together(
      [() => plain(openid, 'eraseOwn', {}), () => ask('o9', 'book', bookInput({ place, name: '李先生' }))],
      choices,
    );
    expect([erased?.data, booked?.ok]).toEqual([{ cancelled: 1, erased: 1, left: 0 }, true]);
    expect(day().bookings).not.toHaveProperty(accountOf(openid));
    expect(day().place[place]).toBe((booked?.data as Slip).booking);
  }
});

test('past their time days are swept a few at a time; one person has one name in a year', async () => {
  const stored = bookingOf(await hold('o9'));
  const dates = ['2025-12-01', '2026-01-05', '2026-02-05'];
  const bookings = { [accountOf('o9')]: { bxxxxxxxx: stored } };
  cloud.replace(
    'days',
    dates.map((date) => ({ ...makeDay({ date }), bookings })),
  );
  const sweep = (after: string) =>
    sweepDays(TOWNSHIP, { before: '2026-12-08', after, limit: 2, endsAt: Infinity }, AFTER);
  const [, second = '', third = ''] = dates;
  expect(await sweep('')).toEqual({ after: second, more: true, count: 2 });
  expect(await sweep(second)).toEqual({ after: third, more: true, count: 2 });
  expect(await sweep(third)).toEqual({ after: third, more: false, count: 1 });
  const names = dates.flatMap((date) => bareOf(date).map(({ name }) => decryptField(name)));
  expect(names).toHaveLength(3);
  expect([names[0] === names[1], names[1] === names[2]]).toEqual([false, true]);
});
