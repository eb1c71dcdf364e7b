/** The office's list as a table: one line a request, in the order of a column. */
import { STATES } from '../../contract/labels';
import type { OfficeCard } from '../../contract/request-lists';
import type { RequestLine } from '../../contract/shapes';
import { toLocalDate } from '../../contract/time';
import type { LocalDate } from '../../contract/wire';
import { daysBetween, sayDate } from '../../view/dates';

export type SortColumn = 'number' | 'village' | 'category' | 'state' | 'owner' | 'received' | 'days' | 'due';

export interface Sort {
  column: SortColumn;
  down: boolean;
}

export interface TableHead {
  id: SortColumn | 'title';
  text: string;
  /** ↑ or ↓ beside the column that sorts. */
  arrow: string;
  sorts: boolean;
}

export interface TableLine {
  request: string;
  cells: readonly string[];
  title: string;
  tone: RequestLine['tone'];
}

const HEADS: readonly { id: SortColumn | 'title'; text: string }[] = [
  { id: 'number', text: '编号' },
  { id: 'title', text: '什么事' },
  { id: 'village', text: '村' },
  { id: 'category', text: '类别' },
  { id: 'state', text: '状态' },
  { id: 'owner', text: '谁在办' },
  { id: 'received', text: '收到' },
  { id: 'days', text: '已办' },
  { id: 'due', text: '期限' },
];

/** What a column is sorted by: dates and days as they follow each other, words as a dictionary has them. */
function keyOf(card: OfficeCard, column: SortColumn): string | number {
  switch (column) {
    case 'received':
    case 'number':
      return card.createdAt;
    case 'days':
      return -card.createdAt;
    case 'due':
      return card.nextDate ?? '9999';
    case 'state':
      return STATES[card.state].label;
    case 'owner':
      return card.unit ?? card.owner;
    default:
      return card[column];
  }
}

/** Rows that are equal in the column keep the order of the list. */
export function sortCards(cards: readonly OfficeCard[], sort: Sort | null): OfficeCard[] {
  const sorted = [...cards];
  if (!sort) return sorted;
  const side = sort.down ? -1 : 1;
  return sorted.sort((one, other) => {
    const [a, b] = [keyOf(one, sort.column), keyOf(other, sort.column)];
    if (typeof a === 'string' && typeof b === 'string') return side * a.localeCompare(b, 'zh-Hans-CN');
    return side * (Number(a) - Number(b));
  });
}

/** Pressed once upwards, again downwards, a third time as the list has it. */
export function turnSort(before: Sort | null, column: SortColumn): Sort | null {
  if (before?.column !== column) return { column, down: false };
  return before.down ? null : { column, down: true };
}

export function toHeads(sort: Sort | null): TableHead[] {
  return HEADS.map(({ id, text }) => ({
    id,
    text,
    sorts: id !== 'title',
    arrow: sort?.column === id ? (sort.down ? '↓' : '↑') : '',
  }));
}

function sayDueIn({ nextDate }: OfficeCard, today: LocalDate): string {
  if (nextDate === undefined) return '';
  const left = daysBetween(today, nextDate);
  if (left === 0) return '今天';
  return left < 0 ? `超 ${String(-left)} 天` : sayDate(nextDate, today);
}

export function toTableLines(cards: readonly OfficeCard[], sort: Sort | null, today: LocalDate): TableLine[] {
  return sortCards(cards, sort).map((card) => {
    const received = toLocalDate(card.createdAt);
    return {
      request: card.request,
      title: card.title,
      tone: card.late ? 'late' : STATES[card.state].shape,
      cells: [
        card.number,
        card.title,
        card.village,
        card.category,
        STATES[card.state].label,
        card.unit ?? card.owner,
        sayDate(received, today),
        `${String(daysBetween(received, today))} 天`,
        sayDueIn(card, today),
      ],
    };
  });
}
