/** «转报» of the district's 工作台: what its townships passed up and the district has not answered yet. */
import type { PassedUp } from '../../../../miniprogram/contract/request-lists';
import { WORK_ROWS, type WorkRow } from '../../../../miniprogram/contract/workbench';
import type { StoredWaiting } from './projection';

/** The same condition as that of the list's 答复. */
export function waitsForDistrict({ state, answer }: Pick<PassedUp, 'state' | 'answer'>): boolean {
  return state === 'passed-up' && answer === undefined;
}

export function countPassed(passed: readonly PassedUp[]): StoredWaiting<WorkRow> {
  const waiting = passed.filter(waitsForDistrict);
  const rows = waiting.slice(0, WORK_ROWS).map(({ request, number, from, category, summary }) => ({
    id: request,
    title: summary || `编号 ${number}`,
    village: from,
    who: category,
  }));
  return { count: waiting.length, rows };
}
