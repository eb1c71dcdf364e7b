/** From notices to the lines of 消息. */
import type { NoticeCard } from '../../contract/notify';
import type { LocalDate } from '../../contract/wire';
import { sayMoment } from '../../view/dates';

export interface Line {
  notice: string;
  title: string;
  words: string;
  when: string;
  unread: boolean;
  opens: boolean;
}

export function toLines(notices: readonly NoticeCard[], today: LocalDate): Line[] {
  return notices.map(({ notice, title, words, at, unread, page }) => ({
    notice,
    title,
    words,
    when: sayMoment(at, today),
    unread,
    opens: page !== undefined,
  }));
}
