/** Which studies of a year are still to be planned, and when: one a month for each group, a training each half-year. */
import type { ProposedStudy } from '../../../../miniprogram/contract/studies';
import type { LocalDate } from '../../../../miniprogram/contract/wire';
import { addDays } from '../../../shared/china-time';

interface Held {
  group?: string;
  date: LocalDate;
  state: string;
}

export interface StudyYear {
  year: number;
  today: LocalDate;
  /** The day of the month. */
  day: number;
  groups: readonly string[];
  /** With trainings: the office plans these. */
  all: boolean;
  studies: readonly Held[];
  trainings: readonly Held[];
  worksOn: (date: LocalDate) => boolean;
}

const two = (n: number) => String(n).padStart(2, '0');
/** The last months of the two half-years. */
const TRAINING_MONTHS = [6, 12];

/** The day, or the next on which people work; where that is another month's, the last before it. */
function place(month: string, { day, worksOn }: StudyYear): Pick<ProposedStudy, 'date' | 'movedFrom'> {
  const ordinary = `${month}-${two(day)}`;
  const workday = (step: 1 | -1): LocalDate => {
    let date = ordinary;
    while (!worksOn(date)) date = addDays(date, step);
    return date;
  };
  const next = workday(1);
  const date = next.startsWith(month) ? next : workday(-1);
  return date === ordinary ? { date } : { date, movedFrom: ordinary };
}

export function proposeStudies(plan: StudyYear): ProposedStudy[] {
  const { year, today, groups, all, studies, trainings } = plan;
  const live = studies.filter(({ state }) => state !== 'withdrawn');
  const taken = new Set(live.map(({ group = '', date }) => `${group} ${date.slice(0, 7)}`));
  const months = Array.from({ length: 12 }, (_, at) => `${String(year)}-${two(at + 1)}`);
  const meetings = groups.flatMap((group) =>
    months
      .filter((month) => !taken.has(`${group} ${month}`))
      .map((month): ProposedStudy => ({ group, ...place(month, plan) })),
  );
  const trained = trainings.filter(({ state }) => state !== 'withdrawn').map(({ date }) => date);
  const halves = TRAINING_MONTHS.filter((last) => {
    const [from, to] = [`${String(year)}-${two(last - 5)}-01`, `${String(year)}-${two(last)}-31`];
    return !trained.some((date) => from <= date && date <= to);
  });
  const classes = halves.map((last): ProposedStudy => place(`${String(year)}-${two(last)}`, plan));
  return [...meetings, ...(all ? classes : [])].filter(({ date }) => date > today);
}
