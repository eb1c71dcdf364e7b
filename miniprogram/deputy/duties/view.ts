/** From the caller's own duties to the words of 我的值班. */
import type { Choice } from '../../components/choice-chips/choice-chips';
import { HALF_LABELS } from '../../contract/labels';
import type { MyDuties, MyDuty } from '../../contract/roster';
import type { TemplateKey } from '../../contract/templates';
import type { LocalDate } from '../../contract/wire';
import { sayDayFrom, sayRange } from '../../view/dates';

/** Asked along with each act: what a colleague answers, and the eve of a duty. */
export const REMIND_ABOUT: readonly TemplateKey[] = ['task', 'reminder'];

export interface DutyLine {
  key: string;
  date: LocalDate;
  day: string;
  where: string;
  words: string;
  askable: boolean;
  /** Somebody was asked, or the office: it can be taken back. */
  asked: boolean;
}

export interface DutiesScreen {
  duties: readonly DutyLine[];
  asked: readonly { swap: string; title: string; where: string }[];
}

export function keyOf({ date, seat }: Pick<MyDuty, 'date' | 'seat'>): string {
  return `${date}_${seat}`;
}

function sayState({ swap, published }: MyDuty): string {
  if (swap?.state === 'asked' && swap.to) return `已请${swap.to.name}替，等答复。`;
  if (swap?.state === 'office') return '已交回人大办，等安排。';
  if (swap?.state === 'declined' && swap.to) return `${swap.to.name}替不了，请再找一位。`;
  return published ? '' : '还是草稿，公布前可能变。';
}

export function toDutiesScreen({ duties, asked }: MyDuties, today: LocalDate): DutiesScreen {
  return {
    duties: duties.map((duty) => ({
      key: keyOf(duty),
      date: duty.date,
      day: `${sayDayFrom(duty.date, today)} 坐班`,
      where: `${duty.homeName} · ${HALF_LABELS[duty.half]} ${sayRange(duty.start, duty.end)}`,
      words: sayState(duty),
      askable: duty.swap?.state !== 'office',
      asked: duty.swap?.state === 'asked' || duty.swap?.state === 'office',
    })),
    asked: asked.map(({ swap, from, date, homeName, half }) => ({
      swap,
      title: `${from.name}请您替一次班`,
      where: `${sayDayFrom(date, today)} ${HALF_LABELS[half]} · ${homeName}`,
    })),
  };
}

/** Who is shown at once; whoever is looked for is found by name. */
const SHOWN = 40;

/**
 * Who does not sit on that day, the fewest duties ahead first, the own order among equals; and how many stand behind those
 * that are shown.
 */
export function findColleagues(
  { colleagues }: MyDuties,
  text: string,
  date: LocalDate,
): { colleagues: Choice[]; behind: number } {
  const free = colleagues.filter(({ name, sits }) => name.includes(text) && !sits.includes(date));
  const first = [...free].sort((one, other) => one.sits.length - other.sits.length).slice(0, SHOWN);
  const choices = first.map(({ person, name, group, sits }) => {
    const ahead = sits.length === 0 ? '近期没有班' : `还有 ${String(sits.length)} 个班`;
    return { id: person, text: name, hint: [group, ahead].filter(Boolean).join(' · ') };
  });
  return { colleagues: choices, behind: free.length - first.length };
}

/** Asked once before somebody is bothered. */
export function sayAsking({ day, where }: DutyLine, name: string | undefined): string {
  return name === undefined
    ? `${day}，${where}。交回人大办，由人大办排人接替。`
    : `${day}，${where}。请${name}替您，对方答应了才算换好。`;
}
