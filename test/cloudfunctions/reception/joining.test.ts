/** Who may wait for a home and time, and that nobody waits beside a place that came free meanwhile. In process. */
import { codeOf } from '../../../cloudfunctions/reception/booking/booking-ids';
import { accountOf } from '../../../cloudfunctions/shared/cipher';
import type { Slip } from '../../../miniprogram/contract/reception';
import type { Answer } from '../../support/cloud';
import type { InProcessCloud } from '../../support/in-process';
import { DATE } from './support/days';
import { any, ask, bookingOf, day, hold, once, resetDay, startDay } from './support/day-in-process';

jest.mock('../../../cloudfunctions/shared/database', () =>
  jest.requireActual<object>('../../support/memory-database'),
);

let cloud: InProcessCloud;
beforeAll(async () => {
  cloud = await startDay();
});
beforeEach(resetDay);

const LIST = 'h1-1430';
/** The one place of that time that may be booked. */
const PLACE = 'h1-1430-1';
const wish = (name: string, own: object = {}) => ({ home: 'h1', time: '14:30', whom: 'self', name, ...own });
const wait = (openid: string, own: object = {}) => ask(openid, 'wait', wish(openid, own));
const change = (changes: object) => {
  cloud.replace('days', [{ ...day(), ...changes }]);
};
/** What the day is like, to whoever asks. */
type Laid = object | ((me: string) => object);
const layFor = (laid: Laid) => {
  change(typeof laid === 'function' ? (laid as (me: string) => object)(accountOf('o1')) : laid);
};
const said = ({ code, details }: Answer) => [code, details];

test('at most ten wait for one time; each stands at its end, with a slip of its own', async () => {
  const full = await hold('o-full', { place: PLACE });
  const ids: string[] = [];
  for (let n = 0; n < 10; n++) ids.push(((await wait(`w${String(n)}`)).data as Slip).booking);
  expect(day().waiting[LIST]).toEqual(ids);
  expect(said(await wait('w10'))).toEqual(['list-full', undefined]);
  const first = bookingOf({ booking: ids[0] ?? '' });
  expect(first).toMatchObject({ state: 'waiting', p: `${LIST}-0`, whom: 'self', openid: 'w0' });
  expect(day().of[accountOf('w0')]).toEqual([ids[0]]);
  expect(day().by[accountOf('w0')]).toBe(ids[0]);
  expect(day().place[PLACE]).toBe(full.booking);
});

test('under the same key the same slip, with another body none', async () => {
  await hold('o-full', { place: PLACE });
  const input = wish('王先生', { phone: '13712345678', category: 'road' });
  const { data } = await once('o1', 'wait', input, { name: '别人' });
  expect(data).toMatchObject({
    state: 'waiting',
    number: 0,
    phone: '13712345678',
    category: 'road',
    time: '14:30',
  });
  expect(day().waiting[LIST]).toHaveLength(1);
  expect(day().asked?.[accountOf('o1')]).toHaveLength(1);
});

describe('not', () => {
  beforeEach(async () => {
    await hold('o-full', { place: PLACE });
  });

  test.each<[string, Laid, object, string, object | undefined]>([
    ['at a time that the home has not', {}, { time: '12:30' }, 'bad-input', { field: 'time' }],
    ['where a place is free', {}, { time: '08:30' }, 'not-full', { free: 2 }],
    ['on a day that is not published', { state: 'draft' }, {}, 'not-published', undefined],
    ['at a home that does not receive', {}, { home: 'h9' }, 'not-published', undefined],
    ['after closing', { closesAt: { h1: 1, h2: 1 } }, {}, 'closed', { closesAt: 1 }],
    ['in a closed township', { closesAt: { h1: 0, h2: 0 } }, {}, 'township-closed', undefined],
    [
      'who holds as many as may be',
      (me: string) => ({ of: { [me]: ['a', 'b', 'c'] } }),
      {},
      'too-many-bookings',
      { most: 3 },
    ],
    [
      'who has tried too often',
      (me: string) => ({ tries: { [me]: Array<number>(25).fill(0) } }),
      {},
      'too-many-acts',
      undefined,
    ],
    [
      'who has a booking there',
      (me: string) => ({ by: { [me]: `${me}-b1` } }),
      {},
      'already-booked',
      undefined,
    ],
  ])('%s', async (_what, laid, own, code, details) => {
    layFor(laid);
    const { rev } = day();
    expect(said(await wait('o1', own))).toEqual([code, details]);
    expect(day().rev).toBe(rev);
  });

  test('on a day that is not there, or is over', async () => {
    cloud.replace('days', []);
    expect(said(await wait('o1'))).toEqual(['not-published', undefined]);
    cloud.clock.set(Date.parse('2026-12-08T09:00:00+08:00'));
    expect(said(await wait('o1'))).toEqual(['past-day', undefined]);
  });

  test('for somebody of that name and phone who is booked: said as of anybody, and counted once', async () => {
    const phone = '13712345678';
    const named = { phone, name: '王先生' };
    await hold('o2', named);
    const asked = () => day().asked?.[accountOf('o1')] ?? [];
    for (const own of [named, named]) {
      expect(said(await wait('o1', { ...own, whom: 'family' }))).toEqual(['book-in-person', undefined]);
      expect(asked()).toHaveLength(1);
    }
    for (const n of [1, 2]) {
      const { data } = await wait('o1', { whom: 'family', name: `第${String(n)}位`, phone });
      await ask('o1', 'cancel', {
        booking: (data as Slip).booking,
        from: `${LIST}-0`,
        keys: (data as Slip).keys,
      });
    }
    expect(asked()).toHaveLength(3);
    // No fourth name; those that were asked for before may be asked for again.
    expect(said(await wait('o1', { whom: 'family', name: '第3位', phone }))).toEqual([
      'book-in-person',
      undefined,
    ]);
    expect(asked()).toHaveLength(3);
    expect(await wait('o1', { whom: 'family', name: '第2位', phone })).toMatchObject({ ok: true });
  });
});

describe('what comes between reading and writing', () => {
  /** The reader reads, the others do all of theirs, the reader writes. */
  const between = (reader: () => Promise<Answer>, other: () => Promise<Answer>) =>
    cloud.together([reader, other], [0, 0, ...Array<number>(40).fill(1)]);
  let full: Slip;
  beforeEach(async () => {
    full = await hold('o-full', { place: PLACE });
  });
  const leave = () => ask('o-full', 'cancel', { booking: full.booking, from: PLACE, keys: full.keys });

  test('the place comes free: nobody waits beside it', async () => {
    const [waited, left] = await between(() => wait('o1'), leave);
    expect([said(waited as Answer), left?.ok]).toEqual([['not-full', { free: 1 }], true]);
    expect(day().waiting[LIST] ?? []).toEqual([]);
  });

  test('places are added', async () => {
    const [waited] = await between(
      () => wait('o1'),
      () => ask('o-staff', 'addPlaces', { seat: 'h1-pm-1', time: '14:30', count: 1 }),
    );
    expect(said(waited as Answer)).toEqual(['not-full', { free: 1 }]);
    expect(day().added).toEqual({ [LIST]: 1 });
    // Once it is taken, those that were added before do not stand in the way.
    const added = Object.keys(day().place).filter(
      (place) => place.startsWith(LIST) && day().place[place] === 0,
    );
    for (const [n, place] of added.entries())
      await hold(`o-more${String(n)}`, { place, name: `第${String(n)}位` });
    expect(await wait('o1')).toMatchObject({ ok: true });
  });

  test('a closed place opens', async () => {
    await leave();
    const block = (own: object) =>
      ask('o-staff', 'blockPlaces', { places: [PLACE], confirmed: true, ...own });
    await hold('o-full2', { place: PLACE, name: '李先生' });
    await block({ reason: '停电' });
    const { data } = await wait('o1');
    expect((data as Slip).state).toBe('waiting');
    // Where somebody waits already the list is joined, though the place is closed.
    expect(await wait('o2')).toMatchObject({ ok: true });
    const other = bookingOf({ booking: String(day().place[PLACE]) });
    const out = { booking: String(day().place[PLACE]), from: PLACE, keys: other?.keys ?? '' };
    const [waited, left] = await between(
      () => wait('o3'),
      () => ask('o-full2', 'cancel', out),
    );
    // Closed and empty now: nobody would ever get it.
    expect([said(waited as Answer)[0], left?.ok]).toEqual(['full', true]);
  });

  test('the last but one and the last of a list come at once: eleven never wait', async () => {
    for (let n = 0; n < 9; n++) await wait(`w${String(n)}`);
    const [one, other] = await between(
      () => wait('o1'),
      () => wait('o2'),
    );
    expect([said(one as Answer)[0], other?.ok]).toEqual(['list-full', true]);
    expect(day().waiting[LIST]).toHaveLength(10);
  });

  test('all leave the list: it is begun anew', async () => {
    const slip = (await wait('o1')).data as Slip;
    const away = { booking: slip.booking, from: slip.place, keys: slip.keys };
    const [waited] = await between(
      () => wait('o2'),
      () => ask('o1', 'cancel', away),
    );
    expect(day().waiting[LIST]).toEqual([(waited?.data as Slip).booking]);
  });

  test('the same person twice at once is one', async () => {
    const [one, other] = await between(
      () => wait('o1'),
      () => wait('o1'),
    );
    expect([said(one as Answer)[0], other?.ok]).toEqual(['already-booked', true]);
    expect(day().of[accountOf('o1')]).toHaveLength(1);
  });

  test('the day is closed or withdrawn', async () => {
    for (const [changes, code] of [
      [{ closesAt: { h1: 1, h2: 1 } }, 'closed'],
      [{ state: 'draft' }, 'not-published'],
      [{ banned: { [accountOf('o1')]: { until: DATE, reason: '闹事' } } }, 'barred'],
    ] as const) {
      const before = day();
      const [waited] = await between(
        () => wait('o1'),
        () => {
          change(changes);
          return Promise.resolve({ ok: true } as Answer);
        },
      );
      expect((waited as Answer).code).toBe(code);
      cloud.replace('days', [before]);
    }
  });
});

describe('an entry on behalf is taken over', () => {
  const entered = async (place = 'h1-0830-1', name = '柳奶奶') => {
    const input = { ...any, home: 'h1', place, name, village: 'v1' };
    return (await ask('o-helper', 'bookFor', input)).data as Slip;
  };
  const taking = (slip: Slip, own: object = {}) => ({
    home: 'h1',
    half: 'am',
    number: slip.number,
    code: codeOf(slip.booking),
    ...own,
  });
  const WRONG = ['AAAAA', 'BBBBB', 'CCCCC', 'DDDDD', 'EEEEE', 'FFFFF'];

  test('five wrong codes and no more; the same one twice is one; the right one is no wrong try', async () => {
    const slip = await entered();
    for (const [n, code] of WRONG.slice(0, 4).entries()) {
      expect(said(await ask('o1', 'takeOver', taking(slip, { code })))).toEqual([
        'code-wrong',
        { left: 4 - n },
      ]);
      expect(said(await ask('o1', 'takeOver', taking(slip, { code })))).toEqual([
        'code-wrong',
        { left: 4 - n },
      ]);
    }
    expect(await ask('o1', 'takeOver', taking(slip))).toMatchObject({ ok: true });
    expect(day().wrong?.[accountOf('o1')]).toHaveLength(4);
    const second = await entered('h1-0830-2', '张爷爷');
    expect(said(await ask('o1', 'takeOver', taking(second, { code: 'GGGGG' })))).toEqual([
      'code-wrong',
      { left: 0 },
    ]);
    expect(said(await ask('o1', 'takeOver', taking(second)))).toEqual(['code-locked', undefined]);
  });

  test.each<[string, Laid, object, string]>([
    ['of another home', {}, { home: 'h2' }, 'code-wrong'],
    ['of another half-day', {}, { half: 'pm' }, 'code-wrong'],
    ['of another number', {}, { number: 2 }, 'code-wrong'],
    ['on a day that is not published', { state: 'draft' }, {}, 'not-published'],
    ['in a closed township', { closesAt: { h1: 0 } }, {}, 'township-closed'],
    [
      'by who holds as many as may be',
      (me: string) => ({ of: { [me]: ['a', 'b', 'c'] } }),
      {},
      'too-many-bookings',
    ],
  ])('not %s', async (_what, laid, own, code) => {
    const slip = await entered();
    layFor(laid);
    expect((await ask('o1', 'takeOver', taking(slip, own))).code).toBe(code);
    expect(day().place[slip.place]).toBe(slip.booking);
  });

  test('nobody’s own booking is found by number and code; the person is not booked there twice', async () => {
    const own = await hold('o2', { place: 'h1-0830-2' });
    expect((await ask('o1', 'takeOver', taking(own))).code).toBe('code-wrong');
    await hold('o1', { whom: 'family', name: '柳奶奶', place: 'h1-0900-1' });
    const slip = await entered();
    expect((await ask('o1', 'takeOver', taking(slip))).code).toBe('already-booked');
    expect(await ask('o3', 'takeOver', taking(slip))).toMatchObject({ ok: true });
    expect((await ask('o4', 'takeOver', taking(slip))).code).toBe('code-wrong');
  });
});
