/**
 * One's own data (个人信息): what is deleted, and consents that are taken back. Everything here is the account's own, and
 * may be asked again: what is done already is not done twice.
 */
import type { PrintedFile } from './report';

export interface ErasedBookings {
  /** To come, and cancelled now. */
  cancelled: number;
  /** Whose name, phone and notes are gone. */
  erased: number;
  /** Closed to changes: they are erased after their day, when this is asked again. */
  left: number;
}

export interface ErasedRequests {
  erased: number;
  /** Still being handled: they are erased by themselves when they are over. */
  later: number;
}

export interface OwnBookingActions {
  /** Writes. */
  eraseOwn: { input: { township: string }; output: ErasedBookings };
}

export interface OwnRequestActions {
  /** Writes. */
  eraseOwn: { input: { township: string }; output: ErasedRequests };
  /** Writes: no publication, no call by a unit, of all own requests; answers how many had one of them. */
  withdrawConsents: { input: { township: string }; output: { withdrawn: number } };
}

export interface OwnNoticeActions {
  /** Writes: the inbox and the consents to messages. */
  eraseOwn: { input: { township: string }; output: { erased: number } };
  /** Writes: no message to WeChat any more, until somebody taps again. */
  withdrawConsents: { input: { township: string }; output: { withdrawn: number } };
}

export interface OwnDocumentActions {
  /** What is stored of one's own, as a document. */
  ownData: { input: { township: string }; output: PrintedFile };
}
