/** What the events of a history are made of. */
import type { Act } from './day-acts';
import { DATE, TOWNSHIP } from './days';

/** Numbers are taken modulo what there is to choose from. */
export type EventCommand =
  | { do: 'book'; who: number; family: number; phone: number; place: number; wish: number }
  | { do: 'wait'; who: number; family: number; phone: number; place: number }
  | { do: 'move'; who: number; slip: number; place: number }
  | { do: 'cancel'; who: number; slip: number }
  | { do: 'visit'; who: number; slip: number; step: number; stale: boolean }
  | { do: 'walk-in'; who: number; family: number; phone: number; place: number }
  | { do: 'book-for'; who: number; family: number; phone: number; place: number; village: number }
  | { do: 'cancel-for'; who: number; slip: number }
  | { do: 'take-over'; who: number; slip: number; wrong: boolean }
  | { do: 'add'; who: number; place: number; seat: number; count: number }
  | { do: 'block'; who: number; place: number; opens: boolean }
  | { do: 'repeat'; earlier: number; changed: boolean };

export interface Sent {
  openid: string;
  event: { action: string; key: string; input: Readonly<Record<string, unknown>> };
  act: Act;
}

const NAMES = ['甲', '乙', '丙', '丁'];
/** Two desks and one in reserve: sixty calls a minute are allowed to each. */
export const DESKS = ['o-staff', 'o-staff2', 'o-chief'];
export const OF_DAY = { township: TOWNSHIP, date: DATE };

export function pick<T>(list: readonly T[], number: number): T {
  return list[number % list.length] as T;
}

export interface KnownSlip {
  booking: string;
  place: string;
  keys: string;
  /** On a slip alone: what is said at the desk, or typed to take it over. */
  code?: string;
}

interface Person {
  name: string;
  whom: 'self' | 'family';
  phone?: string;
}

export function toPerson(command: { family: number; phone: number }): Person {
  const phone = command.phone % 3 === 0 ? { phone: `555010${command.phone % 2}` } : {};
  return { name: pick(NAMES, command.family), whom: command.family % 5 === 4 ? 'self' : 'family', ...phone };
}

export function peopleOf(openid: string, { name, whom, phone }: Person): string[] {
  const known = phone === undefined ? [] : [`${name} ${phone}`];
  return [whom === 'self' ? openid : `${openid} ${name}`, ...known];
}
