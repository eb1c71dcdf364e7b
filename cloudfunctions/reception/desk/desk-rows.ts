/** Visitors as the desk gets them: names in the clear, phones as their last four digits, packed for the way. */
import {
  ORIGINS,
  OUTCOMES,
  VISIT_STATES,
  type DeskRow,
  type PackedRow,
} from '../../../miniprogram/contract/desk';
import type { Instant, LocalDate } from '../../../miniprogram/contract/wire';
import { MINUTE_MS, toInstant } from '../../shared/china-time';
import { decryptField } from '../../shared/cipher';
import { maskName, tailOf } from '../../shared/mask';
import type { DeskDay } from '../days/rules/day-document';
import { parsePlace } from '../days/rules/place-id';
import type { Visitor } from './rules/visits';

export function openRow({ stored, visit, ...visitor }: Visitor): DeskRow {
  const { category, operator } = stored;
  const { a, t, e, o, l, r } = visit ?? {};
  return {
    ...visitor,
    time: parsePlace(visitor.place).time,
    name: decryptField(stored.name),
    ...(stored.phone !== undefined && { phoneTail: tailOf(decryptField(stored.phone)) }),
    ...(category !== undefined && { category }),
    ...(operator !== undefined && { operator }),
    ...(a !== undefined && { arrivedAt: a }),
    ...(t !== undefined && { startedAt: t }),
    ...(e !== undefined && { endedAt: e }),
    ...(o !== undefined && { outcome: o }),
    ...(l !== undefined && { late: true as const }),
    ...(r !== undefined && { request: r }),
  };
}

/** A found row: masked name, with the note after the talk. */
export function openFound(visitor: Visitor, day: DeskDay): DeskRow {
  const row = openRow(visitor);
  const words = day.words?.[visitor.place];
  return {
    ...row,
    name: maskName(row.name),
    ...(words !== undefined && { words: decryptField(words) }),
  };
}

/** The order of the parts stands at PackedRow. */
export function packRowsOf(date: LocalDate): (row: DeskRow) => PackedRow {
  const midnight = toInstant(date);
  const minute = (at: Instant | undefined) =>
    at === undefined ? 0 : Math.max(1, Math.floor((at - midnight) / MINUTE_MS));
  return (row) => {
    const packed = [
      row.booking,
      row.place.slice(row.home.length + 1),
      row.name,
      VISIT_STATES.indexOf(row.state),
      ORIGINS.indexOf(row.origin),
      Number(row.seat.split('-')[2]),
      row.phoneTail ?? '',
      row.category ?? '',
      minute(row.arrivedAt),
      minute(row.startedAt),
      minute(row.endedAt),
      row.outcome === undefined ? 0 : OUTCOMES.indexOf(row.outcome) + 1,
      row.operator ?? '',
      row.late ? 1 : 0,
      row.request ?? '',
    ];
    while (packed.at(-1) === '' || packed.at(-1) === 0) packed.pop();
    return packed;
  };
}
