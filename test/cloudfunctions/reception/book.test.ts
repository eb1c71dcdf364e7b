import type { Slip } from '../../../miniprogram/contract/reception';
import { CLOSES_AT, DATE, makeDay, TOWNSHIP } from './support/days';
import {
  bookInput,
  findFaults,
  newKey,
  openReception,
  resetReception,
  type Reception,
} from './support/reception';

let reception: Reception;
beforeAll(async () => {
  reception = await openReception();
});
beforeEach(() => resetReception(reception));
afterEach(() => {
  // Who waits in these tests is only a name on a list.
  expect(findFaults({ ...reception.day(), waiting: {} })).toEqual([]);
});
afterAll(() => reception.close());

test('a booking is one database call, and the slip says all but who sits there', async () => {
  const answer = await reception.book('o1', { phone: '555-01', category: 'road' });
  expect(answer).toMatchObject({ ok: false, code: 'bad-input', details: { field: 'phone', why: 'phone' } });
  // As it is written on a slip of paper; the digits are kept.
  const booked = await reception.book('o1', { phone: '555-0100', category: 'road' });
  expect(booked).toMatchObject({ ok: true, cost: { calls: 1 } });
  expect(booked.data).toEqual({
    date: DATE,
    home: 'h1',
    place: 'h1-0830-1',
    time: '08:30',
    half: 'am',
    number: 1,
    state: 'booked',
    whom: 'self',
    name: '王先生',
    phone: '5550100',
    category: 'road',
    booking: expect.stringMatching(/^[0-9a-z]{16}-b[0-9a-z]{8}$/) as string,
    code: expect.stringMatching(/^[0-9A-HJKMNP-TV-Z]{5}$/) as string,
    keys: expect.stringMatching(/^[0-9a-z]{16}~[0-9a-z]{16}$/) as string,
  });
});

test('name and phone are nowhere in the clear, in the document or the log', async () => {
  await reception.book('o1', { name: '甲乙丙丁', phone: '5550123' });
  const stored = JSON.stringify(reception.day()) + reception.log.join('\n');
  expect(stored).not.toMatch(/甲乙丙丁|5550123/);
});

test('the same key answers the same, however often, and takes one place', async () => {
  const key = newKey();
  const first = await reception.book('o1', {}, key);
  const again = await reception.book('o1', {}, key);
  expect(again).toEqual({ ...first, cost: { calls: 2, examined: expect.any(Number) as number } });
  expect(reception.day().rev).toBe(2);
});

test('the same key answers the same place even when another was given than asked for', async () => {
  await reception.book('o1');
  const key = newKey();
  const given = await reception.book('o2', {}, key);
  expect((given.data as Slip).place).not.toBe('h1-0830-1');
  expect(await reception.book('o2', {}, key)).toMatchObject({ ok: true, data: given.data });
});

test('the same key with another body is refused', async () => {
  const key = newKey();
  await reception.book('o1', {}, key);
  const other = await reception.book('o1', { name: '李先生' }, key);
  expect(other).toMatchObject({ ok: false, code: 'key-reused', cost: { calls: 2 } });
});

test("another account's same key is another act", async () => {
  const key = newKey();
  await reception.book('o1', {}, key);
  expect(await reception.book('o2', { place: 'h1-0830-2' }, key)).toMatchObject({ ok: true });
});

test.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty', '00000000', '12345678'])(
  'the key %s is a key like any other',
  async (key) => {
    const first = await reception.book('o1', {}, key);
    expect(first).toMatchObject({ ok: true, cost: { calls: 1 } });
    expect(await reception.book('o1', {}, key)).toMatchObject({ ok: true, data: first.data });
  },
);

test('closes at 18:00:00 China time, not at 18:00:01', async () => {
  await reception.setClock(CLOSES_AT - 1_000);
  expect(await reception.book('o1')).toMatchObject({ ok: true });
  await reception.setClock(CLOSES_AT);
  const late = await reception.book('o2', { place: 'h1-0830-2' });
  expect(late).toMatchObject({ code: 'closed', details: { closesAt: CLOSES_AT }, cost: { calls: 2 } });
});

test('the same key is answered after closing too', async () => {
  const key = newKey();
  const booked = await reception.book('o1', {}, key);
  await reception.setClock('2026-12-09T00:00:00+08:00');
  expect(await reception.book('o1', {}, key)).toMatchObject({ ok: true, data: booked.data });
  expect(await reception.book('o1')).toMatchObject({ code: 'past-day', cost: { calls: 2 } });
});

test('no roster, a draft and a home that does not receive are not published', async () => {
  const none = await reception.book('o1', { date: '2026-12-08' });
  expect(none).toMatchObject({ code: 'not-published', cost: { calls: 2 } });
  const elsewhere = await reception.book('o1', { home: 'h9', place: 'h9-0830-1' });
  expect(elsewhere).toMatchObject({ code: 'not-published' });
  await reception.replaceDay(makeDay({ draft: true }));
  expect(await reception.book('o1')).toMatchObject({ code: 'not-published' });
});

test('one live booking per account for oneself', async () => {
  await reception.book('o1');
  const second = await reception.book('o1', { place: 'h1-0830-2' });
  expect(second).toMatchObject({ ok: false, code: 'already-booked', cost: { calls: 2 } });
});

test('family members are told apart by name; spaces, width and case do not make another person', async () => {
  await reception.book('o1', { whom: 'family', name: 'Ａda 李' });
  const same = await reception.book('o1', { whom: 'family', name: 'ada李', place: 'h1-0830-2' });
  expect(same).toMatchObject({ code: 'already-booked' });
  const other = await reception.book('o1', { whom: 'family', name: '李奶奶', place: 'h1-0830-2' });
  expect(other).toMatchObject({ ok: true });
});

test('the same name and phone is the same person, whoever books', async () => {
  await reception.book('o1', { whom: 'family', name: '李奶奶', phone: '021-5550100' });
  const again = await reception.book('o2', { name: '李奶奶', phone: '0215550100', place: 'h1-0830-2' });
  expect(again).toMatchObject({ code: 'book-in-person' });
  const sameNameOnly = await reception.book('o2', { name: '李奶奶', place: 'h1-0830-2' });
  expect(sameNameOnly).toMatchObject({ ok: true });
});

describe('asking about other people, by name and phone', () => {
  /** Somebody whom another account has booked. */
  const known = async (name: string, place: string) => {
    const person = { whom: 'family' as const, name, phone: '5550100' };
    await reception.hold(`o-${name}`, { ...person, place });
    return person;
  };

  test('three names an account and day; of a fourth one hears the same word, booked or not', async () => {
    for (const [at, name] of ['甲', '乙', '丙'].entries()) {
      const person = await known(name, ['h1-0830-1', 'h1-0830-2', 'h1-0900-3'][at] ?? '');
      const told = await reception.book('o1', { ...person, place: 'h1-0930-6' });
      expect(told).toMatchObject({ code: 'book-in-person', cost: { calls: 3 } });
      expect(await reception.book('o1', { ...person, place: 'h1-0930-6' })).toMatchObject({
        code: 'book-in-person',
        cost: { calls: 2 },
      });
    }
    const rev = reception.day().rev;
    const fourth = { whom: 'family' as const, name: '丁', phone: '5550100', place: 'h1-0930-6' };
    expect(await reception.book('o1', fourth)).toMatchObject({ code: 'book-in-person' });
    expect(reception.day().rev).toBe(rev);
    // Without a phone it is a name under the own account, which tells of nobody.
    const own = { whom: 'family' as const, name: '丁', place: 'h1-0930-6' };
    expect(await reception.book('o1', own)).toMatchObject({ ok: true });
  });

  test('bookings count as well: three people with their phones, cancelled, leave no fourth', async () => {
    for (const name of ['甲', '乙', '丙'])
      await reception.cancel('o1', await reception.hold('o1', { whom: 'family', name, phone: '5550100' }));
    const asked = (name: string) => reception.book('o1', { whom: 'family', name, phone: '5550100' });
    expect(await asked('丁')).toMatchObject({ code: 'book-in-person' });
    expect(await asked('乙')).toMatchObject({ ok: true });
  });

  test('what stands in the way whoever it is for says nothing of them, and so is asked as often as one likes', async () => {
    const booked = await known('甲', 'h1-0830-1');
    const nobody = { ...booked, name: '乙' };
    const namesBefore = Object.keys(reception.day().asked ?? {});
    const codes = async (own: object) => {
      const answers = [
        await reception.book('o1', { ...booked, ...own }),
        await reception.book('o1', { ...nobody, ...own }),
      ];
      return answers.map(({ code }) => code);
    };
    const free = Object.entries(reception.day().place).flatMap(([place, by]) =>
      by === 0 && /^h1-\d+-\d+$/.test(place) ? [place] : [],
    );
    const [at = '', ...others] = free.filter((place) => place.startsWith('h1-0900-'));
    for (const place of [at, ...others]) await reception.hold(`other-${place}`, { place });
    expect(await codes({ place: at, time: '09:00' })).toEqual(['full', 'full']);
    const [last, ...own] = free.filter((place) => !place.startsWith('h1-0900-'));
    for (const [n, place] of own.slice(0, 3).entries())
      await reception.hold('o1', { whom: 'family', name: `自家${String(n)}`, place });
    expect(await codes({ place: last })).toEqual(['too-many-bookings', 'too-many-bookings']);
    expect(Object.keys(reception.day().asked ?? {})).toEqual(namesBefore);
  });

  test('whoever deletes their data on the way can ask for no further name', async () => {
    for (const name of ['甲', '乙', '丙'])
      await reception
        .hold('o1', { whom: 'family', name, phone: '5550100', place: 'h1-0830-1' })
        .then((slip) => reception.cancel('o1', slip));
    const erased = await reception.act('eraseOwn', { township: 't1' }, { openid: 'o1', key: newKey() });
    expect(erased).toMatchObject({ ok: true, data: { erased: 3 } });
    const fourth = await reception.book('o1', { whom: 'family', name: '丁', phone: '5550100' });
    expect(fourth).toMatchObject({ code: 'book-in-person' });
  });

  test('twenty names at one instant are three', async () => {
    const names = Array.from({ length: 20 }, (_, n) => `某${String(n)}`);
    const answers = await Promise.all(
      names.map((name) => reception.book('o1', { whom: 'family', name, phone: '5550100' })),
    );
    expect(answers.filter(({ ok }) => ok).length).toBeLessThanOrEqual(3);
    expect(Object.values(reception.day().asked ?? {}).map((asked) => asked.length)).toEqual([3]);
  });
});

test('a day that was published with other bounds goes by them', async () => {
  await reception.replaceDay({ ...makeDay(), bounds: { bookings: 1, moves: 1 } });
  const slip = await reception.hold('o1');
  const second = { whom: 'family' as const, name: '乙', place: 'h1-0830-2' };
  const refused = { code: 'too-many-bookings', details: { most: 1 } };
  expect(await reception.book('o1', second)).toMatchObject(refused);
  expect(await reception.move('o1', slip, 'h1-1430-1')).toMatchObject({ ok: true });
  const again = await reception.move('o1', { ...slip, place: 'h1-1430-1' }, 'h1-0830-1');
  expect(again).toMatchObject({ code: 'too-many-moves', details: { most: 1 } });
});

test('three live bookings an account, the fourth is refused, and a cancelled one does not count', async () => {
  const own = (name: string, place: string) => ({ whom: 'family' as const, name, place });
  const first = await reception.hold('o1', own('甲', 'h1-0830-1'));
  await reception.hold('o1', own('乙', 'h1-0830-2'));
  await reception.hold('o1', own('丙', 'h1-0900-3'));
  const fourth = await reception.book('o1', own('丁', 'h1-0930-6'));
  expect(fourth).toMatchObject({ code: 'too-many-bookings', cost: { calls: 2 } });
  await reception.cancel('o1', first);
  expect(await reception.book('o1', own('丁', 'h1-0930-6'))).toMatchObject({ ok: true });
});

test('a loop of booking and cancelling ends after 25 bookings', async () => {
  for (let n = 0; n < 25; n++) await reception.cancel('o1', await reception.hold('o1'));
  expect(await reception.book('o1')).toMatchObject({ code: 'too-many-acts', cost: { calls: 2 } });
});

test('a lost place gives another within the wish, and only within it', async () => {
  await reception.hold('o1', { wish: { who: 'receiver', person: 'p1' } });
  const wish = { who: 'receiver', person: 'p1' } as const;
  const given = await reception.book('o2', { wish, half: 'am' });
  expect(given).toMatchObject({ ok: true, cost: { calls: 3 } });
  expect(reception.day().plan[(given.data as Slip).place]).toBe('h1-am-1');
  const onlyThen = await reception.book('o3', { wish, time: '08:30' });
  expect(onlyThen).toMatchObject({ ok: false, code: 'full', details: { free: 10 }, cost: { calls: 2 } });
});

test('a place that the roster no longer has gives another', async () => {
  expect(await reception.book('o1', { place: 'h1-0815-1' })).toMatchObject({ ok: true });
});

test('a time that people wait for is theirs', async () => {
  await reception.replaceDay({ ...makeDay(), waiting: { 'h1-0830': ['somebody'] } });
  const refused = await reception.book('o1', { time: '08:30' });
  expect(refused).toMatchObject({ code: 'waiting', cost: { calls: 2 } });
  const given = await reception.book('o1', { half: 'am' });
  expect((given.data as Slip).time).not.toBe('08:30');
});

test.each([
  ['a place kept for walk-ins', { place: 'h1-0930-5w' }, 'place'],
  ['a place of another home', { place: 'h2-0830-1' }, 'place'],
  ['a place outside the wished time', { time: '09:00' }, 'place'],
  ['a place outside the wished half-day', { half: 'pm' as const }, 'place'],
  ['an operator as township', { township: { $gt: '' } as never }, 'township'],
  ['a day that does not exist', { date: '2026-02-30' }, 'date'],
  ['a name of nothing', { name: ' \u200b' }, 'name'],
  ['a name of 21 characters', { name: '王'.repeat(21) }, 'name'],
  ['an unknown field', { owner: 'me' } as never, 'owner'],
])('%s is bad input, without a database call', async (_, own, field) => {
  const refused = await reception.book('o1', own);
  expect(refused).toMatchObject({ code: 'bad-input', details: { field }, cost: { calls: 0 } });
});

test('without identity or key nothing happens', async () => {
  const nobody = await reception.act('book', bookInput(), { key: newKey() });
  expect(nobody).toMatchObject({ code: 'no-identity', cost: { calls: 0 } });
  const keyless = await reception.act('book', bookInput(), { openid: 'o1' });
  expect(keyless).toMatchObject({ code: 'bad-input', details: { field: 'key' }, cost: { calls: 0 } });
});

test("another township's day stays as it is", async () => {
  await reception.replaceDay(makeDay({ township: 't2' }));
  const before = JSON.stringify([...reception.database.exportDocuments('days')]);
  expect(await reception.book('o1', { township: 't3' })).toMatchObject({ code: 'not-published' });
  expect(JSON.stringify([...reception.database.exportDocuments('days')])).toBe(before);
});

test('letters that nobody sees do not make another person: a joiner in the name, a filler', async () => {
  await reception.book('o1', { whom: 'family', name: '李奶奶', phone: '5550100' });
  for (const name of ['李\u200d奶奶', '李\u00ad奶奶', '李奶奶\ufe0f']) {
    const again = await reception.book('o2', { name, phone: '5550100', place: 'h1-0830-2' });
    expect(again).toMatchObject({ ok: false, code: 'book-in-person' });
  }
});

test('a booking called like a part of every object is none, and no fault of ours', async () => {
  const { data } = await reception.book('o1');
  const { booking, keys } = data as Slip;
  const odd = `${booking.split('-')[0] ?? ''}-constructor`;
  const asked = { township: TOWNSHIP, date: DATE, booking: odd, from: 'h1-0830-1' };
  const caller = { openid: 'o1', key: newKey() };
  expect(await reception.act('cancel', { ...asked, keys }, caller)).toMatchObject({
    code: 'bad-input',
  });
  const moved = { ...asked, place: 'h1-0830-2', wish: { who: 'any' } };
  expect(await reception.act('move', moved, caller)).toMatchObject({ code: 'bad-input' });
  const wall = { township: TOWNSHIP, date: DATE, home: 'constructor' };
  expect(await reception.act('wall', wall, caller)).toMatchObject({ code: 'bad-input' });
});

test.each(['0001-01-05', '0999-12-31', '9999-12-31'])('%s is no day to ask for', async (date) => {
  const answer = await reception.act('day', { township: TOWNSHIP, date }, { openid: 'o1' });
  expect(answer).toMatchObject({ ok: false, code: 'bad-input', details: { field: 'date' } });
});
