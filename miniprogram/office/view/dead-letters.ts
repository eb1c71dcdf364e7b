/** What could not be delivered, in words, for the office (电话通知) and the administrator (运行状况). */
import type { DeadLetterCard, DeadLetterKind } from '../../contract/notify';
import type { LocalDate } from '../../contract/wire';
import { sayMoment } from '../../view/dates';

export interface DeadLetterLine {
  letter: string;
  kind: DeadLetterKind;
  title: string;
  words: string;
}

function sayCode(code: string): string {
  if (code === 'failed') return '系统没能处理';
  return code === 'waits' ? '已让系统再试' : `微信回的是 ${code}`;
}

/** What an event was about, by the beginning of its name. */
const EVENTS: readonly (readonly [RegExp, string])[] = [
  [/^request/, '群众意见'],
  [/^(book|place|waiting|walked|visit|taken)/, '预约和接访'],
  [/^(roster|seat|swap|day|absence|receiver)/, '值班表'],
  [/^(article|activity|template|publicity)/, '文章'],
  [/^(invitation|people|names|routing|settings)/, '身份和名册'],
];

function sayEvent(event: string): string {
  return EVENTS.find(([name]) => name.test(event))?.[1] ?? event;
}

export function toDeadLetterLines(
  letters: readonly DeadLetterCard[],
  kind: DeadLetterKind,
  today: LocalDate,
): DeadLetterLine[] {
  return letters.map(({ letter, about, code, attempts, at }) => ({
    letter,
    kind,
    title: kind === 'message' ? `微信提醒：${about}` : `系统事项：${sayEvent(about)}`,
    words: `${sayCode(code)}，试了${String(attempts)}次，${sayMoment(at, today)}`,
  }));
}
