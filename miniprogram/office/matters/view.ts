/** From cards and what was chosen to the lines of the office's list of matters. */
import type { RequestCard } from '../../contract/request';
import type { LocalDate } from '../../contract/wire';
import { toMatterLine } from '../../platform/lines';
import type { MatterLine } from '../../platform/lines';

export interface Row extends MatterLine {
  picked: boolean;
}

export function toRows(cards: readonly RequestCard[], picked: readonly string[], today: LocalDate): Row[] {
  return cards.map((card) => ({ ...toMatterLine(card, today), picked: picked.includes(card.request) }));
}

/** The row above or below the chosen one; from nowhere the first. */
export function stepThrough(rows: readonly Row[], chosen: string, by: 1 | -1): string {
  const at = rows.findIndex(({ request }) => request === chosen);
  const next = at < 0 ? 0 : Math.min(Math.max(at + by, 0), rows.length - 1);
  return rows[next]?.request ?? '';
}
