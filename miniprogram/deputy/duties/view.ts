/** From the caller's own duties to the words of 我的值班. */
import type { Choice } from '../../components/choice-chips/choice-chips';
import { HALF_LABELS } from '../../contract/labels';
import type { MyDuty } from '../../contract/roster';
import type { TemplateKey } from '../../contract/templates';
import type { LocalDate, Output } from '../../contract/wire';
import { sayDayFrom, sayRange } from '../../view/dates';

/** Asked along with each act: what a colleague answers, and the eve of a duty. */
export const REMIND_ABOUT: readonly TemplateKey[] = ['task', 'reminder'];

export type MyDuties = Output<'reception', 'myDuties'>;

export interface DutyLine {
  key: string;
  day: string;
  where: string;
  words: string;
  askable: boolean;
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
      day: `${sayDayFrom(duty.date, today)} 坐班`,
      where: `${duty.homeName} · ${HALF_LABELS[duty.half]} ${sayRange(duty.start, duty.end)}`,
      words: sayState(duty),
      askable: duty.swap?.state !== 'office',
    })),
    asked: asked.map(({ swap, from, date, homeName, half }) => ({
      swap,
      title: `${from.name}请您替一次班`,
      where: `${sayDayFrom(date, today)} ${HALF_LABELS[half]} · ${homeName}`,
    })),
  };
}

export function findColleagues({ colleagues }: MyDuties, text: string): Choice[] {
  return colleagues
    .filter(({ name }) => name.includes(text))
    .map(({ person, name }) => ({ id: person, text: name }));
}
