/** What of the roster, as far as it was read, stands on the screen. */
import type { Choice } from '../../components/choice-chips/choice-chips';
import type { HomeCard } from '../../contract/registry';
import type { LocalDate } from '../../contract/wire';
import { today } from '../../platform/clock';
import type { RosterReader } from '../services/roster-reader';
import { toDatePage } from '../view/date-pages';
import { nodesOfRow, SPANS, toMatrix, type Matrix } from './matrix';
import { toCandidates, toDayDetail, toRosterScreen } from './view';
import type { Candidates, DayDetail, RosterScreen, Sought } from './view';

/** Of the table of a wide screen: which span and page of it, and what it shows. */
export const NO_TABLE = {
  spans: SPANS,
  span: 'year',
  /** The page that was chosen; ''. */
  page: '',
  pages: [] as readonly Choice[],
  pageShown: '',
  matrix: null as Matrix | null,
};

/** What the screen is made from. */
interface Wanted {
  wide: boolean;
  /** Of the table: a quarter or the year. */
  span: string;
  /** Of the table, where it has several: the one that was chosen; ''. */
  page: string;
  /** The one that is being filled; empty: none. */
  seat: string;
}

/** The page as it is shown from. */
interface RosterPage {
  data: Wanted;
  reader: RosterReader | null;
  homes: readonly HomeCard[];
  /** The day that is open. */
  date: LocalDate;
  sought: Sought;
  setData(data: object): void;
}

interface Shown {
  screen: RosterScreen;
  detail: DayDetail | null;
  matrix: Matrix | null;
  /** Of the table; empty: it is on one. */
  pages: readonly Choice[];
  pageShown: string;
  candidates: Candidates | null;
  /** There are coming days behind those that are there. */
  more: boolean;
  /** There are older days. */
  older: boolean;
}

function toShown({ reader, homes, date, sought }: RosterPage, wanted: Wanted): Shown | undefined {
  const view = reader?.view;
  if (!view) return undefined;
  const { wide, span, seat, page } = wanted;
  const matrix = wide ? toMatrix(view, homes, today(), span) : null;
  const cut = toDatePage(matrix?.rows ?? [], nodesOfRow, { page, today: today() });
  const day = view.days.find((each) => each.date === date);
  return {
    screen: toRosterScreen(view, homes, today()),
    detail: day ? toDayDetail(day, homes, today()) : null,
    matrix: matrix && { ...matrix, rows: cut.rows },
    pages: cut.pages,
    pageShown: cut.page,
    candidates: seat === '' ? null : toCandidates(view, { date, seat, ...sought }),
    more: !reader.isWhole('coming'),
    older: !reader.isWhole('past'),
  };
}

/** Draws it anew with what is now otherwise; before anything was read nothing. */
export function showOn(page: RosterPage, more: Partial<Wanted>): void {
  const shown = toShown(page, Object.assign({}, page.data, more));
  if (shown) page.setData(Object.assign({}, shown, more));
}
