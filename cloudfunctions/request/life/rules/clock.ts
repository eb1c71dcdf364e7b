/** What a request's dates ask of the clock, and on which day. */
import type { LocalDate } from '../../../../miniprogram/contract/wire';
import { addDays } from '../../../shared/china-time';
import { isOpen } from './life-cycle';
import { FOREVER } from './plan';
import type { RequestDocument } from '../../rules/request-document';

export type ClockDocument = Pick<
  RequestDocument,
  'state' | 'owner' | 'due' | 'leaderOn' | 'officeOn' | 'lateTold' | 'paused'
>;

export type ClockTask = 'to-leader' | 'to-office' | 'lapse' | 'unpause' | 'late';

/** Dates are last days, so each task is due on the day after. */
function listTasks(request: ClockDocument): readonly (readonly [ClockTask, LocalDate])[] {
  const { state, owner, due, leaderOn, officeOn, lateTold, paused } = request;
  if (!isOpen(state)) return [];
  if (paused) return [['unpause', addDays(paused.until, 1)]];
  if (state === 'confirming') return [['lapse', addDays(due, 1)]];
  const untaken = state === 'submitted' && owner.person !== '';
  return [
    ...(untaken ? ([['to-office', addDays(officeOn, 1)]] as const) : []),
    ...(untaken && owner.kind === 'deputy' ? ([['to-leader', addDays(leaderOn, 1)]] as const) : []),
    ...(lateTold === due ? [] : ([['late', addDays(due, 1)]] as const)),
  ];
}

/** The day from which the clock has something to do with it. */
export function clockDay(request: ClockDocument): LocalDate {
  return listTasks(request).reduce<LocalDate>((first, [, day]) => (day < first ? day : first), FOREVER);
}

/** The first thing to do today; after a long sleep the last resort comes before the first. */
export function clockTask(request: ClockDocument, today: LocalDate): ClockTask | undefined {
  return listTasks(request).find(([, day]) => day <= today)?.[0];
}
