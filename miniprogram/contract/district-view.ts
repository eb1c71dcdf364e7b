/**
 * report: what the district sees (mission H4): totals, or one township at a time; never two beside each other, and no
 * list of what is missing (docs/decisions/031-district-view.md).
 */
import type { PrintedFile } from './report';
import type { Instant, LocalDate } from './time';

/** What is counted; a number below this is not broken down, and a part below it is not told. */
export const TOLD_FROM = 3;

/** A number of a half-year and its months; a month's number is null where it would point at one or two persons. */
export interface DistrictFigure {
  n: number;
  months?: readonly (number | null)[];
}

export interface DistrictRatings {
  n: number;
  /** Null as in the months. */
  parts?: { satisfied: number | null; dissatisfied: number | null; unrated: number | null };
}

export interface DistrictNumbers {
  /** The earliest instant of which one of the numbers is. */
  asOf: Instant;
  /** `2026-06` …, the last one is not over. */
  months: readonly string[];
  received: DistrictFigure;
  visited: DistrictFigure;
  done: DistrictFigure;
  open: number;
  late: number;
  ratings: DistrictRatings;
}

export interface DistrictView {
  /** The district's name; '' before it has a card. */
  name: string;
  /** How many townships are looked at, and of how many something is counted in this half-year. */
  townships: number;
  counted: number;
  /** The half-year up to today. */
  from: LocalDate;
  to: LocalDate;
  /** Absent: nothing is counted yet. */
  numbers?: DistrictNumbers;
}

/** Role district. `of`: one township of this district; absent: all of them added up. */
export interface DistrictViewActions {
  /** admit + 2, however many townships there are. Refusals: not-found (no township of this district). */
  districtFigures: { input: { township: string; of?: string }; output: DistrictView };
  /**
   * 履职档案 of a deputy of the district, from the ledger of the township `of`: kinds and days, nothing of voters. admit +
   * 3–5. Refusals: not-found (no such township, or no deputy of the district in that year).
   */
  districtRecord: {
    input: { township: string; of: string; person: string; year: number };
    output: PrintedFile;
  };
  /** The totals as a report (.docx). admit + 2. Refusals: not-found (nothing is counted yet). */
  districtReport: { input: { township: string }; output: PrintedFile };
}
