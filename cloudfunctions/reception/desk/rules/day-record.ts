/** The day in figures (接访统计). A visit (人次) is somebody who was received: the talk began. */
import { OUTCOMES, type DayRecord, type Outcome } from '../../../../miniprogram/contract/desk';
import type { Receiver, ReceiverType } from '../../../../miniprogram/contract/reception';
import type { Instant } from '../../../../miniprogram/contract/wire';
import { isOver } from '../../booking/rules/free-places';
import type { DeskDay } from '../../days/rules/day-document';
import { isWaitingPlace, parsePlace } from '../../days/rules/place-id';
import { hasCome, isUnrecorded, listVisitors, type Visitor } from './visits';

/** Receivers of the day by seat, the day's homes with what they are called. */
export type RecordedHome = DayRecord['homes'][number];

function wasReceived({ state }: Visitor): boolean {
  return state === 'talking' || state === 'met';
}

/** 人: one who came twice, under another number, is one; told apart by name and phone, else by the entry. */
function countPeople(visitors: readonly Visitor[]): number {
  return new Set(visitors.map(({ stored }) => stored.keys.split('~').at(-1))).size;
}

function countOf(visitors: readonly Visitor[]): { visits: number; people: number } {
  const received = visitors.filter(wasReceived);
  return { visits: received.length, people: countPeople(received) };
}

function countOutcomes(visitors: readonly Visitor[]): Record<Outcome, number> {
  const counts = OUTCOMES.map((outcome): [Outcome, number] => [
    outcome,
    visitors.filter(({ state, visit }) => state === 'met' && visit?.o === outcome).length,
  ]);
  return Object.fromEntries(counts) as Record<Outcome, number>;
}

/** Cancelled bookings that once had a place in this home; who only waited gave nothing back. */
function countCancelled(day: DeskDay, home: string): number {
  const all = Object.values(day.bookings ?? {}).flatMap((own) => Object.values(own));
  return all.filter(
    ({ state, p }) => state === 'cancelled' && !isWaitingPlace(p) && parsePlace(p).home === home,
  ).length;
}

function typeOf(receiver: Receiver | undefined): ReceiverType {
  return receiver?.type ?? (receiver && !receiver.deputy ? 'committee' : 'deputy');
}

/**
 * By home, by receiver, by level, by type of receiver. `names`: what each home is called. `now`: before a home's day is
 * over, who has not come yet may still come.
 */
export function recordDay(
  day: DeskDay,
  names: ReadonlyMap<string, string>,
  now: Instant,
): Pick<DayRecord, 'homes' | 'receivers' | 'byLevel' | 'byType'> {
  const all = listVisitors(day);
  const homes = Object.keys(day.homes)
    .sort()
    .map((home): RecordedHome => {
      const here = all.filter((visitor) => visitor.home === home);
      const from = (origin: Visitor['origin']) => here.filter((visitor) => visitor.origin === origin).length;
      return {
        home,
        name: names.get(home) ?? '',
        booked: from('phone'),
        behalf: from('behalf'),
        walkIns: from('walk-in'),
        ...countOf(here),
        late: here.filter((visitor) => wasReceived(visitor) && visitor.visit?.l !== undefined).length,
        noShows: here.filter(({ state }) => state === 'no-show').length,
        unrecorded: here.filter((one) => isUnrecorded(one) && (hasCome(one) || isOver(day, now, home)))
          .length,
        cancelled: countCancelled(day, home),
        outcomes: countOutcomes(here),
      };
    });
  const sitting = new Map(Object.values(day.seats).map((receiver) => [receiver.person, receiver]));
  const receivers = [...sitting.values()].map((receiver) => ({
    receiver,
    ...countOf(all.filter(({ seat }) => day.seats[seat]?.person === receiver.person)),
  }));
  const ofLevel = (level: 'district' | 'town' | undefined) =>
    countOf(all.filter(({ seat }) => day.seats[seat]?.level === level));
  const byLevel = { district: ofLevel('district'), town: ofLevel('town'), other: ofLevel(undefined) };
  const ofType = (type: ReceiverType) => countOf(all.filter(({ seat }) => typeOf(day.seats[seat]) === type));
  const byType = { committee: ofType('committee'), presidium: ofType('presidium'), deputy: ofType('deputy') };
  return { homes, receivers, byLevel, byType };
}
