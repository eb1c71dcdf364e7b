/** From the day's counts to the words of 接访统计. */
import type { DayRecord } from '../../contract/desk';
import { OUTCOMES } from '../../contract/desk';
import { OUTCOME_LABELS, RECEIVER_LABELS } from '../../contract/labels';
import { RECEIVER_TYPES } from '../../contract/reception';
import type { LocalDate } from '../../contract/wire';
import { sayDayFrom } from '../../view/dates';
import { sayReceiver } from '../../view/words';

export interface Figure {
  word: string;
  n: number;
}

export interface RecordScreen {
  day: string;
  /** Why there is nothing to count; empty: there is. */
  empty: string;
  totals: readonly Figure[];
  homes: readonly { home: string; name: string; lines: readonly Figure[] }[];
  receivers: readonly { person: string; name: string; label: string; words: string }[];
  levels: string;
  types: string;
}

type Home = DayRecord['homes'][number];

function toLines(home: Home): Figure[] {
  return [
    { word: '手机预约', n: home.booked },
    { word: '替人预约', n: home.behalf },
    { word: '直接来的', n: home.walkIns },
    { word: '接待人次', n: home.visits },
    ...OUTCOMES.map((outcome) => ({ word: OUTCOME_LABELS[outcome], n: home.outcomes[outcome] })),
    ...(home.late > 0 ? [{ word: '其中事后补录', n: home.late }] : []),
    { word: '没有来', n: home.noShows },
    { word: '未登记结果', n: home.unrecorded },
    { word: '退了号', n: home.cancelled },
  ];
}

function count(visits: number, people: number): string {
  return `${String(visits)} 人次 / ${String(people)} 人`;
}

/** A day of zeros says in words what it is, and what can still be done. */
function sayEmpty({ state, homes }: DayRecord): string {
  if (state === 'unpublished') return '这一天的值班表没有公布，没有记录。';
  const anybody = homes.some(
    ({ booked, behalf, walkIns, cancelled }) => booked + behalf + walkIns + cancelled > 0,
  );
  if (anybody) return '';
  return state === 'past'
    ? '这一天没有人约，也没有人来。来过没记上的，在接待台补记。'
    : '这一天还没有人约，也没有人来过。';
}

export function toRecordScreen(record: DayRecord, today: LocalDate): RecordScreen {
  const sum = (pick: (home: Home) => number) => record.homes.reduce((total, home) => total + pick(home), 0);
  const { district, town, other } = record.byLevel;
  return {
    day: sayDayFrom(record.date, today),
    empty: sayEmpty(record),
    totals: [
      { word: '接待人次', n: sum(({ visits }) => visits) },
      { word: '直接来的', n: sum(({ walkIns }) => walkIns) },
      { word: '没有来', n: sum(({ noShows }) => noShows) },
      { word: '未登记结果', n: sum(({ unrecorded }) => unrecorded) },
    ],
    homes: record.homes.map((home) => ({ home: home.home, name: home.name, lines: toLines(home) })),
    receivers: record.receivers.map(({ receiver, visits, people }) => ({
      person: receiver.person,
      name: receiver.name,
      label: sayReceiver(receiver),
      words: count(visits, people),
    })),
    levels: `区代表 ${count(district.visits, district.people)}，镇代表 ${count(town.visits, town.people)}，不是代表的 ${count(other.visits, other.people)}`,
    types: RECEIVER_TYPES.map(
      (type) => `${RECEIVER_LABELS[type]} ${count(record.byType[type].visits, record.byType[type].people)}`,
    ).join('，'),
  };
}

/** First and last day of its month: '2026-11-05' → 2026-11-01, 2026-11-30. */
export function monthOf(date: LocalDate): [LocalDate, LocalDate] {
  const [year = 0, month = 0] = date.split('-').map(Number);
  // Day 0 of the month that follows.
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  const begins = date.slice(0, 7);
  return [`${begins}-01`, `${begins}-${String(last)}`];
}
