/** What townships counted, added up for the district, with nothing in it that points at one or two persons. */
import type {
  DistrictFigure,
  DistrictNumbers,
  DistrictRatings,
} from '../../../../miniprogram/contract/district-view';
import type { WorkFigure } from '../../../../miniprogram/contract/workbench';
import type { ReadyFigures } from '../../../notify/workbench/rules/projection';
import { breakDown } from './break-down';

const sum = (numbers: readonly number[]): number => numbers.reduce((all, n) => all + n, 0);

function addFigures(figures: readonly WorkFigure[]): DistrictFigure {
  const n = sum(figures.map((each) => each.n));
  const [first] = figures;
  const months = (first?.months ?? []).map((_, at) => sum(figures.map((each) => each.months[at] ?? 0)));
  const told = breakDown(n, months);
  return { n, ...(told && { months: told }) };
}

function addRatings(figures: readonly ReadyFigures['figures'][]): DistrictRatings {
  const count = (of: 'satisfied' | 'dissatisfied' | 'unrated') => sum(figures.map((each) => each[of]));
  const parts = [count('satisfied'), count('dissatisfied'), count('unrated')];
  const n = sum(parts);
  const told = breakDown(n, parts);
  if (!told) return { n };
  const [satisfied = null, dissatisfied = null, unrated = null] = told;
  return { n, parts: { satisfied, dissatisfied, unrated } };
}

/** Of the same half-year; undefined: of none. Who was received in two townships counts in each. */
export function addUp(ready: readonly ReadyFigures[]): DistrictNumbers | undefined {
  const [first] = ready;
  if (!first) return undefined;
  const figures = ready.map((each) => each.figures);
  return {
    asOf: Math.min(...ready.map(({ asOf }) => asOf)),
    months: first.figures.months,
    received: addFigures(figures.map(({ received }) => received)),
    visited: addFigures(figures.map(({ visited }) => visited)),
    done: addFigures(figures.map(({ done }) => done)),
    open: sum(ready.map(({ open }) => open)),
    late: sum(ready.map(({ late }) => late)),
    ratings: addRatings(figures),
  };
}

/** Counted in this half-year and this month: what is of an earlier one cannot be added. */
export function ofToday(
  ready: readonly ReadyFigures[],
  span: { from: string; months: readonly string[] },
): ReadyFigures[] {
  const last = span.months.at(-1);
  return ready.filter(({ figures }) => figures.from === span.from && figures.months.at(-1) === last);
}
