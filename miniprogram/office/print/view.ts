/** From roster, directory and scans to what can be printed. */
import type { Choice } from '../../components/choice-chips/choice-chips';
import { HALF_LABELS } from '../../contract/labels';
import type { Places, ScanCount } from '../../contract/registry';
import type { RosterDay, RosterSeat, RosterView } from '../../contract/roster';
import type { LocalDate } from '../../contract/wire';
import { sayDay } from '../../view/dates';

/** What one press prints. */
export type Print =
  | { what: 'year' | 'form' }
  | { what: 'day'; date: LocalDate }
  | { what: 'numbers'; date: LocalDate; home: string }
  | { what: 'notice'; date: LocalDate; seat: string }
  | { what: 'notices'; month: number }
  | { what: 'poster'; place: string };

export interface Row {
  /** A Print as text. */
  id: string;
  title: string;
  words: string;
}

export interface PrintScreen {
  days: readonly Choice[];
  date: string;
  tables: readonly Row[];
  /** For each month with a published day to come: the notices of all who sit in that month, in one document. */
  allNotices: readonly Row[];
  notices: readonly Row[];
  posters: readonly Row[];
}

export interface PrintSource {
  roster: RosterView;
  places: Places;
  scans: readonly ScanCount[];
  today: LocalDate;
}

function toRow(print: Print, title: string, words: string): Row {
  return { id: JSON.stringify(print), title, words };
}

/** What the row with this id prints; rows are ours, so it is one. */
export function readPrint(id: string): Print {
  return JSON.parse(id) as Print;
}

/** Nothing can be handed out of a draft. */
function listPublished({ roster }: PrintSource): RosterDay[] {
  return roster.days.filter(({ state }) => state === 'published');
}

function toNotice({ date }: RosterDay, { seat, name, badge }: RosterSeat, homes: Places['homes']): Row {
  const [home = '', half = ''] = seat.split('-');
  const where = homes.find(({ id }) => id === home)?.name ?? '';
  const when = HALF_LABELS[half === 'am' ? 'am' : 'pm'];
  return toRow({ what: 'notice', date, seat }, name, [badge, where, when].filter(Boolean).join(' '));
}

const monthOf = ({ date }: RosterDay): number => Number(date.slice(5, 7));

/** 12月全部通知, 14 张: the document has the days of the month that are over too. */
function listMonths(published: readonly RosterDay[], coming: readonly RosterDay[]): Row[] {
  const months = [...new Set(coming.map(monthOf))];
  return months.map((month) => {
    const seats = published.filter((day) => monthOf(day) === month).flatMap(({ seats: own }) => own);
    const words = `${String(seats.length)} 张，一份文件`;
    return toRow({ what: 'notices', month }, `${String(month)}月全部通知`, words);
  });
}

/** What hangs on the door of the day, and by home the numbers beside the wall screen. */
function listOfDay({ date, seats }: RosterDay, homes: Places['homes']): Row[] {
  const open = homes.filter(({ id }) => seats.some(({ seat }) => seat.startsWith(`${id}-`)));
  return [
    toRow({ what: 'day', date }, `${sayDay(date)}值班表`, '当天贴在门口'),
    ...open.map(({ id, name }) =>
      toRow(
        { what: 'numbers', date, home: id },
        `${name}接访名单`,
        `${sayDay(date)}，只有号，贴在叫号屏旁边`,
      ),
    ),
  ];
}

/** `chosen`: the day whose table and notices are offered; the nearest one when that is not out. */
export function toPrintScreen(source: PrintSource, year: number, chosen: string): PrintScreen {
  const { places, scans, today } = source;
  const published = listPublished(source);
  const days = published.filter(({ date }) => date >= today);
  const day = days.find(({ date }) => date === chosen) ?? days[0];
  const whole = toRow({ what: 'year' }, `${String(year)}年值班表`, '全年接访日，贴在墙上');
  const counted = new Map(scans.map((each) => [each.place, each.scans]));
  const posters = [...places.homes, ...places.villages].map(({ id, name }) =>
    toRow({ what: 'poster', place: id }, name, `本月扫码 ${String(counted.get(id) ?? 0)} 次`),
  );
  return {
    days: days.map(({ date }) => ({ id: date, text: sayDay(date) })),
    date: day?.date ?? '',
    tables: day ? [whole, ...listOfDay(day, places.homes)] : [whole],
    allNotices: listMonths(published, days),
    notices: day ? day.seats.map((seat) => toNotice(day, seat, places.homes)) : [],
    posters,
  };
}
