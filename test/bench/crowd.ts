/** How the day's document bears 200 bookings, against a day with 20. */
import { BSON } from 'bson';
import type { DayView, Slip } from '../../miniprogram/contract/reception';
import { makeDay, receiver } from '../cloudfunctions/reception/support/days';
import { bookInput, newKey, type Reception } from '../cloudfunctions/reception/support/reception';
import { compareRounds, timeActs, type Growth, type Round, type Timed } from './act-time';
import { round } from './figures';

const ROUNDS = 40;
const LIMITS = { ratio: 2.5, documentKB: 256, phoneKB: 16 };

interface Size {
  bookings: number;
  /** Receivers in each half-day of each of three homes, so that so many bookings fit. */
  seats: number;
  date: string;
}

const FEW: Size = { bookings: 20, seats: 1, date: '2026-12-07' };
const MANY: Size = { bookings: 200, seats: 10, date: '2026-12-21' };

export interface CrowdResult {
  acts: Growth[];
  /** The document with 200 bookings before the relay has shipped anything. */
  documentKB: number;
  /** And after. */
  shippedKB: number;
  /** What a phone gets of that day. */
  phoneKB: number;
  withinLimits: boolean;
}

async function fill(reception: Reception, { bookings, seats, date }: Size): Promise<void> {
  const sitting = Array.from({ length: seats }, (_, n) => receiver(`p${n}`));
  const homes = Object.fromEntries(['h1', 'h2', 'h3'].map((home) => [home, { am: sitting, pm: sitting }]));
  const day = makeDay({ homes, date });
  await reception.replaceDay(day);
  const free = Object.keys(day.place).filter((place) => !place.endsWith('w'));
  for (let n = 0; n < bookings; n++) {
    const place = free[n] ?? '';
    const own = { date, place, home: place.slice(0, 2), name: '某某某某', phone: String(5550000 + n) };
    const caller = { openid: `crowd-${n}-of-a-usual-length`, key: newKey() };
    const answer = await reception.act('book', { ...bookInput(own), category: 'road' }, caller);
    if (!answer.ok) throw new Error(`${date}: ${answer.code ?? ''}`);
  }
}

/** One person books, moves, is refused, looks, and cancels; the last place and the one before it are kept free. */
async function playRound(reception: Reception, timed: Timed, { date }: Size, n: number): Promise<Round> {
  const openid = `round-${n}`;
  const act = (action: string, input: object) =>
    timed(() => reception.act(action, { township: 't1', date, ...input }, { openid, key: newKey() }));
  const free = ((await act('day', {})).answer.data as DayView).homes.flatMap((home) =>
    home.times.flatMap((time) => time.free.map(({ place }) => place)),
  );
  const [place = '', other = ''] = free;
  const input = { ...bookInput({ date, place, home: place.slice(0, 2) }) };
  const book = await act('book', input);
  const { booking, keys } = book.answer.data as Slip;
  const refuse = await act('book', input);
  const wish = { wish: { who: 'any' } };
  const move = await act('move', { booking, from: place, place: other, ...wish });
  const day = await act('day', {});
  const cancel = await act('cancel', { booking, from: other, keys });
  if (!book.answer.ok || refuse.answer.ok || !move.answer.ok || !cancel.answer.ok)
    throw new Error('the round did not go as planned');
  return { book, move, cancel, refuse, day };
}

/** As the timer does every minute. */
async function ship(reception: Reception): Promise<void> {
  for (let events = 1; events > 0;) {
    const answer = await reception.invoke('notify', 'kick', { township: 't1' }, { openid: 'o1' });
    ({ events } = answer.data as { events: number });
  }
}

export async function measureCrowd(reception: Reception): Promise<CrowdResult> {
  await reception.database.drop();
  await fill(reception, FEW);
  await fill(reception, MANY);
  const documentKB = round(BSON.calculateObjectSize(reception.day(MANY.date)) / 1024);
  await ship(reception);
  const shippedKB = round(BSON.calculateObjectSize(reception.day(MANY.date)) / 1024);
  const full = await reception.act('day', { township: 't1', date: MANY.date }, { openid: 'crowd-0' });
  const phoneKB = round(Buffer.byteLength(JSON.stringify({ ok: true, data: full.data })) / 1024);
  const timed = timeActs(reception);
  const rounds: [Round[], Round[]] = [[], []];
  for (let n = 0; n < ROUNDS; n++) {
    rounds[0].push(await playRound(reception, timed, FEW, n));
    rounds[1].push(await playRound(reception, timed, MANY, n));
  }
  const acts = compareRounds(...rounds);
  const withinLimits =
    acts.every(({ ratio }) => ratio <= LIMITS.ratio) &&
    documentKB <= LIMITS.documentKB &&
    phoneKB <= LIMITS.phoneKB;
  return { acts, documentKB, shippedKB, phoneKB, withinLimits };
}
