/** Ids and order of notify's own rows. */
import type { Instant } from '../../../miniprogram/contract/wire';

/** Sorts rows by time, oldest first; letters of the id separate rows of the same instant. */
export function seqOf(at: Instant, id: string): string {
  return `${String(at).padStart(13, '0')}${id.slice(-8)}`;
}

/** The row's id begins with its document's, township first, so that writing it twice leaves one row. */
export function rowId(
  collection: string,
  { township, _id }: { township: string; _id: string },
  row: string,
): string {
  const document = _id.startsWith(`${township}~`) ? _id.slice(township.length + 1) : _id;
  return `${township}~${collection}~${document}~${row}`;
}
