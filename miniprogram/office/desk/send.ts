/** How each act of the desk goes to the server, and what is said when it has ended. */
import type { Desk } from '../services/reception-desk';
import { setVisit, walkIn } from '../services/reception-desk';
import { today } from '../../platform/clock';
import { explain } from '../../view/feedback';
import { VISIT_LABELS } from '../../contract/labels';
import type { DeskRow, Outcome, VisitState } from '../../contract/desk';
import type { Result } from '../../contract/result';
import type { Act, Wish } from './queue';

export function send(act: Act): Promise<Result<{ booking: string; number?: number }>> {
  return 'step' in act ? setVisit(act.step, act.key) : walkIn(act.visitor, act.key);
}

export interface Pressed {
  to: VisitState;
  /** Empty: where the visitor was to go anyway. */
  seat: string;
  outcome?: Outcome;
  words?: string;
}

/** Why it is entered only now: on the day itself nobody asks. */
function late({ date }: Desk, reason: string): { reason?: string } {
  return reason && date < today() ? { reason } : {};
}

/** `mine`: the own seat of whoever is not of the office; the server wants it named. */
export function toStep(
  desk: Desk,
  row: DeskRow,
  pressed: Pressed,
  mine: string | undefined,
  reason = '',
): Wish {
  const { to, outcome, words } = pressed;
  const seat = mine ?? pressed.seat;
  return {
    words: `${row.name}：${VISIT_LABELS[to]}`,
    step: {
      date: desk.date,
      booking: row.booking,
      place: row.place,
      from: row.state,
      to,
      ...(seat && { seat }),
      ...(outcome && { outcome }),
      ...(words && { words }),
      ...late(desk, reason),
    },
  };
}

/** The list as it is once this was granted. */
export function withState(desk: Desk, booking: string, state: VisitState): Desk {
  return { ...desk, rows: desk.rows.map((row) => (row.booking === booking ? { ...row, state } : row)) };
}

export interface Entered {
  name: string;
  phone: string;
  village: string;
}

export function toWalkIn(
  desk: Desk,
  { name, phone, village }: Entered,
  mine: string | undefined,
  reason = '',
): Wish {
  return {
    words: `${name}：直接来的`,
    visitor: {
      date: desk.date,
      home: desk.home,
      half: desk.half,
      place: desk.next ?? '',
      name,
      ...(mine !== undefined && { seat: mine }),
      ...(phone && { phone }),
      ...(village && { village }),
      ...late(desk, reason),
    },
  };
}

/** The query of 转为意见: what the desk knows already is not typed again. */
export function toRequest(
  desk: Desk,
  row: DeskRow,
  { to, outcome, words = '' }: Pressed,
  mine: string | undefined,
): Readonly<Record<string, string>> | undefined {
  if (to !== 'met' || outcome !== 'matter' || row.request) return undefined;
  const seat = mine ?? '';
  const receiver = desk.seats.find((each) => each.seat === row.seat)?.receiver;
  return {
    date: desk.date,
    place: row.place,
    booking: row.booking,
    from: row.state,
    seat,
    words,
    number: `第${String(row.number)}号`,
    name: row.name,
    tail: row.phoneTail ?? '',
    category: row.category ?? '',
    deputy: receiver?.deputy ? receiver.person : '',
  };
}

/** What is said after an act: how it went, in the desk's words. */
export function sayEnd(act: Act, result: Result<{ booking: string; number?: number }>) {
  if (result.ok) {
    const number = result.data.number;
    return { problem: '', done: number === undefined ? act.words : `${act.words}，第${String(number)}号` };
  }
  const state = result.details?.['state'];
  const now = typeof state === 'string' && state in VISIT_LABELS ? VISIT_LABELS[state as VisitState] : '';
  if (result.code === 'visit-changed' && now) {
    return { problem: `另一个接待台刚才先办了，现在是「${now}」，没有重复办`, done: '' };
  }
  if (result.code === 'already-booked') {
    return { problem: `${act.words}：这个人今天已经有号了，请在名单里找`, done: '' };
  }
  return { problem: `${act.words}：${explain(result)}`, done: '' };
}

export function sayQueue(acts: readonly Act[]): string {
  const first = acts[0];
  if (!first) return '';
  const more = acts.length > 1 ? `等 ${String(acts.length)} 项` : '';
  return `没有网络，还没有送出：${first.words}${more}。联网后自动再送，不用重按。`;
}
