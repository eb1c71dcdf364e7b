/** Villager groups are numbered, and everybody writes the number otherwise. */
import { nameKey, readTicket } from '../../../../miniprogram/contract/text';

const NUMBERED = /^(.+?)(?:(?:村民|居民)?小)?组$/;

/** One key for «3组», «三组», «第三组», «③组», «三小组» and «第3村民小组»; a group with a name has its name's. */
export function groupKey(name: string): string {
  const key = nameKey(name);
  const number = readTicket(NUMBERED.exec(key)?.[1] ?? '');
  return number === undefined ? key : `${String(number)}组`;
}
