/** From the roster to who is away, and the days a form names. */
import type { Choice } from '../../components/choice-chips/choice-chips';
import type { RosterView } from '../../contract/roster';
import type { LocalDate } from '../../contract/wire';
import { sayDay } from '../../view/dates';

export interface AbsenceLine {
  key: string;
  person: string;
  from: LocalDate;
  to: LocalDate;
  name: string;
  words: string;
}

export interface AbsenceForm {
  person: string;
  from: LocalDate;
  to: LocalDate;
}

function nameOf(view: RosterView, person: string): string {
  return view.counts.find((one) => one.person === person)?.name ?? person;
}

/** Those that are not over, soonest first. */
export function toAbsences(view: RosterView, today: LocalDate): AbsenceLine[] {
  return view.absences
    .filter(({ to }) => to >= today)
    .sort((one, other) => (one.from < other.from ? -1 : 1))
    .map(({ person, from, to }) => ({
      key: `${person} ${from}`,
      person,
      from,
      to,
      name: nameOf(view, person),
      words: from === to ? sayDay(from, today) : `${sayDay(from, today)} 到 ${sayDay(to, today)}`,
    }));
}

/** At most a dozen, so that one sees all of them; more are found by typing. */
const MOST = 12;

export function findPeople(view: RosterView, text: string): Choice[] {
  if (!text) return [];
  return view.counts
    .filter(({ name, badge }) => name.includes(text) || badge.includes(text))
    .slice(0, MOST)
    .map(({ person, name, badge }) => ({ id: person, text: name, hint: badge }));
}

export function sayReason({ person, from, to }: AbsenceForm): string {
  if (!person) return '请先找是谁请假';
  if (!from || !to) return '请选从哪天到哪天';
  return to < from ? '结束的日子不能早于开始的日子' : '';
}

/** A stretch belongs to the rosters of its years: 12月20日 to 1月10日 is two. */
export function splitByYear(
  from: LocalDate,
  to: LocalDate,
): { year: number; from: LocalDate; to: LocalDate }[] {
  const [first, last] = [Number(from.slice(0, 4)), Number(to.slice(0, 4))];
  return Array.from({ length: last - first + 1 }, (_, at) => {
    const year = first + at;
    return {
      year,
      from: at === 0 ? from : `${String(year)}-01-01`,
      to: year === last ? to : `${String(year)}-12-31`,
    };
  });
}
