/** The reception function as an artefact in a local cloud, with one published day. */
import type { BookInput, DayView, Slip } from '../../../../miniprogram/contract/reception';
import type { DayDocument } from '../../../../cloudfunctions/reception/days/rules/day-document';
import { type Answer, type Caller, startTestCloud, type TestCloud } from '../../../support/cloud';
import { DATE, makeDay, TOWNSHIP } from './days';

export const AT_START = '2026-12-01T09:00:00+08:00';

let keys = 0;

/** An idempotency key that nobody used before. */
export function newKey(): string {
  return `key-${String(++keys).padStart(6, '0')}`;
}

export interface Reception extends TestCloud {
  act(action: string, input: object, caller?: Caller): Promise<Answer>;
  /** Books h1-0830-1 for the account itself, unless said otherwise. */
  book(openid: string, own?: Partial<BookInput>, key?: string): Promise<Answer>;
  /** As book, for the tests that need a booking to begin with. */
  hold(openid: string, own?: Partial<BookInput>): Promise<Slip>;
  move(openid: string, slip: Pick<Slip, 'booking' | 'place'>, place: string, key?: string): Promise<Answer>;
  cancel(openid: string, slip: Pick<Slip, 'booking' | 'place' | 'keys'>, key?: string): Promise<Answer>;
  day(date?: string): DayDocument;
  replaceDay(day: DayDocument): Promise<void>;
  setClock(instant: string | number): Promise<unknown>;
}

export function bookInput(own: Partial<BookInput> = {}): BookInput {
  return {
    township: TOWNSHIP,
    date: DATE,
    home: 'h1',
    place: 'h1-0830-1',
    wish: { who: 'any' },
    whom: 'self',
    name: '王先生',
    ...own,
  };
}

export async function openReception(options: Parameters<typeof startTestCloud>[0] = {}): Promise<Reception> {
  const cloud = await startTestCloud({ now: AT_START, ...options });
  const act: Reception['act'] = (action, input, caller) => cloud.invoke('reception', action, input, caller);
  const where = { township: TOWNSHIP, date: DATE };
  const wish = { wish: { who: 'any' } };
  const reception: Reception = {
    ...cloud,
    act,
    book: (openid, own, key = newKey()) => act('book', bookInput(own), { openid, key }),
    async hold(openid, own) {
      const answer = await reception.book(openid, own);
      if (!answer.ok) throw new Error(`cannot begin: ${answer.code ?? ''}`);
      return answer.data as Slip;
    },
    move: (openid, { booking, place: from }, place, key = newKey()) =>
      act('move', { ...where, booking, from, place, ...wish }, { openid, key }),
    cancel: (openid, { booking, place, keys: personKeys }, key = newKey()) =>
      act('cancel', { ...where, booking, from: place, keys: personKeys }, { openid, key }),
    day(date = DATE) {
      const days = [...cloud.database.exportDocuments('days')] as DayDocument[];
      const found = days.find((day) => day.date === date && day.township === TOWNSHIP);
      if (!found) throw new Error(`no day ${date}`);
      return found;
    },
    replaceDay: (day) => cloud.database.importDocuments('days', [day]),
    setClock: (instant) => cloud.control({ clock: { set: instant } }),
  };
  return reception;
}

/** An empty database with the sample day, and the clock back on the 1st of December at nine. */
export async function resetReception(reception: Reception): Promise<void> {
  await reception.control({ faults: {}, clock: { set: AT_START } });
  await reception.database.drop();
  await reception.replaceDay(makeDay());
}

export function freeOf(answer: Answer): string[] {
  const view = answer.data as DayView;
  return view.homes.flatMap((home) => home.times.flatMap(({ free }) => free.map(({ place }) => place)));
}

/**
 * What is wrong with a day's document; nothing when each place has one booking, each booking one place. Changes are
 * compared with their events unless the relay has shipped some, or some change leaves none.
 */
export function findFaults(day: DayDocument, events: 'whole' | 'shipped' | 'uncounted' = 'whole'): string[] {
  const faults: string[] = [];
  const live = Object.entries(day.bookings).flatMap(([account, own]) =>
    Object.entries(own).map(([short, booking]) => ({ id: `${account}-${short}`, account, ...booking })),
  );
  const booked = live.filter(({ state }) => state === 'booked');
  const held = Object.entries(day.place).filter(([, booking]) => booking !== 0);
  if (held.length !== booked.length) faults.push(`${held.length} places held by ${booked.length} bookings`);
  for (const { id, p, keys: joined, account } of booked) {
    if (day.place[p] !== id) faults.push(`${id} says ${p}, which holds ${String(day.place[p])}`);
    for (const key of joined.split('~')) if (day.by[key] !== id) faults.push(`by.${key} is not ${id}`);
    if (!day.of[account]?.includes(id)) faults.push(`of.${account} lacks ${id}`);
  }
  const waiting = live.filter(({ state }) => state === 'waiting');
  const lists = Object.entries(day.waiting).flatMap(([key, list]) => list.map((id) => `${key}-0 ${id}`));
  const said = waiting.map(({ id, p }) => `${p} ${id}`);
  if (lists.sort().join() !== said.sort().join()) faults.push('lists and those who wait differ');
  for (const { id, account, keys: joined } of waiting) {
    for (const key of joined.split('~')) if (day.by[key] !== id) faults.push(`by.${key} is not ${id}`);
    if (!day.of[account]?.includes(id)) faults.push(`of.${account} lacks ${id}`);
  }
  for (const place of Object.keys(day.visits ?? {}))
    if ((day.place[place] ?? 0) === 0) faults.push(`a visit at ${place}, which nobody has`);
  const alive = [...booked, ...waiting];
  const people = alive.reduce((sum, { keys: joined }) => sum + joined.split('~').length, 0);
  if (Object.keys(day.by).length !== people) faults.push('by holds somebody who has no booking');
  const listed = Object.values(day.of).reduce((sum, list) => sum + list.length, 0);
  if (listed !== alive.length) faults.push('of holds a booking that is not live');
  if (events !== 'whole') return faults;
  const ids = new Set((day.outbox as { id: string }[]).map(({ id }) => id));
  if (ids.size !== day.outbox.length) faults.push('an event twice');
  // A try is counted and leaves no event; what was taken over had one that was taken off with it.
  const wrong = Object.values(day.wrong ?? {}).flat().length;
  const taken = (day.history as { act?: string }[]).filter(({ act }) => act === 'take-over').length;
  const silent = day.rev - 1 - day.history.length - wrong - taken;
  // So is a name of which something was told; one with a booking is counted by the booking's own write.
  const named = Object.values(day.asked ?? {}).flat().length;
  if (day.outbox.length !== day.history.length || silent < 0 || silent > named)
    faults.push('a change without its event or its row of history');
  return faults;
}
