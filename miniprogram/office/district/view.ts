/** What the district sees: totals, or one township, in words. */
import type { Choice } from '../../components/choice-chips/choice-chips';
import type { TownshipName } from '../../contract/district';
import { TOLD_FROM, type DistrictFigure, type DistrictView } from '../../contract/district-view';
import type { LocalDate } from '../../contract/wire';
import type { ListRoom } from './rooms';
import { sayDate, sayMoment } from '../../view/dates';

export type Room = 'figures' | 'deputies' | ListRoom;
export const ROOMS: readonly (Choice & { id: Room })[] = [
  { id: 'figures', text: '数据' },
  { id: 'passed', text: '转报上来的' },
  { id: 'asked', text: '请区里指导' },
  { id: 'deputies', text: '区代表档案' },
];

/** All of them first; '' is their id. */
export function toPlaces(townships: readonly TownshipName[]): Choice[] {
  return [{ id: '', text: '各乡镇合计' }, ...townships.map(({ id, name }) => ({ id, text: name }))];
}

interface MonthLine {
  month: string;
  n: string;
  /** Percent of the largest; 0: nothing, or not told. */
  width: number;
  say: string;
}

interface NumberCard {
  id: string;
  label: string;
  n: string;
  unit: string;
  months: readonly MonthLine[];
}

export interface FiguresScreen {
  notes: readonly string[];
  cards: readonly NumberCard[];
  ratings: readonly { word: string; n: string }[];
  empty: string;
}

const FEW = `不足${String(TOLD_FROM)}`;
/** What is not told reads the same everywhere. */
const sayPart = (n: number | null): string => (n === null ? '不细分' : String(n));

function toMonths(
  { months = [] }: DistrictFigure,
  names: readonly string[],
  label: string,
  unit: string,
): MonthLine[] {
  const most = Math.max(1, ...months.map((n) => n ?? 0));
  return months.map((n, at) => {
    const month = `${String(Number((names[at] ?? '').slice(5)))}月`;
    const said = sayPart(n);
    return {
      month,
      n: said,
      width: Math.round(((n ?? 0) * 100) / most),
      say: `${label}，${month}，${said}${n === null ? '' : unit}`,
    };
  });
}

function sayNotes({ townships, counted, from, to, numbers }: DistrictView, today: LocalDate, all: boolean) {
  if (!numbers) return [];
  const few = numbers.received.n > 0 && townships > 0;
  return [
    `${sayDate(from, today)}到${sayDate(to, today)}，最早的数字是 ${sayMoment(numbers.asOf, today)} 的。`,
    ...(all
      ? [`${String(townships)} 个乡镇里，${String(counted)} 个本期有数字。同一个人在两个乡镇各算一次。`]
      : []),
    ...(few ? [`${FEW}的数不再细分，免得看出是谁。`] : []),
  ];
}

export function toFiguresScreen(view: DistrictView, today: LocalDate, all: boolean): FiguresScreen {
  const { numbers } = view;
  const notes = sayNotes(view, today, all);
  if (!numbers)
    return {
      notes,
      cards: [],
      ratings: [],
      empty: all ? '各乡镇还没有数字。' : '这个乡镇本期还没有数字。',
    };
  const { months, received, visited, done, open, late, ratings } = numbers;
  const card = (id: string, label: string, unit: string, figure: DistrictFigure): NumberCard => ({
    id,
    label,
    unit,
    n: String(figure.n),
    months: toMonths(figure, months, label, unit),
  });
  const { parts } = ratings;
  return {
    notes,
    empty: '',
    cards: [
      card('received', '接待选民', '人', received),
      card('visited', '走访', '户', visited),
      card('done', '帮办实事', '件', done),
      card('open', '在办', '件', { n: open }),
      card('late', '超期', '件', { n: late }),
      card('rated', '办结的评价', '件', { n: ratings.n }),
    ],
    ratings: parts
      ? [
          { word: '满意', n: sayPart(parts.satisfied) },
          { word: '不满意', n: sayPart(parts.dissatisfied) },
          { word: '还没有评价', n: sayPart(parts.unrated) },
        ]
      : [],
  };
}
