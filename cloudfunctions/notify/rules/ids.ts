/** Ids and order of notify's own rows. */
import type { Instant } from '../../../miniprogram/contract/wire';

/** Orders rows by when they came, newest last; the letters of the id tell those of one instant apart. */
export function seqOf(at: Instant, id: string): string {
  return `${String(at).padStart(13, '0')}${id.slice(-8)}`;
}

/** Names the row after its document, township first: written twice it is still one. */
export function rowId(
  collection: string,
  { township, _id }: { township: string; _id: string },
  row: string,
): string {
  const document = _id.startsWith(`${township}~`) ? _id.slice(township.length + 1) : _id;
  return `${township}~${collection}~${document}~${row}`;
}
