/** 转为意见: what a visitor raised at the desk becomes the visitor's own request, once, whoever dies when. */
import type { Slip } from '../../../miniprogram/contract/reception';
import type { RequestActions, RequestView } from '../../../miniprogram/contract/request';
import { DEATHS, dieAtEachCall } from '../../support/deaths';
import { makeDay, receiver } from '../reception/support/days';
import { BH, openOffice, STAFF, type Office } from '../reception/support/office';
import { newKey } from '../reception/support/reception';
import { submission } from './requests';

jest.setTimeout(60_000);

const DATE = '2026-12-07';
const MORNING = '2026-12-07T08:20:00+08:00';
const OF_DAY = { date: DATE, home: 'h2', half: 'am' };

let office: Office;
beforeAll(async () => {
  office = await openOffice(MORNING);
});
beforeEach(begin);
afterAll(() => office.close());

/** Nothing happened yet, and the day is published. */
async function begin(): Promise<void> {
  await office.reset();
  const settings = { closing: { daysBefore: 0, time: '08:30' }, walkInEvery: 0 };
  const homes = { h1: { am: [receiver('p8')] }, h2: { am: [receiver('p5')] } };
  await office.database.importDocuments('days', [makeDay({ township: BH, date: DATE, homes, settings })]);
}

interface Visited {
  booking: string;
  place: string;
}

const step = (who: string, { booking, place }: Visited, from: string, to: string, own: object = {}) =>
  office.ask(who, 'setVisit', { date: DATE, booking, place, from, to, ...own });
const visitOf = ({ place }: Visited) => office.day(DATE)?.visits?.[place];

/** Somebody booked by phone and is being talked with. */
async function talk(openid = 'o-villager'): Promise<Slip> {
  const booked = await office.ask(openid, 'book', {
    date: DATE,
    home: 'h2',
    place: 'h2-0830-1',
    wish: { who: 'any' },
    whom: 'self',
    name: '王先生',
    phone: '13900001234',
  });
  const slip = booked.data as Slip;
  expect(await step(STAFF, slip, 'booked', 'talking')).toMatchObject({ ok: true });
  return slip;
}

function open(who: string, { booking, place }: Visited, own: object = {}, key = newKey()) {
  const input = submission();
  const visit = { date: DATE, place, booking };
  return office.invoke('request', 'submitFromVisit', { ...input, visit, ...own }, { openid: who, key });
}

type Opened = RequestActions['submitFromVisit']['output'];
const view = async (openid: string, request: string) =>
  (await office.invoke('request', 'get', { township: BH, request }, { openid })).data as RequestView;
const requests = () => [...office.database.exportDocuments('requests')] as { operator?: string }[];

test('the request is the visitor’s, with the booking’s name and phone; the step says who wrote it down', async () => {
  const slip = await talk();
  const answer = await open('bh-p5', slip);
  expect(answer).toMatchObject({ ok: true });
  const { request } = answer.data as Opened;
  const own = await view('o-villager', request);
  expect(own).toMatchObject({ mine: true, asker: { name: '王先生', phone: '13900001234' } });
  expect(own.steps[0]?.by).toBe((await view('bh-p5', request)).steps[0]?.by);
  expect(own.steps[0]?.by).not.toBe('您');
});

test('if the phone dies before it ends the visit, the relay does, and says which request it became', async () => {
  const slip = await talk();
  const { request } = (await open(STAFF, slip)).data as Opened;
  expect(visitOf(slip)).toMatchObject({ s: 'talking' });
  await office.kick();
  expect(visitOf(slip)).toMatchObject({ s: 'met', o: 'matter', r: request });
  const { rev } = office.day(DATE) ?? {};
  await office.kick();
  expect(office.day(DATE)?.rev).toBe(rev);
});

test('ended by the desk first, only the request is added; an outcome that somebody chose stays', async () => {
  const slip = await talk();
  const { request } = (await open(STAFF, slip)).data as Opened;
  await step(STAFF, slip, 'talking', 'met', { outcome: 'visit' });
  await office.kick();
  expect(visitOf(slip)).toMatchObject({ s: 'met', o: 'visit', r: request });
});

test('two requests of one talk are two; the same key twice is one; with another body it is refused', async () => {
  const slip = await talk();
  const key = newKey();
  const first = (await open(STAFF, slip, {}, key)).data as Opened;
  expect((await open(STAFF, slip, {}, key)).data).toEqual(first);
  expect(await open(STAFF, slip, { text: '别的' }, key)).toMatchObject({ ok: false, code: 'key-reused' });
  expect(await open(STAFF, slip, { text: '还有一件' })).toMatchObject({ ok: true });
  expect(requests()).toHaveLength(2);
});

test('who just came has no phone: the request is stored without an account to write to', async () => {
  const came = await office.ask(STAFF, 'walkIn', { ...OF_DAY, place: 'h2-0830-1', name: '老周' });
  const visitor = came.data as Visited;
  expect(await open(STAFF, visitor)).toMatchObject({
    ok: false,
    code: 'visit-changed',
    details: { state: 'arrived' },
  });
  await step(STAFF, visitor, 'arrived', 'talking');
  expect(await open(STAFF, visitor, { phone: '13900009999' })).toMatchObject({ ok: true });
  expect(requests()).toMatchObject([{ openid: '', account: visitor.booking.split('-')[0] }]);
});

test('a receiver of another home, another place, a villager, a day to come', async () => {
  const slip = await talk();
  expect(await open('bh-p8', slip)).toMatchObject({ code: 'not-allowed' });
  expect(await open(STAFF, { ...slip, place: 'h2-0900-2' })).toMatchObject({ code: 'booking-changed' });
  expect(await open('o-villager', slip)).toMatchObject({ code: 'not-allowed' });
  const { booking, place } = slip;
  const visit = { date: '2026-12-08', booking, place };
  expect(await open(STAFF, slip, { visit })).toMatchObject({ code: 'not-today' });
  expect(requests()).toEqual([]);
});

test.each(DEATHS)('%s, tried again: one request', async (death) => {
  await dieAtEachCall({ cloud: office, fn: 'request', death, atMost: 8 }, async (fatally) => {
    await begin();
    const slip = await talk();
    const key = newKey();
    await fatally(() => open(STAFF, slip, {}, key));
    expect(await open(STAFF, slip, {}, key)).toMatchObject({ ok: true });
    expect(requests()).toHaveLength(1);
  });
});
