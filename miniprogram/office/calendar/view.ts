import type { CalendarDay, DayKind } from '../../contract/roster';
import type { LocalDate } from '../../contract/wire';
import { sayDay } from '../../view/dates';

export interface YearDay {
  key: string;
  date: LocalDate;
  day: string;
  words: string;
  tag: string;
  tone: 'waiting' | 'in-hand' | 'done' | 'plain';
}

const KINDS: Readonly<Record<DayKind, string>> = { reception: '', market: '赶集日', phone: '电话接访' };
const STATES: Readonly<Record<CalendarDay['state'], Pick<YearDay, 'tag' | 'tone'>>> = {
  none: { tag: '没有排班', tone: 'waiting' },
  draft: { tag: '草稿', tone: 'waiting' },
  published: { tag: '已公布', tone: 'done' },
  past: { tag: '已过去', tone: 'plain' },
};

/** Nodes of the page for one day, its tag's among them. */
export const NODES_OF_DAY = 8;

/** A day of every home does not name them. */
export function toYearDays(
  days: readonly CalendarDay[],
  names: ReadonlyMap<string, string>,
  today: LocalDate,
): YearDay[] {
  return days.map(({ date, kind, homes, why, provisional, state }) => ({
    key: `${date}-${kind}-${homes.join('-')}`,
    date,
    day: sayDay(date, today),
    words: [
      KINDS[kind],
      homes.length < names.size ? homes.map((id) => names.get(id)).join('、') : '',
      why,
      provisional ? '放假安排还没公布，可能改' : '',
    ]
      .filter(Boolean)
      .join(' · '),
    ...STATES[state],
  }));
}
