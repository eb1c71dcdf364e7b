/** What of the roster, as far as it was read, stands on the screen. */
import type { HomeCard } from '../../contract/registry';
import type { RosterView } from '../../contract/roster';
import type { LocalDate } from '../../contract/wire';
import type { RosterReader } from '../services/roster-reader';
import { toMatrix, type Matrix } from './matrix';
import { toDayDetail, toRosterScreen, type DayDetail, type RosterScreen } from './view';

interface Wanted {
  homes: readonly HomeCard[];
  today: LocalDate;
  /** The day that is open. */
  date: LocalDate;
  wide: boolean;
  span: string;
}

export interface Shown {
  view: RosterView;
  screen: RosterScreen;
  detail: DayDetail | null;
  matrix: Matrix | null;
  /** There are coming days behind those that are there. */
  more: boolean;
  /** There are older days. */
  older: boolean;
}

export function toShown(reader: RosterReader, { homes, today, date, wide, span }: Wanted): Shown | undefined {
  const { view } = reader;
  if (!view) return undefined;
  const day = view.days.find((each) => each.date === date);
  return {
    view,
    screen: toRosterScreen(view, homes, today),
    detail: day ? toDayDetail(day, homes, today) : null,
    matrix: wide ? toMatrix(view, homes, today, span) : null,
    more: !reader.isWhole('coming'),
    older: !reader.isWhole('past'),
  };
}
