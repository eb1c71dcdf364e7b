/** Each event as real acts bring it about: the right people hear, and only they, in the right words. */
import type { DayView } from '../../../miniprogram/contract/reception';
import type { Output } from '../../../miniprogram/contract/wire';
import type { RosterDocument } from '../../../cloudfunctions/reception/roster/rules/roster-document';
import type { InboxRow } from '../../../cloudfunctions/notify/inbox/store';
import { submit } from '../request/requests';
import { DATE, noticeActs } from './support/notice-acts';
import { openPostOffice, type PostOffice } from './support/post-office';

jest.setTimeout(120_000);

const STAFF = 'bh-staff';
const CHIEF = 'bh-p1';

let office: PostOffice;
let acts: ReturnType<typeof noticeActs>;
beforeAll(async () => {
  office = await openPostOffice();
  acts = noticeActs(office);
});
afterAll(() => office.closeAll());
beforeEach(() => office.reset());

/** A day to come in that state, with somebody on duty. */
function findDay(state: string): { roster: RosterDocument; date: string } {
  const days = office
    .all<RosterDocument>('rosters')
    .flatMap((roster) => Object.entries(roster.days).map(([date, day]) => ({ roster, date, is: day.state })));
  const found = days.find(
    ({ roster, date, is }) =>
      is === state && date >= DATE && Object.keys(roster.seats[date] ?? {}).length > 0,
  );
  if (!found) throw new Error(`no day is ${state}`);
  return found;
}

test('booked, moved, cancelled: the booker and whoever sits there', async () => {
  const free = await acts.firstFree();
  const slip = await acts.book('o1', free);
  await acts.kick();
  const sitter = `bh-${free.person}`;
  expect(acts.told('booked')).toEqual([`${sitter}: 有人约了您`, 'o1: 约好了'].sort());
  expect(office.rows('o1')[0]).toMatchObject({ page: expect.stringContaining(slip.booking) as string });
  const { booking, place, keys } = slip;
  await acts.reception('o1', 'cancel', { date: DATE, booking, from: place, keys });
  await acts.kick();
  expect(acts.told('booking-cancelled')).toEqual([`${sitter}: 有人退了预约`]);
});

test('banned: the person hears until when, why and whom to ask; lifted: that it is over', async () => {
  const { booking } = await acts.book('o1', await acts.firstFree());
  await acts.kick();
  const bar = { date: DATE, booking, reason: '约了三次没有来', until: '2026-12-31' };
  expect(await acts.reception(STAFF, 'barPerson', bar)).toMatchObject({ ok: true });
  await acts.kick();
  expect(acts.told('person-banned')).toEqual(['o1: 您的预约暂停了']);
  const told = office.rows('o1').find(({ event }) => event === 'person-banned')?.words ?? '';
  expect(told).toMatch(/12月31日.*约了三次没有来.*直接来也行.*0\d{3}-\d+/);
  await acts.reception(CHIEF, 'liftBar', { bar: booking.split('-')[0] });
  await acts.kick();
  expect(acts.told('ban-lifted')).toEqual(['o1: 又可以预约了']);
});

test('a booking that is cancelled before the relay comes is not announced to the booker as made', async () => {
  const { booking, place, keys } = await acts.book('o1', await acts.firstFree());
  await acts.reception('o1', 'cancel', { date: DATE, booking, from: place, keys });
  await acts.kick();
  expect(acts.told('booked').filter((row) => row.startsWith('o1'))).toEqual([]);
});

test('a freed place: the head of the list hears, by message where permitted, and nobody else who waits', async () => {
  const time = (await acts.reception('o-looker', 'day', { date: DATE })).data as DayView;
  const at = time.homes[0]?.times.find(({ free }) => free.length > 0)?.time ?? '';
  const places = await acts.freeAt(at);
  const slips = await Promise.all(
    places.map((place, n) => acts.book(n === 0 ? 'o1' : `o-full-${String(n)}`, place)),
  );
  const [home] = places;
  const wait = { date: DATE, home: home?.home, time: at, whom: 'self', name: '李' };
  for (const openid of ['o2', 'o3'])
    expect(await acts.reception(openid, 'wait', wait)).toMatchObject({ ok: true });
  await office.consent('o2', 'change', 'reminder');
  await acts.kick();
  const [slip] = slips;
  if (!slip) throw new Error('no slip');
  await acts.reception('o1', 'cancel', {
    date: DATE,
    booking: slip.booking,
    from: slip.place,
    keys: slip.keys,
  });
  await acts.kick();
  const bookers = acts.told('place-given').filter((row) => row.startsWith('o'));
  expect(bookers).toEqual(['o2: 候补到了']);
  expect(office.sent).toMatchObject([
    { openid: 'o2', template: 'change', data: { thing1: '代表接访', phrase2: '候补成功' } },
  ]);
});

test('a receiver is replaced: the new one, the old one, and whoever booked the seat; no other booker', async () => {
  const free = await acts.firstFree();
  await acts.book('o1', free);
  await acts.kick();
  await office.consent('o1', 'change');
  const { data } = await acts.reception(CHIEF, 'myDuties', {});
  const seated = new Set(Object.values(acts.seats()).map(({ person }) => person));
  const colleague = (data as Output<'reception', 'myDuties'>).colleagues.find(
    ({ person }) => !seated.has(person),
  );
  const rev = acts.seats()[free.seat]?.at ?? 0;
  const edited = await acts.reception(STAFF, 'editSeat', {
    year: 2026,
    date: DATE,
    seat: free.seat,
    person: colleague?.person,
    rev,
  });
  expect(edited).toMatchObject({ ok: true });
  await acts.kick();
  expect(acts.told('receiver-replaced').filter((row) => !/^bh-p/.test(row) || row.includes('接替'))).toEqual(
    [
      `bh-${colleague?.person ?? ''}: 请您接替坐班`,
      `bh-${free.person}: 您的坐班有人接替了`,
      'o1: 接访人换了，时间地点不变',
    ].sort(),
  );
  expect(office.sent).toMatchObject([{ openid: 'o1', template: 'change', data: { phrase2: '换接访人' } }]);
});

test('a swap is asked and declined: the colleague, then who asked', async () => {
  const [seat, holder] = Object.entries(acts.seats())[0] ?? [];
  const me = `bh-${holder?.person ?? ''}`;
  const { data } = await acts.reception(me, 'myDuties', {});
  const seated = new Set(Object.values(acts.seats()).map(({ person }) => person));
  const to = (data as Output<'reception', 'myDuties'>).colleagues.find(
    ({ person }) => !seated.has(person),
  )?.person;
  expect(await acts.reception(me, 'askSwap', { year: 2026, date: DATE, seat, to })).toMatchObject({
    ok: true,
  });
  await acts.kick();
  expect(acts.told('swap-asked')).toEqual([
    expect.stringMatching(new RegExp(`^bh-${to ?? ''}: .+请您换班$`)),
  ]);
  const swap = `${DATE}_${seat ?? ''}`;
  await acts.reception(`bh-${to ?? ''}`, 'answerSwap', { year: 2026, swap, accept: false });
  await acts.kick();
  expect(acts.told('swap-declined')).toEqual([
    expect.stringMatching(new RegExp(`^${me}: .+去不了，换班没有成$`)),
  ]);
});

test('places are closed after somebody booked one: the booker hears what is closed and why, nobody else', async () => {
  const free = await acts.firstFree();
  const slip = await acts.book('o1', free);
  await acts.kick();
  await office.consent('o1', 'change');
  const block = { date: DATE, places: [free.place], reason: '开会', confirmed: true };
  expect(await acts.reception(STAFF, 'blockPlaces', block)).toMatchObject({ ok: true });
  await acts.kick();
  expect(acts.told('places-blocked')).toEqual(['o1: 您约的时间可能接待不了']);
  const told = office.rows('o1')[0];
  expect(told?.page).toContain(slip.booking);
  expect(told?.words).toMatch(/临时不开放了（开会）.*号还给您留着/);
  expect(office.sent).toMatchObject([{ openid: 'o1', template: 'change', data: { phrase2: '时间有变' } }]);
});

test('a day is published: everybody on duty, once, by message where permitted, and nobody else', async () => {
  const { roster, date } = findDay('draft');
  // Next year's holidays may not be known yet: the office says of this one day that people work on it.
  const row = { id: date, seen: '', row: { workday: true, name: '照常上班' } };
  const certain = { kind: 'calendar', edits: [row], reason: '照常上班' };
  expect(await office.act(STAFF, 'registry', 'editBook', certain)).toMatchObject({ ok: true });
  const sitting = [...new Set(Object.values(roster.seats[date] ?? {}).map(({ person }) => `bh-${person}`))];
  const [first = ''] = sitting;
  await office.consent(first, 'task');
  const publish = { year: Number(date.slice(0, 4)), date };
  expect(await acts.reception(STAFF, 'publishDay', publish)).toMatchObject({ ok: true });
  for (let n = 0; n < 3; n++) await acts.kick();
  const told = acts.told('day-published').map((row) => row.split(':')[0]);
  expect(told.sort()).toEqual(sitting.filter((openid) => told.includes(openid)).sort());
  expect(told).toContain(first);
  expect(office.sent.map(({ openid }) => openid)).toEqual([first]);
});

test.each(['published', 'draft'])(
  'a swap is agreed on a %s day: the two and the office, each once',
  async (state) => {
    const { roster, date } = findDay(state);
    const [seat, holder] =
      Object.entries(roster.seats[date] ?? {}).find(([, { person }]) => person !== 'p1') ?? [];
    const me = `bh-${holder?.person ?? ''}`;
    const { data } = await acts.reception(me, 'myDuties', {});
    const seated = new Set(Object.values(roster.seats[date] ?? {}).map(({ person }) => person));
    const to = (data as Output<'reception', 'myDuties'>).colleagues.find(
      ({ person }) => !seated.has(person) && person !== 'p1',
    )?.person;
    const year = Number(date.slice(0, 4));
    expect(await acts.reception(me, 'askSwap', { year, date, seat, to })).toMatchObject({ ok: true });
    await acts.kick();
    const before = [me, `bh-${to ?? ''}`, STAFF].map((openid) => office.titles(openid).length);
    const answer = { year, swap: `${date}_${seat ?? ''}`, accept: true };
    expect(await acts.reception(`bh-${to ?? ''}`, 'answerSwap', answer)).toMatchObject({ ok: true });
    for (let n = 0; n < 3; n++) await acts.kick();
    const after = [me, `bh-${to ?? ''}`, STAFF].map((openid, n) =>
      office.titles(openid).slice(0, office.titles(openid).length - (before[n] ?? 0)),
    );
    const draft = [[expect.stringMatching(/答应替您$/)], [expect.stringMatching(/^您替.+坐班$/)]];
    const published = [['您的坐班有人接替了'], ['请您接替坐班']];
    expect(after).toEqual([...(state === 'draft' ? draft : published), ['有人换了班']]);
  },
);

test('a seat is handed back: the office', async () => {
  const [seat, holder] = Object.entries(acts.seats())[0] ?? [];
  await acts.reception(`bh-${holder?.person ?? ''}`, 'askSwap', { year: 2026, date: DATE, seat });
  await acts.kick();
  const rows = acts.told('seat-handed-back');
  expect(rows.length).toBeGreaterThan(0);
  expect(rows.every((row) => row.endsWith(': 有人交回了坐班'))).toBe(true);
  expect(rows.map((row) => row.split(':')[0])).toEqual(expect.arrayContaining([STAFF, CHIEF]));
});

test('a request: its asker and the deputy it went to, nobody else of the group', async () => {
  const { request } = await submit(office, 'asker', { deputy: 'p5' });
  await acts.kick();
  expect(acts.told('request-submitted')).toEqual(['asker: 收到您反映的事了', 'bh-p5: 有一件新的群众意见']);
  expect(office.rows('bh-p5')[0]).toMatchObject({
    page: `deputy/request/request?request=${encodeURIComponent(request)}`,
  });
});

test('people of the other township hear nothing', async () => {
  await submit(office, 'asker', { deputy: 'p5' });
  await acts.book('o1', await acts.firstFree());
  await office.timer();
  const others = office.all<InboxRow>('inbox').filter(({ township }) => township === 'qs');
  expect(others.filter(({ event }) => event !== 'digest' && event !== 'deputy-missed')).toEqual([]);
});
