/** Finding a visitor: what the scanner read, and what was found as lines. */
import type { DeskRow } from '../../contract/desk';
import type { Instant } from '../../contract/wire';
import { sayHalfTime } from '../../view/words';
import { LIMITS } from '../../contract/limits';
import type { Desk } from '../services/reception-desk';
import { isExpected, sayTag } from './view';
import type { RowLine } from './view';

/** The code of a slip's QR (view/qr.ts; older ones end with it), or the text as it is. */
export function textOfScan(scanned: string): string {
  return /^slip:[^:]+:[^:]+:(\w+)(?::|$)/.exec(scanned)?.[1] ?? scanned;
}

/** Without a network: in the half-day that is on the screen, by number or part of the name. */
export function findHere(desk: Pick<Desk, 'rows'>, text: string): DeskRow[] {
  return desk.rows
    .filter(({ number, name }) => String(number) === text || name.includes(text))
    .slice(0, LIMITS.foundRows);
}

export function toFoundLines(
  rows: readonly DeskRow[],
  desk: Pick<Desk, 'homes' | 'date'>,
  now: Instant,
): RowLine[] {
  const names = new Map(desk.homes.map(({ home, name }) => [home, name]));
  return rows.map((row) => ({
    booking: row.booking,
    number: String(row.number),
    time: row.time,
    name: row.name,
    about: [names.get(row.home), sayHalfTime(row.half, row.time), row.words].filter(Boolean).join(' · '),
    ...sayTag(row, desk.date, now),
    arrives: isExpected(row, desk.date, now),
  }));
}
