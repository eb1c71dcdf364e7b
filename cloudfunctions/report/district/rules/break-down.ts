import { TOLD_FROM } from '../../../../miniprogram/contract/district-view';

/**
 * Parts of a whole as they may be told. Those that count one or two are null, and with them the smallest of the others
 * (all that are as small), so that none follows from the rest: 12 = 6 + 1 + 5 + 0 → [6, null, null, 0]. Undefined:
 * the whole is so small that it is not broken down, or nothing but noughts could be told of it.
 */
export function breakDown(whole: number, parts: readonly number[]): (number | null)[] | undefined {
  if (whole < TOLD_FROM) return undefined;
  const isSmall = (n: number) => n > 0 && n < TOLD_FROM;
  if (!parts.some(isSmall)) return [...parts];
  const least = Math.min(...parts.filter((n) => n >= TOLD_FROM));
  const told = parts.map((n) => (n > 0 && n <= least ? null : n));
  return told.some((n) => n !== null && n > 0) ? told : undefined;
}
