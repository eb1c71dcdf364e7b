/** The reception day at the desk, on the wall, and on behalf; what the desk is sent packed is unpacked here. */
import {
  ORIGINS,
  OUTCOMES,
  VISIT_STATES,
  type DayRecord,
  type DeskActions,
  type DeskRow,
  type DeskView,
  type PackedRow,
} from '../../contract/desk';
import type { Slip } from '../../contract/reception';
import type { Half, LocalDate, Output } from '../../contract/wire';
import { ask, write } from '../../platform/cloud';
import type { Result } from '../../contract/result';
import { township } from '../../platform/whereabouts';

type In<A extends keyof DeskActions> = Omit<DeskActions[A]['input'], 'township'>;

export type Desk = Omit<DeskView, 'rows'> & { rows: readonly DeskRow[] };

function textAt(packed: PackedRow, at: number): string {
  const value = packed[at];
  return typeof value === 'string' ? value : '';
}

function numberAt(packed: PackedRow, at: number): number {
  const value = packed[at];
  return typeof value === 'number' ? value : 0;
}

/** The order of the parts stands at PackedRow. */
export function unpackRow(packed: PackedRow, view: Pick<DeskView, 'date' | 'home' | 'half'>): DeskRow {
  const { date, home, half } = view;
  const midnight = Date.parse(`${date}T00:00:00+08:00`);
  const [clock = '', number = ''] = textAt(packed, 1).split('-');
  const [phoneTail, category, operator] = [textAt(packed, 6), textAt(packed, 7), textAt(packed, 12)];
  const [arrived, started, ended] = [numberAt(packed, 8), numberAt(packed, 9), numberAt(packed, 10)];
  const request = textAt(packed, 14);
  const outcome = OUTCOMES[numberAt(packed, 11) - 1];
  return {
    booking: textAt(packed, 0),
    place: `${home}-${textAt(packed, 1)}`,
    number: parseInt(number, 10),
    home,
    half,
    time: `${clock.slice(0, 2)}:${clock.slice(2)}`,
    seat: `${home}-${half}-${String(numberAt(packed, 5))}`,
    name: textAt(packed, 2),
    state: VISIT_STATES[numberAt(packed, 3)] ?? 'booked',
    origin: ORIGINS[numberAt(packed, 4)] ?? 'phone',
    ...(phoneTail !== '' && { phoneTail }),
    ...(category !== '' && { category }),
    ...(operator !== '' && { operator }),
    ...(arrived > 0 && { arrivedAt: midnight + arrived * 60_000 }),
    ...(started > 0 && { startedAt: midnight + started * 60_000 }),
    ...(ended > 0 && { endedAt: midnight + ended * 60_000 }),
    ...(outcome && { outcome }),
    ...(numberAt(packed, 13) === 1 && { late: true as const }),
    ...(request !== '' && { request }),
  };
}

/** One half-day of one home; without a date today or the next, without home and half the first and the present. */
export async function getDesk(
  which: { date?: LocalDate; home?: string; half?: Half } = {},
): Promise<Result<Desk>> {
  const answer = await ask('reception', 'desk', { township: township(), ...which });
  if (!answer.ok) return answer;
  const view = answer.data;
  return { ok: true, data: { ...view, rows: view.rows.map((row) => unpackRow(row, view)) } };
}

/** A number, a code, or part of a name; at most ten rows. */
export function findVisitor(date: LocalDate, text: string): Promise<Result<{ rows: readonly DeskRow[] }>> {
  return ask('reception', 'findVisitor', { township: township(), date, text });
}

export function setVisit(
  step: In<'setVisit'>,
  key: string,
): Promise<Result<Output<'reception', 'setVisit'>>> {
  return write('reception', 'setVisit', { township: township(), ...step }, key);
}

/** `place`: the desk's `next`. */
export function walkIn(visitor: In<'walkIn'>, key: string): Promise<Result<Output<'reception', 'walkIn'>>> {
  return write('reception', 'walkIn', { township: township(), ...visitor }, key);
}

/** Without a reason opens the places again. */
export function blockPlaces(
  block: In<'blockPlaces'>,
  key: string,
): Promise<Result<Output<'reception', 'blockPlaces'>>> {
  return write('reception', 'blockPlaces', { township: township(), ...block }, key);
}

/** 加号, before one receiver at one time. */
export function addPlaces(
  more: In<'addPlaces'>,
  key: string,
): Promise<Result<Output<'reception', 'addPlaces'>>> {
  return write('reception', 'addPlaces', { township: township(), ...more }, key);
}

export function getWall(date: LocalDate, home: string): Promise<Result<Output<'reception', 'wall'>>> {
  return ask('reception', 'wall', { township: township(), date, home });
}

export function getDayRecord(date: LocalDate): Promise<Result<DayRecord>> {
  return ask('reception', 'dayRecord', { township: township(), date });
}

export function bookFor(input: In<'bookFor'>, key: string): Promise<Result<Slip>> {
  return write('reception', 'bookFor', { township: township(), ...input }, key);
}

export function cancelFor(
  input: In<'cancelFor'>,
  key: string,
): Promise<Result<Output<'reception', 'cancelFor'>>> {
  return write('reception', 'cancelFor', { township: township(), ...input }, key);
}
