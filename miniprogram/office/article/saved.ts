/** Where what was written is, and how that is said. */
import type { Instant, LocalDate } from '../../contract/wire';
import { toLocalDate, toLocalTime } from '../../contract/time';
import { sayMoment, sayTime } from '../../view/dates';
import { explain } from '../../view/feedback';
import type { Failure } from '../../contract/result';
import type { Tone } from '../view/articles';

export type SaveState =
  | { at: 'saved'; when?: Instant }
  | { at: 'changed' }
  | { at: 'saving' }
  /** On this phone only; `kept` false: not even there, its storage is full. */
  | { at: 'phone'; kept: boolean }
  | { at: 'refused'; failure: Failure }
  | { at: 'newer'; by: string; when: Instant; version: string };

export function saySaved(save: SaveState, today: LocalDate): { words: string; tone: Tone } {
  switch (save.at) {
    case 'saved':
      return {
        words: save.when === undefined ? '已保存' : `已保存 ${sayWhen(save.when, today)}`,
        tone: 'done',
      };
    case 'changed':
      return { words: '写完自动保存', tone: 'waiting' };
    case 'saving':
      return { words: '正在保存…', tone: 'in-hand' };
    case 'phone':
      return save.kept
        ? { words: '没有网络，已存在手机上，联网后自动保存', tone: 'waiting' }
        : { words: '没有网络，手机也满了，请先不要关这一页', tone: 'late' };
    case 'refused':
      return { words: `没有保存：${explain(save.failure)}`, tone: 'late' };
    case 'newer':
      return { words: '有两个版本，请选一个', tone: 'late' };
  }
}

/** The time alone when it is today. */
function sayWhen(when: number, today: LocalDate): string {
  return toLocalDate(when) === today ? sayTime(toLocalTime(when)) : sayMoment(when, today);
}

/** Two wrote at once: what happened, what was kept, what to do. */
export function sayNewer(save: SaveState, today: LocalDate): string {
  if (save.at !== 'newer') return '';
  return `${save.by} ${sayWhen(save.when, today)} 也改了这一篇，比您先存上。您写的没有丢，已另存为一个版本。接着用哪一个？`;
}
