/** What somebody wants of the day, as the model hears it. */
import type { VisitState } from '../../../../miniprogram/contract/desk';

interface ByKey {
  account: string;
  key: string;
  body: string;
}

/** Which places a wish allows, free or not: all of a home, or those of one receiver there. */
export interface Wished {
  home: string;
  person?: string | undefined;
  /** The place that the phone named; who sits there is what the phone saw. */
  named: string;
}

export interface DirectoryAct extends ByKey, Wished {
  act: 'book';
  /** What makes two bookings one person's; said here in words, in the code by hashes. */
  people: readonly string[];
  /** Entered for somebody else: what stands for the account of the person served, and whether the operator may. */
  behalf?: { account: string; village: string; name: string; allowed: boolean };
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
  /** By the office or a village's helper: only what was booked on behalf (of that village). */
  behalf?: { village?: string };
}

/** The person served takes the slip onto a phone, with the number and the code that stand on it. */
export interface TakeOverAct extends ByKey {
  act: 'take-over';
  home: string;
  number: number;
  /** The booking whose code it is; absent: of none. */
  of?: string;
}

export interface WaitAct extends ByKey {
  act: 'wait';
  people: readonly string[];
  home: string;
  /** `<home>-<HHMM>`. */
  list: string;
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

/** 加号: so many more places of that seat at that time. */
export interface AddAct extends ByKey {
  act: 'add';
  seat: string;
  /** `<home>-<HHMM>`. */
  list: string;
  count: number;
}

/** The relay brings a freed place to the list; it has no key of a phone. */
export interface GiveAct extends ByKey {
  act: 'give';
  place: string;
}

export type Act =
  | DirectoryAct
  | MoveAct
  | CancelAct
  | TakeOverAct
  | WaitAct
  | VisitAct
  | WalkInAct
  | BlockAct
  | AddAct
  | GiveAct;
