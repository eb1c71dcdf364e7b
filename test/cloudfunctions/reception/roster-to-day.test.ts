import type { DayView, Slip } from '../../../miniprogram/contract/reception';
import type { RosterView } from '../../../miniprogram/contract/roster';
import type { Directory } from '../../../cloudfunctions/registry/directory/rules/directory';
import type { Output } from '../../../miniprogram/contract/wire';
import { DEATHS_OF_ACTS, dieAtEachCall } from '../../support/deaths';
import { BH, CHIEF, openOffice, STAFF, type Office } from './support/office';
import { newKey } from './support/reception';

const YEAR = { year: 2026 };
const DATE = '2026-01-05';
const SEAT = { ...YEAR, date: DATE, seat: 'h1-am-2' };

jest.setTimeout(120_000);

let office: Office;
let view: RosterView;
beforeAll(async () => {
  office = await openOffice();
});
beforeEach(async () => {
  await office.reset();
  view = (await office.ask(STAFF, 'proposeRoster', { ...YEAR, from: '2026-01-01' })).data as RosterView;
});
afterAll(() => office.close());

const openidOf = (person: string | undefined) => `${BH}-${person ?? ''}`;
const publish = () => office.ask(STAFF, 'publishDay', { ...YEAR, date: DATE });
const withdraw = (key?: string) => office.ask(STAFF, 'withdrawDay', { ...YEAR, date: DATE }, key);

function holderOf(seat: string): string {
  return office.roster().seats[DATE]?.[seat]?.person ?? '';
}

/** A villager books with whoever sits on h1-am-2. */
async function book(openid = 'o-villager'): Promise<Slip> {
  const day = (await office.ask(openid, 'day', { date: DATE })).data as DayView;
  const home = day.homes.find((one) => one.home === 'h1');
  const free = home?.times.flatMap((time) => time.free).find(({ seat }) => seat === 'h1-am-2');
  const answer = await office.ask(openid, 'book', {
    date: DATE,
    home: 'h1',
    place: free?.place,
    wish: { who: 'any' },
    whom: 'self',
    name: '王先生',
  });
  expect(answer).toMatchObject({ ok: true });
  return answer.data as Slip;
}

/** Somebody with an account who does not sit anywhere on that day. */
async function findSubstitute(me: string): Promise<string> {
  const { data } = await office.ask(openidOf(me), 'myDuties');
  const { colleagues } = data as Output<'reception', 'myDuties'>;
  const seated = new Set(Object.values(office.roster().seats[DATE] ?? {}).map(({ person }) => person));
  const free = colleagues.find(({ person }) => !seated.has(person) && person !== 'p1');
  if (!free) throw new Error('nobody is free');
  return free.person;
}

async function mySlip(openid: string): Promise<Slip | undefined> {
  return ((await office.ask(openid, 'day', { date: DATE })).data as DayView).mine[0];
}

describe('from the roster to the villager', () => {
  test('a day names its receivers as the directory has them now, whatever an instance still remembers', async () => {
    const other = '2026-02-05';
    await office.ask(STAFF, 'publishDay', { ...YEAR, date: other });
    await office.kick();
    const person = holderOf('h1-am-2');
    for (const document of [...office.database.exportDocuments('townships')] as Partial<Directory>[]) {
      const people = document.people?.map((one) => (one.id === person ? { ...one, name: '改了名' } : one));
      if (people) await office.database.importDocuments('townships', [{ ...document, people }]);
    }
    expect(await publish()).toMatchObject({ ok: true });
    await office.kick();
    expect(office.day(DATE)?.seats['h1-am-2']).toMatchObject({ person, name: '改了名' });
  });

  test('published, relayed, booked, swapped: the booking stays and names the new receiver', async () => {
    expect(await publish()).toMatchObject({ ok: true });
    const before = (await office.ask('o-villager', 'day', { date: DATE })).data as DayView;
    expect(before.state).toBe('unpublished');
    expect(await office.kick()).toMatchObject({ ok: true, data: { failed: 0 } });
    const slip = await book();
    const ill = holderOf('h1-am-2');
    const substitute = await findSubstitute(ill);

    const asked = await office.ask(openidOf(ill), 'askSwap', { ...SEAT, to: substitute });
    expect(asked).toMatchObject({ ok: true, data: { swap: `${DATE}_h1-am-2`, state: 'asked' } });
    const theirs = await office.ask(openidOf(substitute), 'myDuties');
    const { asked: requests } = theirs.data as Output<'reception', 'myDuties'>;
    expect(requests).toMatchObject([{ date: DATE, from: { person: ill }, half: 'am', state: 'asked' }]);

    const answer = { ...YEAR, swap: requests[0]?.swap, accept: true };
    expect(await office.ask(openidOf(substitute), 'answerSwap', answer)).toMatchObject({
      ok: true,
      data: { state: 'accepted' },
    });
    await office.kick();
    expect(holderOf('h1-am-2')).toBe(substitute);
    expect(await mySlip('o-villager')).toMatchObject({
      booking: slip.booking,
      place: slip.place,
      state: 'booked',
      receiver: { person: substitute },
    });
    expect(office.day(DATE)?.history).toEqual([]);
    const told = office.audit().filter(({ act }) => act === 'replace');
    expect(told).toMatchObject([{ document: `${BH}~${DATE}`, from: ill, to: substitute, of: 'h1-am-2' }]);
  });

  test('a day that is published later takes the bars in force', async () => {
    await publish();
    await office.kick();
    const { booking } = await book();
    const banned = { date: DATE, booking, reason: '总不来', until: '2026-02-10' };
    expect(await office.ask(STAFF, 'barPerson', banned)).toMatchObject({ ok: true });
    await office.kick();
    const next = Object.keys(office.roster().seats).filter((date) => date > DATE);
    for (const date of next.slice(0, 2)) await office.ask(CHIEF, 'publishDay', { ...YEAR, date });
    await office.kick();
    const until = next.slice(0, 2).map((date) => (date <= '2026-02-10' ? 1 : 0));
    const held = next.slice(0, 2).map((date) => Object.keys(office.day(date)?.banned ?? {}).length);
    expect(held).toEqual(until);
    expect(until).toContain(1);
  });

  test('declined, the seat stays; handed back, the office finds somebody', async () => {
    await publish();
    const me = holderOf('h1-am-2');
    const colleague = await findSubstitute(me);
    await office.ask(openidOf(me), 'askSwap', { ...SEAT, to: colleague });
    const no = { ...YEAR, swap: `${DATE}_h1-am-2`, accept: false };
    expect(await office.ask(openidOf(colleague), 'answerSwap', no)).toMatchObject({
      data: { state: 'declined' },
    });
    expect(holderOf('h1-am-2')).toBe(me);
    expect(await office.ask(openidOf(me), 'askSwap', SEAT)).toMatchObject({ data: { state: 'office' } });
    const { swaps, rev } = (await office.ask(STAFF, 'roster', YEAR)).data as RosterView;
    expect(swaps).toMatchObject([{ state: 'office', from: { person: me } }]);
    await office.ask(STAFF, 'editSeat', { ...SEAT, person: colleague, rev });
    expect(office.roster().swaps[`${DATE}_h1-am-2`]).toMatchObject({ state: 'accepted', to: colleague });
  });

  test('whoever asked comes after all: the seat stays, who was asked hears it and can answer no more', async () => {
    await publish();
    const me = holderOf('h1-am-2');
    const colleague = await findSubstitute(me);
    const undo = { ...SEAT, undo: true };
    expect(await office.ask(openidOf(me), 'askSwap', undo)).toMatchObject({ code: 'swap-over' });
    await office.ask(openidOf(me), 'askSwap', { ...SEAT, to: colleague });
    expect(await office.ask(openidOf(colleague), 'askSwap', undo)).toMatchObject({ code: 'not-your-seat' });
    expect(await office.ask(openidOf(me), 'askSwap', undo)).toMatchObject({ data: { state: 'withdrawn' } });
    const yes = { ...YEAR, swap: `${DATE}_h1-am-2`, accept: true };
    expect(await office.ask(openidOf(colleague), 'answerSwap', yes)).toMatchObject({ code: 'swap-over' });
    expect(holderOf('h1-am-2')).toBe(me);
    const { swaps } = (await office.ask(STAFF, 'roster', YEAR)).data as RosterView;
    expect(swaps.filter(({ state }) => state === 'asked' || state === 'office')).toEqual([]);
  });

  test('asked of a second colleague, the first answer comes too late', async () => {
    await publish();
    const me = holderOf('h1-am-2');
    const first = await findSubstitute(me);
    await office.ask(openidOf(me), 'askSwap', { ...SEAT, to: first });
    await office.ask(openidOf(me), 'askSwap', SEAT);
    const yes = { ...YEAR, swap: `${DATE}_h1-am-2`, accept: true };
    expect(await office.ask(openidOf(first), 'answerSwap', yes)).toMatchObject({ code: 'swap-over' });
  });

  test('nobody asks for a seat that is not theirs, nor somebody who sits elsewhere or has no account', async () => {
    const [me, other] = [holderOf('h1-am-2'), holderOf('h2-am-2')];
    expect(await office.ask(openidOf(other), 'askSwap', SEAT)).toMatchObject({ code: 'not-your-seat' });
    expect(await office.ask(openidOf(me), 'askSwap', { ...SEAT, to: other })).toMatchObject({
      code: 'cannot-sit',
      details: { why: 'busy' },
    });
    expect(await office.ask(openidOf(me), 'askSwap', { ...SEAT, to: me })).toMatchObject({
      code: 'cannot-sit',
    });
    const book = [...office.database.exportDocuments('townships')] as {
      people?: { id: string; claimed: boolean }[];
    }[];
    const unclaimed = book.flatMap(({ people = [] }) => people).find(({ claimed }) => !claimed)?.id;
    expect(await office.ask(openidOf(me), 'askSwap', { ...SEAT, to: unclaimed })).toMatchObject({
      code: 'cannot-sit',
      details: { why: 'account' },
    });
  });

  test('the same answer twice under one key is one swap', async () => {
    await publish();
    const me = holderOf('h1-am-2');
    const colleague = await findSubstitute(me);
    await office.ask(openidOf(me), 'askSwap', { ...SEAT, to: colleague });
    const [key, yes] = [newKey(), { ...YEAR, swap: `${DATE}_h1-am-2`, accept: true }];
    const once = await office.ask(openidOf(colleague), 'answerSwap', yes, key);
    const again = await office.ask(openidOf(colleague), 'answerSwap', yes, key);
    expect([once.data, again.data]).toEqual([{ state: 'accepted' }, { state: 'accepted' }]);
    expect(await office.ask(openidOf(colleague), 'answerSwap', { ...yes, accept: false }, key)).toMatchObject(
      {
        code: 'key-reused',
      },
    );
  });
});

describe('withdrawing', () => {
  test('refused while somebody has booked, possible once they cancelled, and the day can come back', async () => {
    await publish();
    await office.kick();
    const slip = await book();
    expect(await withdraw()).toMatchObject({ ok: false, code: 'day-has-bookings', details: { booked: 1 } });
    expect(office.day(DATE)?.state).toBe('published');
    const { booking, place, keys } = slip;
    await office.ask('o-villager', 'cancel', { date: DATE, booking, from: place, keys });

    const closed = { date: DATE, places: [place], reason: '开会', confirmed: true };
    expect(await office.ask(STAFF, 'blockPlaces', closed)).toMatchObject({ data: { applied: true } });
    expect(await withdraw()).toMatchObject({ ok: true });
    expect(office.day(DATE)?.state).toBe('draft');
    await office.kick();
    expect(office.day(DATE)?.state).toBe('draft');
    const rev = office.roster().version;
    const substitute = await findSubstitute(holderOf('h1-am-1'));
    await office.ask(STAFF, 'editSeat', { ...SEAT, seat: 'h1-am-1', person: substitute, rev });
    await publish();
    await office.kick();
    expect(office.day(DATE)).toMatchObject({ state: 'published', publication: 2 });
    expect(office.day(DATE)?.seats['h1-am-1']).toMatchObject({ person: substitute });
    expect(office.day(DATE)).not.toHaveProperty('blocked');
    await book('o-other');
  });

  test('before the relay made the day: it never opens, however late the event comes', async () => {
    await publish();
    expect(await withdraw()).toMatchObject({ ok: true });
    await office.kick();
    expect(office.day(DATE)).toMatchObject({ state: 'draft' });
    expect(office.roster().days[DATE]).toMatchObject({ state: 'draft', publication: 1 });
  });

  test.each(DEATHS_OF_ACTS)(
    'dying anywhere (%s) leaves a day that is closed or open in both places once the relay has run',
    async (death) => {
      await dieAtEachCall({ cloud: office, fn: 'reception', death, atMost: 12 }, async (fatally) => {
        await publish();
        await office.kick();
        const key = newKey();
        await fatally(() => withdraw(key));
        await office.kick();
        expect(office.roster().days[DATE]?.state).toBe(office.day(DATE)?.state);
        if (office.day(DATE)?.state === 'published') await withdraw(key);
        expect(office.day(DATE)?.state).toBe('draft');
        expect(office.roster().days[DATE]?.state).toBe('draft');
      });
    },
  );

  test('a draft, a day gone by', async () => {
    expect(await withdraw()).toMatchObject({ code: 'not-published' });
    office.clock.set(Date.parse('2026-01-06T09:00:00+08:00'));
    expect(await withdraw()).toMatchObject({ code: 'past-day' });
  });
});

test('one receiver’s own year: nearest first, drafts told apart, the swap under way shown', async () => {
  await publish();
  const me = holderOf('h1-am-2');
  await office.ask(openidOf(me), 'askSwap', SEAT);
  const { duties } = (await office.ask(openidOf(me), 'myDuties')).data as Output<'reception', 'myDuties'>;
  expect(duties[0]).toMatchObject({
    date: DATE,
    home: 'h1',
    homeName: '城关代表之家',
    half: 'am',
    start: '08:30',
    end: '11:30',
    published: true,
    swap: { state: 'office' },
  });
  const counted = view.counts.find(({ person }) => person === me)?.duties;
  expect(duties).toHaveLength(counted ?? -1);
  expect(duties.slice(1).every(({ published }) => !published)).toBe(true);
});
