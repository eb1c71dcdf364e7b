/** What the pages of the report and of the charts say alike: spans, states, and the rows behind a figure. */
import type { ReportState, SlotRow } from '../../contract/work-report';
import type { LocalDate } from '../../contract/wire';
import { sayDate } from '../../view/dates';

export type ReportTone = 'waiting' | 'in-hand' | 'done';

/** The page on which a row's source is seen. */
type RowPage = 'office/record' | 'office/request' | 'office/activity' | 'deputy/suggestion';

export interface RowLine {
  row: string;
  title: string;
  words: string;
  page: RowPage | '';
  query: Readonly<Record<string, string>>;
}

export const STATES: Readonly<Record<ReportState, { tag: string; tone: ReportTone }>> = {
  draft: { tag: '草稿', tone: 'in-hand' },
  submitted: { tag: '待签发', tone: 'waiting' },
  signed: { tag: '已签发', tone: 'done' },
};

export function saySpan(from: LocalDate, to: LocalDate): string {
  const other = from.slice(0, 4) === to.slice(0, 4) ? '' : `${to.slice(0, 4)}年`;
  return `${from.slice(0, 4)}年${sayDate(from)} 到 ${other}${sayDate(to)}`;
}

function pageOf(source: SlotRow['source']): Pick<RowLine, 'page' | 'query'> {
  switch (source?.kind) {
    case 'day':
      return { page: 'office/record', query: { date: source.id.slice(source.id.indexOf('~') + 1) } };
    case 'request':
      return { page: 'office/request', query: { request: source.id } };
    case 'activity':
      return { page: 'office/activity', query: { activity: source.id } };
    case 'suggestion':
      return { page: 'deputy/suggestion', query: { suggestion: source.id } };
    default:
      return { page: '', query: {} };
  }
}

export function toRowLines(rows: readonly SlotRow[], today: LocalDate): RowLine[] {
  return rows.map(({ row, title, words, date, source }) => ({
    row,
    title,
    words: [date === undefined ? '' : sayDate(date, today), words].filter(Boolean).join(' · '),
    ...pageOf(source),
  }));
}
