/** Whatever names and places there are, every notice is whole and every message fits WeChat's rules. */
import fc from 'fast-check';
import {
  planNotices,
  type NoticesOf,
  type Planned,
  type Row,
} from '../../../../cloudfunctions/notify/tell/rules/notice';
import { ARTICLE_NOTICES } from '../../../../cloudfunctions/notify/tell/rules/notices/article';
import { BAR_NOTICES } from '../../../../cloudfunctions/notify/tell/rules/notices/ban';
import { BOOKING_NOTICES, tellEve } from '../../../../cloudfunctions/notify/tell/rules/notices/booking';
import { REPLACED_BOOKER, SEAT_NOTICES } from '../../../../cloudfunctions/notify/tell/rules/notices/duty';
import { GRANT_NOTICES } from '../../../../cloudfunctions/notify/tell/rules/notices/grant';
import { REQUEST_NOTICES } from '../../../../cloudfunctions/notify/tell/rules/notices/request/notices';
import { typeOf } from '../../../../cloudfunctions/notify/messages/rules/keywords';
import type { Holder } from '../../../../cloudfunctions/notify/tell/rules/recipients';
import { STATES } from '../../../../miniprogram/contract/labels';
import { ROLE_LABELS } from '../../../../miniprogram/contract/roles';
import type { Role } from '../../../../miniprogram/contract/roles';
import app from '../../../../miniprogram/app.json';

const RULES: Readonly<Record<string, RegExp>> = {
  thing: /^[^\p{Cc}\p{Zl}\p{Zp}]{1,20}$/u,
  phrase: /^\p{Script=Han}{1,5}$/u,
  character_string: /^[\x21-\x7e]{1,32}$/,
  time: /^\d{4}年\d{1,2}月\d{1,2}日( \d\d:\d\d)?$/,
};
const PAGES = [
  ...app.pages,
  ...app.subPackages.flatMap(({ root, pages }) => pages.map((page) => `${root}/${page}`)),
];

const HOLDERS: Holder[] = (Object.keys(ROLE_LABELS) as Role[]).map((role) => ({
  account: `a-${role}`,
  openid: `o-${role}`,
  role,
  person: 'p1',
  group: 'g1',
  unit: 'u1',
}));
const booker = { account: 'a-booker', openid: 'o-booker' };

const text = fc.oneof(
  fc.string({ maxLength: 40 }),
  fc.string({ unit: 'grapheme-composite', maxLength: 30 }),
  fc.constantFrom('', '王'.repeat(30), '👨‍👩‍👧‍👦'.repeat(4), '\n\t'),
);
const when = fc.constantFrom('2026-12-07', '2027-01-05', '2026-02-28');

const onFoot = fc.record({
  today: when,
  date: when,
  home: text,
  address: text,
  booking: fc.constant('a-b'),
  township: fc.constant('bh'),
  state: fc.constantFrom('waiting' as const, 'booked' as const, 'cancelled' as const),
  time: fc.constantFrom('08:30', '14:30'),
  half: fc.constantFrom('am' as const, 'pm' as const),
  number: fc.nat(99),
  booker: fc.constant(booker),
  operator: fc.constant('p1'),
  startsAt: fc.nat(),
  receiver: fc.record({ person: fc.constant('p1'), name: text }),
});
/** Some of them on a day by phone. */
const booking = fc.oneof(
  onFoot,
  onFoot.map((facts) => ({ ...facts, call: '0000-1234561' })),
);
const seat = fc.record({
  home: text,
  half: fc.constantFrom('am' as const, 'pm' as const),
  start: fc.constant('08:30'),
});
const seatFacts = fc.record({
  today: when,
  date: when,
  published: fc.boolean(),
  sits: fc.constant('p1'),
  seat,
  from: fc.constant('p1'),
  to: fc.constant('p1'),
  fromName: text,
  toName: text,
  seats: fc.constant([{ person: 'p1', name: '一', home: '一', half: 'am' as const, start: '08:30' }]),
  bookings: fc.array(booking, { maxLength: 2 }),
});
const request = fc.record({
  today: when,
  date: when,
  due: when,
  time: fc.constant('09:00'),
  morning: fc.constant(0),
  act: fc.constantFrom('', 'solved', 'lapse', 'with'),
  request: fc.constant('bh~r'),
  township: text,
  about: text,
  number: text,
  state: fc.constantFrom(...Object.keys(STATES)),
  by: fc.constant('p9'),
  ownerName: text,
  askers: fc.constant([booker]),
  joiners: fc.constant([booker]),
  operator: fc.constant('p1'),
  unitName: text,
  group: fc.constant('g1'),
  owner: fc.record({
    kind: fc.constantFrom('deputy', 'leader', 'office', 'unit', 'chief', 'presidium'),
    person: fc.constantFrom('', 'p1'),
  }),
  deputy: fc.constant('p1'),
  had: fc.constant('p1'),
  hadUnits: fc.constant(['u3']),
  copy: fc.constantFrom('', 'u3'),
  lead: fc.constant('u1'),
  assists: fc.constant(['u1']),
  hidden: fc.constant([]),
});
const plain = fc.record({ date: when, time: fc.constant('09:00'), article: fc.constant('bh~a'), role: text });

function check(planned: readonly Planned[]): void {
  for (const { title, words, page, message, recipient } of planned) {
    expect(`${title}${words}`).not.toMatch(/undefined|null|NaN/);
    expect(recipient.openid).not.toBe('');
    expect(PAGES).toContain(page.split('?')[0]);
    for (const [keyword, value] of Object.entries(message?.data ?? {})) {
      expect(value).toMatch(RULES[typeOf(keyword)] as RegExp);
      if (typeOf(keyword) === 'thing') expect(value.length).toBeLessThanOrEqual(20);
    }
  }
}

function rowsOf<F>(notices: NoticesOf<F>): Row<F>[] {
  return Object.values(notices).flatMap((rows) => ('nobody' in rows ? [] : [...rows]));
}

const RUNS = { numRuns: process.env['PROOF'] === '1' ? 100 : 25 };

test('bookings', () => {
  const rows = [...rowsOf(BOOKING_NOTICES), { to: 'booker', who: () => [booker], tell: tellEve }];
  fc.assert(
    fc.property(booking, (facts) => {
      check(planNotices(rows, facts, HOLDERS));
    }),
    RUNS,
  );
});

test('bans', () => {
  const facts = fc.record({
    person: fc.constant(booker),
    today: when,
    until: fc.oneof(when, fc.constant('')),
    reason: text,
    landline: text,
  });
  fc.assert(
    fc.property(facts, (one) => {
      check(planNotices(rowsOf(BAR_NOTICES), one, HOLDERS));
    }),
    RUNS,
  );
});

test('seats', () => {
  fc.assert(
    fc.property(seatFacts, booking, (facts, one) => {
      check(planNotices(rowsOf(SEAT_NOTICES), facts, HOLDERS));
      check(planNotices([REPLACED_BOOKER], { ...facts, booking: one }, HOLDERS));
    }),
    RUNS,
  );
});

test('requests, at every step, to every kind of owner', () => {
  fc.assert(
    fc.property(request, (facts) => {
      check(planNotices(rowsOf(REQUEST_NOTICES), facts, HOLDERS));
    }),
    RUNS,
  );
});

test('articles and invitations', () => {
  fc.assert(
    fc.property(plain, (facts) => {
      check(planNotices(rowsOf(ARTICLE_NOTICES), facts, HOLDERS));
      check(planNotices(rowsOf(GRANT_NOTICES), { ...facts, holder: booker }, HOLDERS));
    }),
    RUNS,
  );
});

test('who did it is not told of it; whoever asked is, as a receipt', () => {
  const [facts] = fc.sample(request, { numRuns: 1, seed: 7 });
  if (!facts) throw new Error('no facts');
  const rows = rowsOf({ 'request-urged': REQUEST_NOTICES['request-urged'] ?? { nobody: '' } });
  const own = { ...facts, by: 'p1', owner: { kind: 'deputy' as const, person: 'p1' } };
  expect(planNotices(rows, own, HOLDERS)).toEqual([]);
  expect(planNotices(rows, { ...own, by: 'p9' }, HOLDERS).length).toBeGreaterThan(0);
});
