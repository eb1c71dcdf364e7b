import { now } from './clock';

/** 36 bits of chance twice over, after the time: enough for one account's acts of a day. */
function chance(): string {
  return Math.floor(Math.random() * 36 ** 7)
    .toString(36)
    .padStart(7, '0');
}

/** A new idempotency key (contract: KEY_PATTERN). One per intention, kept through every retry. */
export function newKey(): string {
  return `${now().toString(36)}-${chance()}${chance()}`;
}

/** A new id (contract: ID_PATTERN) for something inside a document: a block, a row. */
export function newId(): string {
  return `b${now().toString(36)}${chance()}`.slice(0, 16);
}

/** What was sent without a known outcome, to be sent again just so. */
export interface Pending<T> {
  key: string;
  /** What the person wanted, as text; another wish is another intention. */
  wish: string;
  input: T;
}

/** The same wish again: the same body under the same key. Another wish: `make()` under a new key. */
export function intend<T>(before: Pending<T> | undefined, wish: string, make: () => T): Pending<T> {
  return before?.wish === wish ? before : { key: newKey(), wish, input: make() };
}
