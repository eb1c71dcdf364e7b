/** From the documents of a day and of a request to what their notices say. */
import {
  listBooked,
  splitBooking,
  toBookingFacts,
  toClosedFacts,
  toSeatFacts,
  type NoticeDay,
} from '../../../../../cloudfunctions/notify/tell/rules/day-facts';
import { toRequestFacts } from '../../../../../cloudfunctions/notify/tell/rules/request-facts';
import { planNotices } from '../../../../../cloudfunctions/notify/tell/rules/notice';
import {
  ofLeader,
  ofPerson,
  ofUnit,
  others,
} from '../../../../../cloudfunctions/notify/tell/rules/recipients';
import { smallDirectory } from '../../../request/rules/books';
import { born } from '../../../request/rules/born';
import { HOLDERS } from '../../rules/read-notices';

const DATE = '2026-12-07';
const small = smallDirectory(
  [],
  [
    { id: 'p1', level: 'town', group: 'g1' },
    { id: 'p2', level: 'town', group: 'g2' },
  ],
);
const directory = {
  ...small,
  units: [{ id: 'u1', name: '交通办' }],
  homes: small.homes.map((home) =>
    home.id === 'h1' ? { ...home, address: '街1号', landline: '0000-1', phoneDays: [DATE] } : home,
  ),
} as unknown as typeof small;
const where = { directory, today: '2026-12-01', morning: 8 };
const stored = { state: 'booked', p: 'h1-0830-1', whom: 'self', name: 'x', keys: '', openid: 'o', at: 0 };
const day = (changes: object = {}): NoticeDay =>
  ({
    date: DATE,
    state: 'published',
    homes: {},
    seats: {
      'h1-am-1': { person: 'p1', name: '代表p1', deputy: true },
      'h1-pm-1': { person: 'p2', name: '代表p2', deputy: true },
    },
    plan: { 'h1-0830-1': 'h1-am-1', 'h2-1430-2': 'h2-pm-1' },
    bookings: { a: { b: stored, c: { ...stored, p: 'h2-1430-2', state: 'cancelled' } } },
    ...changes,
  }) as unknown as NoticeDay;

describe('a booking', () => {
  it('says where and when it is and who sits there, and whom to call on a day by phone', () => {
    expect(toBookingFacts(where, day(), 'a-b')).toStrictEqual({
      today: '2026-12-01',
      township: 'tt',
      booking: 'a-b',
      state: 'booked',
      booker: { account: 'a', openid: 'o', name: 'x' },
      date: DATE,
      time: '08:30',
      half: 'am',
      number: 1,
      home: 'h1',
      address: '街1号',
      call: '0000-1',
      receiver: { person: 'p1', name: '代表p1' },
      startsAt: Date.parse(`${DATE}T08:30:00+08:00`),
    });
  });

  it('has a phone and who entered it where it has them; a home that is no more is called by what it was', () => {
    const other = day({ bookings: { a: { b: { ...stored, p: 'h9-0830-1', phone: 'y', operator: 'p9' } } } });
    expect(toBookingFacts(where, other, 'a-b')).toMatchObject({
      booker: { phone: 'y' },
      operator: 'p9',
      home: '人大代表之家',
      address: '',
    });
    for (const field of ['call', 'receiver'])
      expect(toBookingFacts(where, other, 'a-b')).not.toHaveProperty(field);
  });

  it('the seat of the talk is its own where it has one; who only waits has nobody yet', () => {
    expect(
      toBookingFacts(where, day({ bookings: { a: { b: { ...stored, seat: 'h1-pm-1' } } } }), 'a-b'),
    ).toMatchObject({ receiver: { person: 'p2' } });
    expect(
      toBookingFacts(
        where,
        day({ bookings: { a: { b: { ...stored, p: 'h1-0830-0', seat: 'h1-am-1', state: 'waiting' } } } }),
        'a-b',
      ),
    ).not.toHaveProperty('receiver');
  });

  it('that is no more tells nothing', () => {
    expect([
      toBookingFacts(where, day(), 'a-z'),
      toBookingFacts(where, day(), 'z-b'),
      toBookingFacts(where, day({ bookings: undefined }), 'a-b'),
    ]).toEqual([undefined, undefined, undefined]);
    expect([splitBooking('a-b'), splitBooking('a')]).toEqual([
      { account: 'a', short: 'b' },
      { account: 'a', short: '' },
    ]);
  });

  it('whose place was closed says why, unless it is open again or elsewhere', () => {
    const closed = (blocked: Record<string, string> | undefined, booking = 'a-b') =>
      toClosedFacts(where, Object.assign(day(), blocked && { blocked }), booking);
    expect(closed({ 'h1-0830-1': '停电' })).toMatchObject({ booking: 'a-b', reason: '停电' });
    expect([
      closed({ 'h1-0900-1': '停电' }),
      closed(undefined),
      closed({ 'h1-0830-1': '停电' }, 'a-z'),
    ]).toEqual([undefined, undefined, undefined]);
  });

  it('on the list of a day is one that has its place', () => {
    expect(listBooked(where, day()).map(({ booking }) => booking)).toEqual(['a-b']);
    expect(listBooked(where, day({ bookings: undefined }))).toEqual([]);
  });
});

describe('a seat', () => {
  const facts = (event: object = {}, of: NoticeDay | undefined = day()) =>
    toSeatFacts(where, of, { date: DATE, seat: 'h1-am-1', from: 'p2', to: 'p1', ...event });

  it('says who goes and who comes by name, who sits there now, and who booked with them', () => {
    expect(facts()).toMatchObject({
      today: '2026-12-01',
      date: DATE,
      from: 'p2',
      to: 'p1',
      fromName: '代表p2',
      toName: '代表p1',
      seat: { home: 'h1', half: 'am', start: '08:30' },
      published: true,
      sits: 'p1',
      bookings: [{ booking: 'a-b' }],
    });
    expect(facts().seats).toMatchObject([
      { person: 'p1', name: '代表p1', home: 'h1', half: 'am' },
      { person: 'p2', half: 'pm' },
    ]);
  });

  it('books of another half-day or home are not its own', () => {
    expect(facts({ seat: 'h1-pm-1' }).bookings).toEqual([]);
    expect(facts({ seat: 'h2-am-1' }).bookings).toEqual([]);
    expect(facts({ seat: undefined }).bookings).toEqual([]);
  });

  it('somebody who is in no directory is a colleague, and of a day that is not there nothing is known', () => {
    expect(facts({ from: undefined, to: 'zz' })).toMatchObject({
      from: '',
      fromName: '有一位同志',
      toName: '有一位同志',
    });
    expect(toSeatFacts(where, undefined, { date: DATE })).toEqual({
      today: '2026-12-01',
      date: DATE,
      from: '',
      to: '',
      fromName: '有一位同志',
      toName: '有一位同志',
      published: false,
      sits: '',
      seats: [],
      bookings: [],
    });
    expect(facts({}, day({ state: 'draft' })).published).toBe(false);
  });
});

describe('a request', () => {
  const facts = (changes: object = {}, done: object = {}) =>
    toRequestFacts(
      where,
      { ...born, ...changes },
      {
        at: Date.parse('2026-12-01T18:30:00Z'),
        by: 'p1',
        ...done,
      },
    );

  it('says what it is about, who has it and when it happened, in China', () => {
    expect(facts()).toStrictEqual({
      today: '2026-12-01',
      morning: 8,
      act: '',
      had: '',
      request: 'tt~x',
      number: '0601-AAAA',
      township: '测试镇',
      state: 'submitted',
      by: 'p1',
      about: '甲村 · 道路',
      askers: [{ account: 'acc', openid: 'o' }],
      joiners: [],
      hidden: [],
      owner: { kind: 'deputy', person: 'p1', group: 'g1' },
      ownerName: '代表p1代表',
      deputy: 'p1',
      group: 'g1',
      lead: '',
      assists: [],
      copy: '',
      hadUnits: [],
      unitName: '承办单位',
      date: '2026-12-02',
      time: '02:30',
      due: '2026-06-04',
    });
  });

  it('has whatever else is known of it', () => {
    const whole = {
      name: 'n',
      phone: 'ph',
      operator: 'p9',
      lead: 'u1',
      assists: { u2: {} },
      copy: 'u9',
      village: 'gone',
    };
    expect(facts(whole, { act: 'solved', had: 'p2', hadUnits: ['u3'] })).toMatchObject({
      askers: [{ account: 'acc', openid: 'o', name: 'n', phone: 'ph' }],
      operator: 'p9',
      lead: 'u1',
      unitName: '交通办',
      assists: ['u2'],
      copy: 'u9',
      act: 'solved',
      had: 'p2',
      hadUnits: ['u3'],
      about: '道路',
    });
  });

  it('who said the same is told of it, unless they have a request of their own', () => {
    const joined = {
      a: { account: 'a', openid: 'oa' },
      b: { account: 'b', openid: 'ob', request: 'tt~z' },
      c: { account: 'c', openid: 'oc', via: 'tt~z' },
    };
    expect(facts({ joined }).joiners).toEqual([{ account: 'a', openid: 'oa' }]);
  });
});

describe('who is told', () => {
  const names = (list: readonly { account: string }[]) => list.map(({ account }) => account);

  it('by person or by account, by unit, by group; without a leader the office', () => {
    expect([
      names(ofPerson(HOLDERS, 'p5')),
      names(ofPerson(HOLDERS, 'staff')),
      names(ofPerson(HOLDERS, '')),
      names(ofPerson(HOLDERS, undefined)),
    ]).toEqual([['deputy'], ['staff'], [], []]);
    expect([names(ofUnit(HOLDERS, 'u1')), names(ofUnit(HOLDERS, undefined))]).toEqual([['unit'], []]);
    expect([
      names(ofLeader(HOLDERS, 'g2')),
      names(ofLeader(HOLDERS, undefined)),
      names(ofLeader(HOLDERS, 'g9')),
    ]).toEqual([['leader2'], ['staff', 'chief'], ['staff', 'chief']]);
  });

  it('nobody of whom it is said, in none of their accounts; who has no account is somebody else', () => {
    const some = [...HOLDERS, { account: '', openid: '', person: 'p5' }];
    expect(names(others(some, HOLDERS, 'p5'))).toEqual(names(some).filter((account) => account !== 'deputy'));
    expect(others(some, HOLDERS, '')).toHaveLength(some.length);
    expect(others(some, HOLDERS, undefined)).toHaveLength(some.length);
  });

  it('each once, the asker first; who has no WeChat only where somebody is to call', () => {
    const row = (to: string, call?: string) => ({
      to,
      who: () => [
        { account: 'a', openid: '' },
        { account: 'b', openid: 'o' },
        { account: '', openid: '' },
      ],
      tell: () => ({ title: to, words: '', page: '', ...(call !== undefined && { call }) }),
    });
    expect(
      planNotices([row('other'), row('asker')], {}, []).map(({ to, recipient }) => [to, recipient.account]),
    ).toEqual([['asker', 'b']]);
    expect(planNotices([row('asker', '喂')], {}, []).map(({ recipient }) => recipient.account)).toEqual([
      'a',
      'b',
      '',
    ]);
  });
});
