/** What townships counted, added up for the district, with nothing in it that points at one or two persons. */
import type {
  DistrictFigure,
  DistrictNumbers,
  DistrictRatings,
} from '../../../../miniprogram/contract/district-view';
import type { WorkFigure } from '../../../../miniprogram/contract/workbench';
import type { ReadyFigures } from '../../../notify/workbench/rules/projection';
import { tellTable } from './tell-table';

const sum = (numbers: readonly number[]): number => numbers.reduce((all, n) => all + n, 0);

type Ratings = 'satisfied' | 'dissatisfied' | 'unrated';
const RATINGS: readonly Ratings[] = ['satisfied', 'dissatisfied', 'unrated'];

/** Which numbers an answer tells: one township's, by its place among all, or all together. */
type Which = number | 'all';

function tell(table: readonly (readonly number[])[], which: Which): readonly (number | null)[] | undefined {
  const told = tellTable(table);
  return which === 'all' ? told.total : told.rows[which];
}

const own = <R>(rows: readonly R[], which: Which): readonly R[] =>
  which === 'all' ? rows : rows.filter((_, at) => at === which);

function addFigures(figures: readonly WorkFigure[], which: Which): DistrictFigure {
  const n = sum(own(figures, which).map((each) => each.n));
  const [first] = figures;
  const table = figures.map(({ months }) => (first?.months ?? []).map((_, at) => months[at] ?? 0));
  const told = tell(table, which);
  return { n, ...(told && { months: told }) };
}

function addRatings(figures: readonly ReadyFigures['figures'][], which: Which): DistrictRatings {
  const table = figures.map((each) => RATINGS.map((of) => each[of]));
  const n = sum(own(table, which).map(sum));
  const told = tell(table, which);
  if (!told) return { n };
  const [satisfied = null, dissatisfied = null, unrated = null] = told;
  return { n, parts: { satisfied, dissatisfied, unrated } };
}

/**
 * `ready`: of all townships, whatever is asked, since what one answer may tell depends on the others. `which`: one of
 * them by its place, or all. Of the same half-year; undefined: of none. Who was received in two townships counts in each.
 */
export function addUp(ready: readonly ReadyFigures[], which: Which): DistrictNumbers | undefined {
  const asked = own(ready, which);
  const [first] = asked;
  if (!first) return undefined;
  const figures = ready.map((each) => each.figures);
  const add = (of: 'received' | 'visited' | 'done') =>
    addFigures(
      figures.map((each) => each[of]),
      which,
    );
  return {
    asOf: Math.min(...asked.map(({ asOf }) => asOf)),
    months: first.figures.months,
    received: add('received'),
    visited: add('visited'),
    done: add('done'),
    open: sum(asked.map(({ open }) => open)),
    late: sum(asked.map(({ late }) => late)),
    ratings: addRatings(figures, which),
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
