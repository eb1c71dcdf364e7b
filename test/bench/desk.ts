/** What the day itself costs: the desk's acts in database calls, and how they bear 200 visitors against 20. */
import { onPlaceFreed } from '../../cloudfunctions/reception/events/on-place-freed';
import type { DeskView } from '../../miniprogram/contract/desk';
import type { Slip } from '../../miniprogram/contract/reception';
import { makeDay, MORNING_BEFORE, receiver, TOWNSHIP } from '../cloudfunctions/reception/support/days';
import { DAY_MORNING, openDesk, type Desk } from '../cloudfunctions/reception/support/desk';
import { SteppedCloud } from '../cloudfunctions/reception/support/stepped-cloud';
import type { Answer } from '../support/cloud';
import { quantile, round } from './figures';

const ROUNDS = 30;
const LIMITS = { ratio: 2.5, phoneKB: 16 };

type Calls = Record<
  'checkIn' | 'checkInLost' | 'walkIn' | 'walkInLost' | 'wait' | 'desk' | 'find' | 'wall',
  number
>;

export interface DeskFigures {
  calls: Calls & { give: number };
  acts: { act: string; msAt20: number; msAt200: number; ratio: number }[];
  /** What a phone gets of one half-day of the day with 200. */
  phoneKB: number;
  fewCalls: boolean;
  withinLimits: boolean;
}

function costOf({ ok, code, cost }: Answer, wanted: string): number {
  if ((ok ? 'ok' : code) !== wanted) throw new Error(`${wanted} expected, ${String(code)} answered`);
  return cost.calls;
}

async function countCalls(desk: Desk): Promise<Calls> {
  await desk.reset();
  const slip = await desk.hold('o1');
  await desk.hold('o2', { place: 'h1-1430-1' });
  const wait = costOf(await desk.wait('o3'), 'ok');
  await desk.setClock(DAY_MORNING);
  await desk.view('o-staff');
  return {
    checkIn: costOf(await desk.step('o-staff', slip, 'booked', 'arrived'), 'ok'),
    checkInLost: costOf(await desk.step('o-chief', slip, 'booked', 'arrived'), 'visit-changed'),
    walkIn: costOf(await desk.walkIn('o-staff', 'h1-0900-3'), 'ok'),
    walkInLost: costOf(await desk.walkIn('o-chief', 'h1-0900-3'), 'ok'),
    wait,
    desk: costOf(await desk.ask('o-staff', 'desk'), 'ok'),
    find: costOf(await desk.ask('o-staff', 'findVisitor', { text: '1' }), 'ok'),
    wall: costOf(await desk.ask('o1', 'wall', { home: 'h1' }), 'ok'),
  };
}

/** The relay's part alone: one freed place to the head of its list. */
async function countGiving(): Promise<number> {
  const cloud = await SteppedCloud.open('reception', () => MORNING_BEFORE);
  const [account, short] = ['a'.repeat(16), 'baaaaaaaa'];
  const stored = { state: 'waiting', p: 'h1-1430-0', whom: 'self', name: 'x', keys: account } as const;
  const day = { ...makeDay(), waiting: { 'h1-1430': [`${account}-${short}`] } };
  day.bookings[account] = { [short]: { ...stored, openid: '', at: 1 } };
  await cloud.database.importDocuments('days', [day]);
  const about = { date: day.date, place: 'h1-1430-1' };
  const event = { id: 'freed', event: 'booking-cancelled', at: 1, about };
  const work = await cloud.beginWork('relay', async () => {
    await onPlaceFreed(
      { ...event, township: TOWNSHIP, collection: 'days', document: day._id },
      MORNING_BEFORE,
    );
    return { ok: true, data: {} };
  });
  let calls = 0;
  for (; !work.answer; calls++) await cloud.step(work, 'answered', () => undefined);
  const [after] = [...cloud.database.exportDocuments('days')] as (typeof day)[];
  await cloud.close();
  if (after?.place['h1-1430-1'] === 0) throw new Error('the place was not given');
  return calls;
}

/** A morning and an afternoon at three homes, so many booked; what the relay ships is shipped. */
async function fill(desk: Desk, bookings: number, seats: number): Promise<Slip[]> {
  await desk.reset();
  const sitting = Array.from({ length: seats }, (_, n) => receiver(`p${n}`));
  const homes = Object.fromEntries(['h1', 'h2', 'h3'].map((home) => [home, { am: sitting, pm: sitting }]));
  const day = makeDay({ homes });
  await desk.replaceDay(day);
  const slips: Slip[] = [];
  for (const place of Object.keys(day.place).filter((each) => !each.endsWith('w'))) {
    if (slips.length === bookings) break;
    const own = { place, home: place.slice(0, 2), name: '某某某某', phone: String(5550000 + slips.length) };
    slips.push(await desk.hold(`crowd-${String(slips.length)}-of-a-usual-length`, own));
  }
  if (slips.length < bookings) throw new Error('too few places');
  await desk.kick();
  await desk.setClock(DAY_MORNING);
  return slips;
}

async function timed(act: () => Promise<Answer>): Promise<number> {
  const start = performance.now();
  costOf(await act(), 'ok');
  return performance.now() - start;
}

/** Median ms of each act, on a day with so many. */
async function measureDay(desk: Desk, bookings: number, seats: number) {
  const slips = await fill(desk, bookings, seats);
  const rounds: Record<string, number>[] = [];
  let phone = 0;
  for (let n = 0; n < ROUNDS; n++) {
    const slip = slips[n % slips.length] as Slip;
    const [from, to] = n < slips.length ? (['booked', 'arrived'] as const) : (['arrived', 'called'] as const);
    const { next = '' } = await desk.view('o-staff', { home: 'h3', half: 'pm' });
    rounds.push({
      checkIn: await timed(() => desk.step('o-staff', slip, from, to)),
      walkIn: await timed(() => desk.walkIn('o-staff', next, { home: 'h3', half: 'pm' })),
      desk: await timed(() => desk.ask('o-staff2', 'desk', { home: 'h1', half: 'am' })),
      find: await timed(() => desk.ask('o-staff2', 'findVisitor', { text: '某' })),
      wall: await timed(() => desk.ask('o1', 'wall', { home: 'h1' })),
    });
    await desk.kick();
    if (n % 10 === 9) await desk.control({ clock: { advanceMs: 61_000 } });
  }
  for (const home of ['h1', 'h2', 'h3']) {
    const view: DeskView = await desk.view('o-chief', { home, half: 'am' });
    phone = Math.max(phone, Buffer.byteLength(JSON.stringify(view)));
  }
  const acts = Object.keys(rounds[0] ?? {});
  const medians = acts.map((act): [string, number] => [
    act,
    quantile(
      rounds.map((each) => each[act] ?? 0),
      0.5,
    ),
  ]);
  return { medians: new Map(medians), phoneKB: round(phone / 1024) };
}

export async function measureDesk(): Promise<DeskFigures> {
  const desk = await openDesk();
  const counted = await countCalls(desk);
  const few = await measureDay(desk, 20, 1);
  const many = await measureDay(desk, 200, 10);
  await desk.close();
  const calls = { ...counted, give: await countGiving() };
  const acts = [...many.medians].map(([act, msAt200]) => {
    const msAt20 = few.medians.get(act) ?? 0;
    return { act, msAt20, msAt200, ratio: round(msAt200 / msAt20, 2) };
  });
  return {
    calls,
    acts,
    phoneKB: many.phoneKB,
    fewCalls: calls.checkIn === 2 && calls.walkIn === 2 && calls.checkInLost === 3 && calls.give === 2,
    withinLimits: acts.every(({ ratio }) => ratio <= LIMITS.ratio) && many.phoneKB <= LIMITS.phoneKB,
  };
}
