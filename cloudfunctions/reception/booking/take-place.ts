/**
 * Booking and moving share this: one conditional write on the place the phone named; when it does not hold,
 * one read says why; when only the place was lost, another free one within the wish, by lot.
 */
import type { Answer, Refused } from '../../../miniprogram/contract/wire';
import { hashParts } from '../../shared/cipher';
import { replay, writeOnce } from '../../shared/act';
import { refuse } from '../../shared/errors';
import { actField, type Where } from '../../shared/conditions';
import type { Call } from '../../shared/serve';
import type { OwnDay, StoredAct } from '../days/rules/day-document';
import { explainFull } from './rules/refusal';
import { listFitting, type WishAt } from './rules/wish';

export interface Taking {
  /** The place that the phone saw free. */
  place: string;
  wish: WishAt;
  /** The conditional write; true when the place is theirs now. `sits`: who must sit there still, for a place the phone did not name. */
  write(place: string, sits: Where): Promise<boolean>;
  read(): Promise<OwnDay | undefined>;
  /** Undefined: nothing but the place stands in the way, or what `explainLast` says. */
  explain(day: OwnDay | undefined): Refused | undefined;
  /** What is said only where a place is free. */
  explainLast?(day: OwnDay): Refused | undefined;
}

/** What the day keeps of the act that came with this key before. */
export function findStored(
  call: Pick<Call, 'account' | 'key'>,
  day: Pick<OwnDay, 'acts'> | undefined,
): StoredAct | undefined {
  return day?.acts?.[call.account]?.[actField(call.key)];
}

/** The answer that this key gave before, if it did; another body under the same key is refused. */
export function findAct(
  call: Pick<Call, 'account' | 'key' | 'bodyHash'>,
  day: Pick<OwnDay, 'acts'> | undefined,
): Answer<StoredAct> | undefined {
  const act = findStored(call, day);
  return replay(call, act && { hash: act.h, answer: act });
}

/** Chance that repeats itself: by lot between people and tries, the same for the same act. */
function drawLot(call: Pick<Call, 'account' | 'key'>, turn: number, places: readonly string[]): string {
  const number = parseInt(hashParts(['lot', call.account, call.key, String(turn)], 6), 36);
  return places[number % places.length] ?? '';
}

/** Another receiver may come onto the seat between the read and the write. */
function sitsStill(day: OwnDay, place: string, { wish }: WishAt): Where {
  const seat = `seats.${day.plan[place] ?? ''}`;
  if (wish.who === 'receiver') return { [`${seat}.person`]: wish.person };
  return wish.who === 'group' ? { [`${seat}.group`]: wish.group } : {};
}

/**
 * Answers the place that was taken, now or when the same key came before.
 * Each lost try means that a place was taken by somebody: after as many as were free at the first read, `busy`.
 */
export function takePlace(call: Call, taking: Taking): Promise<Answer<string>> {
  let place = taking.place;
  let sits: Where = {};
  let tries = 1;
  return writeOnce<OwnDay | undefined, string>(call, {
    turns: Infinity,
    write: async () => ((await taking.write(place, sits)) ? place : undefined),
    read: () => taking.read(),
    seen: (day) => {
      const act = findStored(call, day);
      return act && { hash: act.h, answer: act.p };
    },
    explain(day, turn) {
      const why = taking.explain(day);
      if (why) return why;
      if (!day) return refuse('not-published');
      const free = listFitting(day, taking.wish);
      if (free.length === 0) return explainFull(day, taking.wish);
      const last = taking.explainLast?.(day);
      if (last) return last;
      if (turn === 0) tries = free.length;
      if (turn === tries) return refuse('busy');
      place = free.includes(taking.place) ? taking.place : drawLot(call, turn, free);
      sits = sitsStill(day, place, taking.wish);
      return undefined;
    },
  });
}
