/** From notices to the lines of 消息: one for each matter, with its latest words and what was said of it before. */
import type { NoticeCard } from '../../contract/notify';
import type { LocalDate } from '../../contract/wire';
import { sayMoment } from '../../view/dates';
import type { Paged } from '../../view/paged';

export interface Line {
  notice: string;
  title: string;
  words: string;
  when: string;
  /** What was told of the same matter before, newest first. */
  before: readonly string[];
  unread: boolean;
  opens: boolean;
}

/** Further back it is on the matter's own page. */
const SHOWN_BEFORE = 3;

/** What leads to the same page is about the same matter; what leads nowhere stands alone. */
function byMatter(notices: readonly NoticeCard[]): NoticeCard[][] {
  const matters = new Map<string, NoticeCard[]>();
  for (const one of notices) {
    const key = one.page ?? one.notice;
    matters.set(key, [...(matters.get(key) ?? []), one]);
  }
  return [...matters.values()];
}

export function toLines(notices: readonly NoticeCard[], today: LocalDate): Line[] {
  return byMatter(notices).flatMap(([latest, ...earlier]) => {
    if (!latest) return [];
    const { notice, title, words, at, page } = latest;
    return [
      {
        notice,
        title,
        words,
        when: sayMoment(at, today),
        before: earlier.slice(0, SHOWN_BEFORE).map((one) => `${sayMoment(one.at, today)} ${one.title}`),
        unread: [latest, ...earlier].some((one) => one.unread),
        opens: page !== undefined,
      },
    ];
  });
}

export interface MessagesScreen {
  lines: readonly Line[];
  more: boolean;
}

export function toScreen({ rows, next }: Paged<NoticeCard>, today: LocalDate): MessagesScreen {
  return { lines: toLines(rows, today), more: next !== undefined };
}
