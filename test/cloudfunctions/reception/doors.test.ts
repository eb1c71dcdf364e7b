/** Who may enter whom where, by which of their roles, and what is refused at each door. In process. */
import { invite } from '../../../local/townships/grants';
import { codeOf } from '../../../cloudfunctions/reception/booking/booking-ids';
import { accountOf } from '../../../cloudfunctions/shared/cipher';
import type { DeskRow } from '../../../miniprogram/contract/desk';
import type { Slip } from '../../../miniprogram/contract/reception';
import type { Answer } from '../../support/cloud';
import type { InProcessCloud } from '../../support/in-process';
import { any, ask, bookingOf, day, hold, resetDay, startDay } from './support/day-in-process';
import { DATE, makeDay, TOWNSHIP } from './support/days';
import { DAY_MORNING } from './support/desk';
import { bookInput } from './support/reception';

jest.mock('../../../cloudfunctions/shared/database', () =>
  jest.requireActual<object>('../../support/memory-database'),
);

let cloud: InProcessCloud;
beforeAll(async () => {
  cloud = await startDay();
});
beforeEach(resetDay);

const morning = () => {
  cloud.clock.set(Date.parse(DAY_MORNING));
};
const change = (changes: object) => {
  cloud.replace('days', [{ ...day(), ...changes }]);
};
const said = ({ ok, code, details }: Answer) => (ok ? 'ok' : details === undefined ? code : [code, details]);
const grant = (code: string, own: object) =>
  invite(TOWNSHIP, { code, role: 'helper', name: '某', openid: 'o', ...own }, cloud.clock.now());
const also = (...grants: readonly object[]) => {
  cloud.replace('invitations', [...cloud.documents<object>('invitations'), ...grants]);
};

/** Who may bring somebody to which seat, whether they just come or had booked. */
const AT_SEATS: readonly [who: string, openid: string, own: object, expected: unknown][] = [
  ['the office, naming no seat', 'o-staff', {}, 'ok'],
  ['the office, naming a seat', 'o-staff', { seat: 'h1-am-2' }, 'ok'],
  [
    'the office, naming a seat that nobody has',
    'o-staff',
    { seat: 'h1-am-9' },
    ['bad-input', { field: 'seat' }],
  ],
  ['who sits there, naming the seat', 'o-p1', { seat: 'h1-am-1' }, 'ok'],
  ['who sits there, naming none', 'o-p1', {}, 'not-allowed'],
  ['who sits there, naming the neighbour’s', 'o-p1', { seat: 'h1-am-2' }, 'not-allowed'],
  ['a deputy who is of the office too, naming none', 'o-both', {}, 'ok'],
  ['a deputy who is of the office too, naming another’s', 'o-both', { seat: 'h1-am-1' }, 'ok'],
];

describe('who just comes', () => {
  const input = (own: object = {}) => ({ home: 'h1', half: 'am', place: 'h1-0830-3w', name: '老周', ...own });
  /** The place that the desk offers. */
  const next = async () =>
    ((await ask('o-staff', 'desk', { home: 'h1', half: 'am' })).data as { next: string }).next;

  test.each<[string, string, object, unknown]>([
    ...AT_SEATS,
    ['who sits there, naming one that nobody has', 'o-p1', { seat: 'h1-am-9' }, 'not-allowed'],
    ['a deputy who sits nowhere', 'o-p9', { seat: 'h1-am-1' }, 'not-allowed'],
  ])('%s', async (_who, openid, own, expected) => {
    morning();
    const answer = await ask(openid, 'walkIn', input({ place: await next(), ...own }));
    expect(said(answer)).toEqual(expected);
    const { data } = answer as { data?: { booking: string } };
    if (!data) return;
    const stored = bookingOf(data);
    expect(stored).toMatchObject({ whom: 'self', state: 'booked', openid: '' });
    expect(stored?.seat).toBe('seat' in own ? own.seat : undefined);
  });

  test('not where nobody receives, on no other day, nor under another home’s name', async () => {
    morning();
    expect(said(await ask('o-staff', 'walkIn', input({ home: 'h2', half: 'pm', place: 'h2-1430-1' })))).toBe(
      'not-published',
    );
    expect(said(await ask('o-staff', 'walkIn', input({ half: 'pm' })))).toEqual([
      'bad-input',
      { field: 'place' },
    ]);
    expect(said(await ask('o-staff', 'walkIn', input({ seat: 'h2-am-1' })))).toEqual([
      'bad-input',
      { field: 'seat' },
    ]);
    expect(said(await ask('o-staff', 'walkIn', input({ date: '2026-12-08' })))).toBe('not-today');
    change({ state: 'draft' });
    expect(said(await ask('o-staff', 'walkIn', input()))).toBe('not-published');
    cloud.replace('days', []);
    expect(said(await ask('o-staff', 'walkIn', input()))).toBe('not-published');
  });

  test('the next number where the place was taken meanwhile; behind the last one where all are', async () => {
    morning();
    const place = await next();
    const first = (await ask('o-staff', 'walkIn', input({ place }))).data as { place: string };
    const second = (await ask('o-staff2', 'walkIn', input({ place, name: '老李' }))).data as {
      place: string;
    };
    expect(first.place).toBe(place);
    expect(second.place).not.toBe(place);
    const full = Object.fromEntries(Object.keys(day().place).map((one) => [one, 'a-b']));
    change({ place: full });
    const before = day().last?.['h1-am'] ?? '';
    const added = (await ask('o-staff', 'walkIn', input({ place, name: '老吴' }))).data as {
      booking: string;
      place: string;
      number: number;
    };
    expect(added.place).toMatch(/x$/);
    expect(day().last?.['h1-am']).toBe(added.place);
    expect(day().last?.['h1-am']).not.toBe(before);
    // At a place that was planned for nobody somebody sits all the same.
    expect(bookingOf(added)?.seat).toBe('h1-am-1');
    expect(day().of[added.booking.split('-')[0] ?? '']).toEqual([added.booking]);
    const again = (await ask('o-staff', 'walkIn', input({ place: added.place, name: '老郑' }))).data as {
      number: number;
    };
    expect(again.number).toBe(added.number + 1);
  });

  test('a closed place is nobody’s, one that could be booked is theirs after closing', async () => {
    morning();
    const place = await next();
    change({ blocked: { [place]: '停电' } });
    const { data } = await ask('o-staff', 'walkIn', input({ place }));
    expect((data as { place: string }).place).not.toBe(place);
    const free = Object.keys(day().plan).find(
      (one) => one.startsWith('h1-1100') && !one.endsWith('w') && day().place[one] === 0,
    ) as string;
    expect(await ask('o-staff', 'walkIn', input({ place: free, name: '老李' }))).toMatchObject({
      data: { place: free },
    });
    const open = { closesAt: { h1: cloud.clock.now() + 1, h2: cloud.clock.now() + 1 } };
    change({ ...makeDay(), ...open });
    const other = await ask('o-staff', 'walkIn', input({ place: free, name: '老吴' }));
    expect((other.data as { place: string }).place).toMatch(/w$/);
  });
});

describe('a step of a visit', () => {
  const step = async (openid: string, own: object = {}) => {
    const slip = await hold('o1');
    morning();
    return ask(openid, 'setVisit', {
      booking: slip.booking,
      place: slip.place,
      from: 'booked',
      to: 'arrived',
      ...own,
    });
  };

  test.each<[string, string, object, unknown]>([
    ...AT_SEATS,
    [
      'a deputy who is of the office too, naming one that nobody has',
      'o-both',
      { seat: 'h1-am-9' },
      ['bad-input', { field: 'seat' }],
    ],
  ])('%s', async (_who, openid, own, expected) => {
    expect(said(await step(openid, own))).toEqual(expected);
  });

  test('not on a day that is not published, nor of a booking that is elsewhere', async () => {
    const slip = await hold('o1');
    morning();
    const input = { booking: slip.booking, place: slip.place, from: 'booked', to: 'arrived' };
    expect(said(await ask('o-staff', 'setVisit', { ...input, place: 'h1-0830-2' }))).toBe('booking-changed');
    change({ state: 'draft' });
    expect(said(await ask('o-staff', 'setVisit', { ...input, from: 'arrived', to: 'called' }))).toBe(
      'not-published',
    );
    cloud.replace('days', []);
    expect(said(await ask('o-staff', 'setVisit', input))).toBe('not-published');
  });
});

test('of a day that is not published nothing is shown, found, recorded, closed or added', async () => {
  const slip = await hold('o1');
  for (const lay of [
    () => {
      change({ state: 'draft' });
    },
    () => {
      cloud.replace('days', []);
    },
  ]) {
    lay();
    const nothing = { seats: [], rows: [], waiting: [], free: [], blocked: [] };
    expect((await ask('o-staff', 'desk', { home: 'h1', half: 'pm' })).data).toEqual({
      date: DATE,
      state: 'unpublished',
      home: 'h1',
      half: 'pm',
      homes: [],
      ...nothing,
    });
    expect((await ask('o-staff', 'findVisitor', { text: codeOf(slip.booking) })).data).toEqual({ rows: [] });
    const none = { visits: 0, people: 0 };
    expect((await ask('o-staff', 'dayRecord')).data).toEqual({
      date: DATE,
      state: 'unpublished',
      homes: [],
      receivers: [],
      byLevel: { district: none, town: none, other: none },
      byType: { committee: none, presidium: none, deputy: none },
    });
    const close = { places: [slip.place], reason: '停电', confirmed: true };
    expect(said(await ask('o-staff', 'blockPlaces', close))).toBe('not-published');
    const added = { seat: 'h1-am-1', time: '08:30', count: 1 };
    expect(said(await ask('o-staff', 'addPlaces', added))).toBe('not-published');
    expect(said(await ask('o-staff', 'wall', { home: 'h1' }))).toBe('not-published');
  }
});

test('the wall of a day to come shows its morning, whatever time it is', async () => {
  for (const [at, half] of [
    ['2026-12-06T15:00:00+08:00', 'am'],
    ['2026-12-07T15:00:00+08:00', 'pm'],
  ] as const) {
    cloud.clock.set(Date.parse(at));
    expect(await ask('o-staff', 'wall', { home: 'h1' })).toMatchObject({ data: { half } });
  }
});

test('what is entered after the day is found as such, without an instant', async () => {
  cloud.clock.set(Date.parse('2026-12-08T09:00:00+08:00'));
  const came = { home: 'h1', half: 'am', place: 'h1-0830-2', name: '老周', reason: '当天没有网' };
  await ask('o-staff', 'walkIn', came);
  const { rows } = (await ask('o-staff', 'findVisitor', { text: '老周' })).data as { rows: DeskRow[] };
  expect(rows).toMatchObject([{ state: 'arrived', late: true }]);
  expect(rows[0]).not.toHaveProperty('arrivedAt');
});

test('what is found stands in the day’s order, ten at most; a name without letters finds nobody', async () => {
  const names = Array.from({ length: 12 }, (_each, n) => `王${'一二三四五六七八九十百千'.charAt(n)}`);
  const places = Object.keys(day().place).filter((place) => /^h1-.*\d$/.test(place));
  for (const [n, place] of places.slice(0, 12).entries())
    await ask(`o-n${String(n)}`, 'book', bookInput({ place, name: names[n] ?? '' }));
  morning();
  const find = async (text: string) =>
    ((await ask('o-staff', 'findVisitor', { text })).data as { rows: DeskRow[] }).rows.map(
      ({ place }) => place,
    );
  const found = await find('王');
  expect(found.length).toBeGreaterThan(3);
  expect(found).toEqual([...found].sort((one, other) => places.indexOf(one) - places.indexOf(other)));
  expect(await find('？')).toEqual([]);
  expect(await find('赵')).toEqual([]);
});

describe('on behalf', () => {
  const entry = (own: object = {}) => ({
    ...any,
    home: 'h1',
    place: 'h1-0830-1',
    name: '柳奶奶',
    village: 'v1',
    ...own,
  });
  const V2 = { village: 'v2' };

  test('a helper for the own village; who is of the office too for each; one of two villages for both', async () => {
    expect(said(await ask('o-helper', 'bookFor', entry(V2)))).toBe('not-allowed');
    also(grant('two', { openid: 'o-helper', village: 'v2' }));
    const slip = (await ask('o-helper', 'bookFor', entry(V2))).data as Slip;
    expect(bookingOf(slip)).toMatchObject({ village: 'v2' });
    also(
      grant('third', { openid: 'o-two', village: 'v1' }),
      grant('fourth', { openid: 'o-two', role: 'staff', person: 'p98' }),
    );
    const other = (
      await ask('o-two', 'bookFor', entry({ village: 'v3', name: '张爷爷', place: 'h1-0830-2' }))
    ).data as Slip;
    expect(bookingOf(other)).toMatchObject({ village: 'v3' });
    const out = (one: Slip) => ({ booking: one.booking, from: one.place, keys: one.keys });
    expect(said(await ask('o-helper', 'cancelFor', out(other)))).toBe('not-found');
    expect(said(await ask('o-helper', 'cancelFor', out(slip)))).toBe('ok');
    expect(said(await ask('o-two', 'cancelFor', out(other)))).toBe('ok');
    const own = await hold('o1', { place: 'h1-0900-1' });
    expect(said(await ask('o-staff', 'cancelFor', out(own)))).toBe('not-found');
  });

  test('two hundred entries of one operator on one day, whoever they are for; the own bookings are not counted', async () => {
    const entered = (n: number) => ({ [accountOf('o-helper')]: Array<number>(n).fill(0) });
    change({ entered: entered(200) });
    expect(said(await ask('o-helper', 'bookFor', entry()))).toBe('too-many-acts');
    expect(said(await ask('o-helper', 'book', bookInput({ place: 'h1-0830-2' })))).toBe('ok');
    change({ entered: entered(199) });
    expect(said(await ask('o-helper', 'bookFor', entry()))).toBe('ok');
    expect(day().entered?.[accountOf('o-helper')]).toHaveLength(200);
    expect(day().tries[accountOf('o-helper')]).toHaveLength(1);
  });

  test('the same person is one, with and without a telephone; for the office a banned one is said to be so', async () => {
    const phone = '13900001234';
    const slip = (await ask('o-helper', 'bookFor', entry({ phone }))).data as Slip;
    const [first = '', second = ''] = slip.keys.split('~');
    expect(slip.booking).toBe(`b${first}-${slip.booking.split('-')[1] ?? ''}`);
    expect(second).not.toBe('');
    expect(said(await ask('o-staff', 'bookFor', entry({ phone, place: 'h1-0830-2' })))).toBe(
      'already-booked',
    );
    // By name and phone the villager’s own account meets it too, and hears no more than to come in person.
    const own = bookInput({ name: '柳奶奶', phone, place: 'h1-0830-2' });
    expect(said(await ask('o1', 'book', own))).toBe('book-in-person');
    expect(day().asked?.[accountOf('o1')]).toHaveLength(1);
    expect(said(await ask('o1', 'book', { ...own, whom: 'family' }))).toBe('book-in-person');
    expect(day().asked?.[accountOf('o1')]).toHaveLength(1);
    const without = (await ask('o-helper', 'bookFor', entry({ place: 'h1-0830-2', name: '张爷爷' })))
      .data as Slip;
    expect(without.keys).not.toContain('~');
    expect(without).not.toHaveProperty('phone');
    expect(without).not.toHaveProperty('category');
    expect(day().asked ?? {}).not.toHaveProperty(accountOf('o-helper'));
  });

  test('kept from booking: the account with all it books, the person by name and phone, no family member', async () => {
    const phone = '13712345678';
    const ban = async (slip: Slip) => {
      await ask('o-staff', 'barPerson', { booking: slip.booking, reason: '三次没来', until: '2026-12-20' });
      return cloud
        .documents<{ key: string; marks: string[] }>('bans')
        .find(({ key }) => slip.booking.startsWith(key))?.marks;
    };
    cloud.replace('bans', []);
    const self = await hold('o1', { phone });
    expect(await ban(self)).toEqual([accountOf('o1'), self.keys.split('~')[1]]);
    const family = await hold('o2', { phone, whom: 'family', name: '王奶奶', place: 'h1-0830-2' });
    expect(await ban(family)).toEqual([accountOf('o2')]);
    const helped = (await ask('o-helper', 'bookFor', entry({ place: 'h1-0900-1', phone: '13900001234' })))
      .data as Slip;
    const [account = ''] = helped.booking.split('-');
    expect(await ban(helped)).toEqual([account, ...helped.keys.split('~')]);
    morning();
    const came = { home: 'h1', half: 'am', place: 'h1-0830-3w', name: '老周', seat: 'h1-am-1' };
    const walked = (await ask('o-staff', 'walkIn', { ...came, phone: '13500000000' })).data as Slip;
    expect(await ban(walked)).toHaveLength(1);
    const nameless = (await ask('o-staff', 'walkIn', { ...came, name: '老李' })).data as Slip;
    const until = { booking: nameless.booking, reason: '某', until: '2026-12-20' };
    expect(said(await ask('o-staff', 'barPerson', until))).toEqual(['bad-input', { field: 'booking' }]);
  });
});
