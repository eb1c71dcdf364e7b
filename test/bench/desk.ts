/** What the day itself costs: the desk's acts in database calls, and how they bear 200 visitors against 20. */
import { onPlaceFreed } from '../../cloudfunctions/reception/events/on-place-freed';
import type { DeskView } from '../../miniprogram/contract/desk';
import type { Slip } from '../../miniprogram/contract/reception';
import { makeDay, MORNING_BEFORE, receiver, TOWNSHIP } from '../cloudfunctions/reception/support/days';
import { DAY_MORNING, openDesk, type Desk } from '../cloudfunctions/reception/support/desk';
import { openStepped } from '../cloudfunctions/reception/support/stepped-cloud';
import type { Answer } from '../support/cloud';
import { compareRounds, timeActs, type Growth, type Round, type Time, type Timed } from './act-time';
import { round } from './figures';

const ROUNDS = 30;
const LIMITS = { ratio: 2.5, phoneKB: 16 };

type Calls = Record<
  'checkIn' | 'checkInLost' | 'walkIn' | 'walkInLost' | 'wait' | 'desk' | 'find' | 'wall',
  number
>;

export interface DeskFigures {
  calls: Calls & { give: number };
  acts: Growth[];
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
  const cloud = await openStepped('reception', () => MORNING_BEFORE);
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

interface Day {
  desk: Desk;
  slips: readonly Slip[];
  timed: Timed;
}

/** One of each act; the relay ships in between, and nobody runs into the minute's bound. */
async function playRound({ desk, slips, timed }: Day, n: number): Promise<Round> {
  const slip = slips[n % slips.length] as Slip;
  const [from, to] = n < slips.length ? (['booked', 'arrived'] as const) : (['arrived', 'called'] as const);
  const { next = '' } = await desk.view('o-staff', { home: 'h3', half: 'pm' });
  const granted = async (act: () => Promise<Answer>): Promise<Time> => {
    const { answer, ...time } = await timed(act);
    costOf(answer, 'ok');
    return time;
  };
  const times = {
    checkIn: await granted(() => desk.step('o-staff', slip, from, to)),
    walkIn: await granted(() => desk.walkIn('o-staff', next, { home: 'h3', half: 'pm' })),
    desk: await granted(() => desk.ask('o-staff2', 'desk', { home: 'h1', half: 'am' })),
    find: await granted(() => desk.ask('o-staff2', 'findVisitor', { text: '某' })),
    wall: await granted(() => desk.ask('o1', 'wall', { home: 'h1' })),
  };
  await desk.kick();
  if (n % 10 === 9) await desk.control({ clock: { advanceMs: 61_000 } });
  return times;
}

async function measureDays(few: Desk, many: Desk): Promise<Growth[]> {
  const ordinary: Day = { desk: few, slips: await fill(few, 20, 1), timed: timeActs(few) };
  const full: Day = { desk: many, slips: await fill(many, 200, 10), timed: timeActs(many) };
  const rounds: [Round[], Round[]] = [[], []];
  for (let n = 0; n < ROUNDS; n++) {
    rounds[0].push(await playRound(ordinary, n));
    rounds[1].push(await playRound(full, n));
  }
  return compareRounds(...rounds);
}

/** The most that a phone gets of one half-day. */
async function measurePhone(desk: Desk): Promise<number> {
  let phone = 0;
  for (const home of ['h1', 'h2', 'h3']) {
    const view: DeskView = await desk.view('o-chief', { home, half: 'am' });
    phone = Math.max(phone, Buffer.byteLength(JSON.stringify(view)));
  }
  return round(phone / 1024);
}

export async function measureDesk(): Promise<DeskFigures> {
  const [few, many] = [await openDesk(), await openDesk()];
  const counted = await countCalls(few);
  const acts = await measureDays(few, many);
  const phoneKB = await measurePhone(many);
  await few.close();
  await many.close();
  const calls = { ...counted, give: await countGiving() };
  return {
    calls,
    acts,
    phoneKB,
    fewCalls: calls.checkIn === 2 && calls.walkIn === 2 && calls.checkInLost === 3 && calls.give === 2,
    withinLimits: acts.every(({ ratio }) => ratio <= LIMITS.ratio) && phoneKB <= LIMITS.phoneKB,
  };
}
