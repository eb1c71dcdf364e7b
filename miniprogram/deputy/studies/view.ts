/** 学习计划: which months are still without a study, and on which day each is proposed. */
import type { Choice } from '../../components/choice-chips/choice-chips';
import type { StudyActions } from '../../contract/studies';
import type { LocalDate } from '../../contract/wire';
import { sayDay } from '../../view/dates';

type Proposed = StudyActions['proposeStudies']['output'];

export interface StudyLine {
  at: number;
  date: LocalDate;
  day: string;
  why: string;
}

/** One group's months, or the trainings of all (`group` ''). */
export interface StudyCard {
  group: string;
  name: string;
  lines: readonly StudyLine[];
}

export interface StudiesScreen {
  cards: readonly StudyCard[];
  note: string;
}

/** This year and the next. */
export function yearsOf(today: LocalDate): Choice[] {
  const year = Number(today.slice(0, 4));
  return [year, year + 1].map((each) => ({ id: String(each), text: `${String(each)}年` }));
}

export function toStudiesScreen(
  { groups, proposed, provisional }: Proposed,
  moved: Readonly<Record<string, LocalDate>>,
  today: LocalDate,
): StudiesScreen {
  const all = [...groups, { group: '', name: '全体代表培训' }];
  const cards = all.map(({ group, name }) => ({
    group,
    name,
    lines: proposed.flatMap(({ group: whose = '', date, movedFrom }, at) => {
      if (whose !== group) return [];
      const day = moved[String(at)] ?? date;
      const shifted = movedFrom !== undefined && day === date;
      return [
        {
          at,
          date: day,
          day: sayDay(day, today),
          why: shifted ? `${sayDay(movedFrom)}不上班，顺延` : '',
        },
      ];
    }),
  }));
  return {
    cards: cards.filter(({ lines }) => lines.length > 0),
    note: provisional ? '这一年的放假安排还没有公布，日子可能要再改。' : '',
  };
}
