/** 报告: which spans are offered with one tap, and the reports there are. */
import type { Choice } from '../../components/choice-chips/choice-chips';
import type { LocalDate } from '../../contract/wire';
import type { ReportCard, ReportKind } from '../../contract/work-report';
import { sayMoment } from '../../view/dates';
import { saySpan, STATES, type ReportTone } from '../view/report-words';

export interface SpanChoice {
  id: string;
  title: string;
  words: string;
  from: LocalDate;
  to: LocalDate;
}

export interface ReportLine {
  report: string;
  title: string;
  words: string;
  tag: string;
  tone: ReportTone;
}

export const KINDS: readonly Choice[] = [
  { id: 'work', text: '工作汇报' },
  { id: 'presidium', text: '主席团工作报告' },
];

const KIND_NAMES: Readonly<Record<ReportKind, string>> = { work: '工作汇报', presidium: '主席团工作报告' };

const pad = (n: number): string => String(n).padStart(2, '0');

function lastDayOf(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** The day after the same day so many months earlier: '2026-11-23', 6 → '2026-05-24'. */
export function monthsBefore(date: LocalDate, months: number): LocalDate {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const at = year * 12 + (month - 1) - months;
  const [toYear, toMonth] = [Math.floor(at / 12), (at % 12) + 1];
  const kept = Math.min(day, lastDayOf(toYear, toMonth));
  return new Date(Date.UTC(toYear, toMonth - 1, kept + 1)).toISOString().slice(0, 10);
}

/** 半年 first: it is what is asked for most. Halves of the calendar are offered as far as they have begun. */
export function listSpans(today: LocalDate): SpanChoice[] {
  const year = today.slice(0, 4);
  const second = today >= `${year}-07-01`;
  const spans: [string, string, LocalDate, LocalDate][] = [
    ['half', '半年', monthsBefore(today, 6), today],
    ['year', '一年', monthsBefore(today, 12), today],
    ['first', '上半年', `${year}-01-01`, `${year}-06-30`],
    ...(second
      ? [['second', '下半年', `${year}-07-01`, `${year}-12-31`] as [string, string, LocalDate, LocalDate]]
      : []),
    ['whole', `${year}年全年`, `${year}-01-01`, `${year}-12-31`],
    [
      'last',
      `${pad(Number(year) - 1)}年全年`,
      `${String(Number(year) - 1)}-01-01`,
      `${String(Number(year) - 1)}-12-31`,
    ],
  ];
  return spans.map(([id, title, from, to]) => ({ id, title, words: saySpan(from, to), from, to }));
}

export function toLines(cards: readonly ReportCard[], today: LocalDate): ReportLine[] {
  return cards.map(({ report, kind, from, to, state, at, by }) => ({
    report,
    title: KIND_NAMES[kind],
    words: [saySpan(from, to), by && `${by} ${sayMoment(at, today)}`].filter(Boolean).join(' · '),
    tag: STATES[state].tag,
    tone: STATES[state].tone,
  }));
}
