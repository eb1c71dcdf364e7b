/** What somebody wants of the day, as the model hears it. */
import type { VisitState } from '../../../../miniprogram/contract/desk';

interface ByKey {
  account: string;
  key: string;
  body: string;
}

/** Which places a wish allows, free or not: those of a list, all or those of one receiver. */
export interface Wished {
  home: string;
  allowed: readonly string[];
  person?: string | undefined;
  /** The place that the phone named; who sits there is what the phone saw. */
  named: string;
}

export interface BookAct extends ByKey, Wished {
  act: 'book';
  /** What makes two bookings one person's; said here in words, in the code by hashes. */
  people: readonly string[];
}

export interface MoveAct extends ByKey, Wished {
  act: 'move';
  booking: string;
  from: string;
}

export interface CancelAct extends ByKey {
  act: 'cancel';
  booking: string;
  from: string;
}

export interface WaitAct extends ByKey {
  act: 'wait';
  people: readonly string[];
  home: string;
  /** `<home>-<HHMM>` with its bookable places. */
  list: string;
  places: readonly string[];
}

export interface VisitAct extends ByKey {
  act: 'visit';
  booking: string;
  place: string;
  from: VisitState;
  to: VisitState;
}

export interface WalkInAct extends ByKey {
  act: 'walk-in';
  people: readonly string[];
  home: string;
}

export interface BlockAct extends ByKey {
  act: 'block';
  places: readonly string[];
  opens: boolean;
}

/** The relay brings a freed place to the list; it has no key of a phone. */
export interface GiveAct extends ByKey {
  act: 'give';
  place: string;
}

export type Act = BookAct | MoveAct | CancelAct | WaitAct | VisitAct | WalkInAct | BlockAct | GiveAct;
