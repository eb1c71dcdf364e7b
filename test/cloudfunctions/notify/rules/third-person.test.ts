/** Whoever a notice speaks of is not told of themselves; nobody is told of one event twice. Over every row of every table. */
import { planNotices, type NoticesOf, type Row } from '../../../../cloudfunctions/notify/tell/rules/notice';
import { ACTIVITY_NOTICES } from '../../../../cloudfunctions/notify/tell/rules/notices/activity';
import { ARTICLE_NOTICES } from '../../../../cloudfunctions/notify/tell/rules/notices/article';
import { REPLACED_BOOKER, SEAT_NOTICES } from '../../../../cloudfunctions/notify/tell/rules/notices/duty';
import { GRANT_NOTICES } from '../../../../cloudfunctions/notify/tell/rules/notices/grant';
import { MISSED_NOTICES } from '../../../../cloudfunctions/notify/tell/rules/notices/missed';
import { REQUEST_NOTICES } from '../../../../cloudfunctions/notify/tell/rules/notices/request/notices';
import { SUGGESTION_NOTICES } from '../../../../cloudfunctions/notify/tell/rules/notices/suggestion';
import { ofPerson, type Holder } from '../../../../cloudfunctions/notify/tell/rules/recipients';
import { STATES } from '../../../../miniprogram/contract/labels';
import { ROLE_IDS } from '../../../../miniprogram/contract/roles';

/** One and another, each of whom holds every role there is, by one account. */
const holdersOf = (person: string): Holder[] =>
  ROLE_IDS.map((role) => ({
    account: `a-${person}`,
    openid: `o-${person}`,
    role,
    person,
    group: 'g1',
    unit: 'u1',
  }));
const HOLDERS = [...holdersOf('p1'), ...holdersOf('p2')];
const NAMES = { p1: '〈甲〉', p2: '〈乙〉' };
const [ONE, OTHER] = [NAMES.p1, NAMES.p2];
const asker = { account: 'a-p1', openid: 'o-p1' };

interface Case {
  event: string;
  rows: readonly Row<never>[];
  facts: object;
  /** Of whom «有人», «有代表» is said where nobody is named. */
  nameless?: string;
}

function casesOf<F>(notices: NoticesOf<F>, facts: readonly object[], nameless?: string): Case[] {
  return Object.entries(notices).flatMap(([event, rows]) =>
    'nobody' in rows
      ? []
      : facts.map((one) => ({ event, rows: rows as never, facts: one, ...(nameless && { nameless }) })),
  );
}

const dated = { today: '2026-12-01', date: '2026-12-07', due: '2026-12-20', time: '09:00', morning: 0 };
const seat = { home: '城关', half: 'am', start: '08:30' };
const booking = {
  ...dated,
  home: '城关',
  address: '',
  booking: 'a-b',
  state: 'booked',
  half: 'am',
  number: 3,
  booker: { account: 'a-p2', openid: 'o-p2' },
  startsAt: 1,
};
const seats = ['p2', ''].flatMap((to) =>
  [true, false].map((published) => ({
    ...dated,
    seat,
    from: 'p1',
    fromName: ONE,
    to,
    toName: to === 'p2' ? OTHER : '',
    sits: to,
    published,
    seats: [],
    bookings: [],
    booking,
  })),
);
const requests = Object.keys(STATES).flatMap((state) =>
  (['deputy', 'leader'] as const).map((kind) => ({
    ...dated,
    state,
    act: 'solved',
    request: 'bh~r',
    township: '白鹤镇',
    about: '某村 · 道路',
    number: '1201-XX',
    by: 'p9',
    owner: { kind, person: 'p1' },
    ownerName: ONE,
    unitName: '交通办',
    askers: [asker],
    joiners: [asker],
    operator: 'p1',
    group: 'g1',
    deputy: 'p1',
    had: 'p2',
    hadUnits: [],
    copy: '',
    lead: 'u1',
    assists: [],
    hidden: [],
  })),
);
const activity = {
  ...dated,
  activity: 'bh~a',
  kind: '学习',
  on: '2026-12-09',
  invited: ['p1', 'p2'],
  granted: true,
  person: 'p1',
  group: 'g1',
  unit: 'u1',
};
const suggestions = ['deputy', 'unit', 'government', 'presidium', 'office'].map((owner) => ({
  ...dated,
  suggestion: 'bh~s',
  number: '建1',
  about: '道路',
  owner,
  lead: 'p1',
  agreed: ['p1', 'p2'],
  asked: ['p2'],
  unit: 'u1',
  assist: ['u1'],
  government: 'u1',
  by: 'p1',
  askers: [asker],
}));

const CASES: readonly Case[] = [
  ...casesOf(SEAT_NOTICES, seats, 'p1'),
  ...casesOf({ 'receiver-replaced of a booking': [REPLACED_BOOKER] }, seats),
  ...casesOf(REQUEST_NOTICES, requests),
  ...casesOf(ACTIVITY_NOTICES, [activity], 'p1'),
  ...casesOf(ARTICLE_NOTICES, [dated]),
  ...casesOf(GRANT_NOTICES, [{ ...dated, role: '人大代表', holder: asker }], 'p1'),
  ...casesOf(SUGGESTION_NOTICES, suggestions),
  ...casesOf({ missed: MISSED_NOTICES }, [
    { name: ONE, account: 'a-p1', group: 'g1' },
    { name: ONE, account: 'a-p1' },
  ]),
];

/** Not «有人请您…»: there the reader is who is asked. */
const NAMELESS = /^(有人(?!请您)|有代表)/;

function told({ rows, facts }: Case): { event?: string; account: string; words: string }[] {
  return planNotices(rows, facts as never, HOLDERS).map(({ title, words, recipient }) => ({
    account: recipient.account,
    words: `${title}。${words}`,
  }));
}

test('nobody reads their own name in what they are told', () => {
  let named = 0;
  for (const one of CASES) {
    for (const { account, words } of told(one)) {
      for (const [person, name] of Object.entries(NAMES)) {
        if (!words.includes(name)) continue;
        named += 1;
        expect({ event: one.event, words, account }).not.toMatchObject({ account: `a-${person}` });
      }
    }
  }
  expect(named).toBeGreaterThan(20);
});

test('of whom «somebody» is said, that person is not told', () => {
  let nameless = 0;
  for (const one of CASES) {
    for (const { account, words } of told(one)) {
      if (one.nameless === undefined || !NAMELESS.test(words)) continue;
      nameless += 1;
      expect({ event: one.event, words, account }).not.toMatchObject({ account: `a-${one.nameless}` });
    }
  }
  expect(nameless).toBeGreaterThan(3);
});

test('nobody is told of one event twice, whatever they are', () => {
  for (const one of CASES) {
    const accounts = told(one).map(({ account }) => account);
    expect({ event: one.event, accounts }).toEqual({ event: one.event, accounts: [...new Set(accounts)] });
  }
});

test('whoever has to act is told, though a sentence to others names them', () => {
  const [late] = requests.filter(({ state, owner }) => state === 'contacting' && owner.kind === 'deputy');
  const rows = REQUEST_NOTICES['request-late'] as readonly Row<never>[];
  const accounts = planNotices(rows, late as never, HOLDERS).map(({ recipient }) => recipient.account);
  expect(accounts).toContain(ofPerson(HOLDERS, 'p1')[0]?.account);
});
