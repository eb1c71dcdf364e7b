/** The half-year's numbers with the months' lines under them, from the rows of the ledger. */
import type { LocalDate } from '../../../../miniprogram/contract/wire';
import type { Measure } from '../../../../miniprogram/contract/facts';
import { MEASURES } from '../../../../miniprogram/contract/facts';
import type { WorkFigure } from '../../../../miniprogram/contract/workbench';
import { countRows, type Counted } from '../../../duty/ledger/rules/count';

const MONTHS = 6;

export interface FigureSpan {
  /** First day of the half-year. */
  from: LocalDate;
  to: LocalDate;
  /** The last six months, this one included. */
  months: readonly string[];
  /** The first day of which rows are needed at all. */
  reads: LocalDate;
}

/** For 2026-11-23: the half-year from 1 July on, and the months from June on. */
export function spanOf(today: LocalDate): FigureSpan {
  const [year, month] = [Number(today.slice(0, 4)), Number(today.slice(5, 7))];
  const months = Array.from({ length: MONTHS }, (_, at) => {
    const n = year * 12 + month - 1 - (MONTHS - 1 - at);
    return `${String(Math.floor(n / 12))}-${String((n % 12) + 1).padStart(2, '0')}`;
  });
  const from = `${String(year)}-${month > 6 ? '07' : '01'}-01`;
  const first = `${months[0] ?? today.slice(0, 7)}-01`;
  return { from, to: today, months, reads: first < from ? first : from };
}

type Row = Counted & { date: LocalDate };

/** Each span is counted anew: who came in May and in June is one of the half-year. */
export function countFigures(
  measure: Measure,
  rows: readonly Row[],
  { from, months }: FigureSpan,
): WorkFigure {
  const { unit } = MEASURES[measure];
  const within = rows.filter(({ date }) => date >= from);
  return {
    n: countRows(unit, within).n,
    months: months.map(
      (month) =>
        countRows(
          unit,
          rows.filter(({ date }) => date.startsWith(month)),
        ).n,
    ),
  };
}
