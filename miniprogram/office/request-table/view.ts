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

export interface TableCell {
  id: SortColumn | 'title';
  text: string;
}

export interface TableLine {
  request: string;
  cells: readonly TableCell[];
  title: string;
  tone: RequestLine['tone'];
}

/** `width` as a grid has it. */
const HEADS: readonly { id: SortColumn | 'title'; text: string; width: string }[] = [
  { id: 'number', text: '编号', width: '92px' },
  { id: 'title', text: '什么事', width: 'minmax(180px, 1fr)' },
  { id: 'village', text: '村', width: '84px' },
  { id: 'category', text: '类别', width: '84px' },
  { id: 'state', text: '状态', width: '104px' },
  { id: 'owner', text: '谁在办', width: '120px' },
  { id: 'received', text: '收到', width: '72px' },
  { id: 'days', text: '已办', width: '56px' },
  { id: 'due', text: '期限', width: '84px' },
];

/** What the matter is stays: without it a line says nothing. */
function shownOf(hidden: readonly string[]) {
  return HEADS.filter(({ id }) => id === 'title' || !hidden.includes(id));
}

export function toTemplate(hidden: readonly string[]): string {
  return shownOf(hidden)
    .map(({ width }) => width)
    .join(' ');
}

export interface ColumnChoice {
  id: string;
  text: string;
  on: boolean;
}

export function toColumns(hidden: readonly string[]): ColumnChoice[] {
  return HEADS.filter(({ id }) => id !== 'title').map(({ id, text }) => ({
    id,
    text,
    on: !hidden.includes(id),
  }));
}

export function turnColumn(hidden: readonly string[], id: string): string[] {
  return hidden.includes(id) ? hidden.filter((each) => each !== id) : [...hidden, id];
}

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

export function toHeads(sort: Sort | null, hidden: readonly string[] = []): TableHead[] {
  return shownOf(hidden).map(({ id, text }) => ({
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

function toCells(card: OfficeCard, today: LocalDate): Readonly<Record<SortColumn | 'title', string>> {
  const received = toLocalDate(card.createdAt);
  return {
    number: card.number,
    title: card.title,
    village: card.village,
    category: card.category,
    state: STATES[card.state].label,
    owner: card.unit ?? card.owner,
    received: sayDate(received, today),
    days: `${String(daysBetween(received, today))} 天`,
    due: sayDueIn(card, today),
  };
}

export function toTableLines(
  cards: readonly OfficeCard[],
  sort: Sort | null,
  today: LocalDate,
  hidden: readonly string[] = [],
): TableLine[] {
  const shown = shownOf(hidden);
  return sortCards(cards, sort).map((card) => {
    const cells = toCells(card, today);
    return {
      request: card.request,
      title: card.title,
      tone: card.late ? 'late' : STATES[card.state].shape,
      cells: shown.map(({ id }) => ({ id, text: cells[id] })),
    };
  });
}
