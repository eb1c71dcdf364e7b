/** 图表: bars as words, numbers and lengths. A bar is a view with a width: no library, no canvas, read aloud as it stands. */
import type { Choice } from '../../components/choice-chips/choice-chips';
import type { LocalDate } from '../../contract/wire';
import {
  CHART_NUMBERS,
  type Bar,
  type ChartDimension,
  type ChartNumber,
  type ChartsView,
} from '../../contract/work-report';
import { sayMoment } from '../../view/dates';
import { toRowLines, type RowLine } from '../view/report-words';

export interface BarLine {
  key: string;
  label: string;
  n: string;
  /** Percent of the longest. */
  width: number;
  say: string;
}

export interface SpotLine {
  category: string;
  title: string;
  villages: string;
  /** Enough alike for a suggestion. */
  draft: boolean;
}

/** Category by village, where a list would be pages long. */
export interface Matrix {
  villages: readonly { village: string; name: string }[];
  rows: readonly {
    category: string;
    name: string;
    n: string;
    cells: readonly { village: string; n: string }[];
    say: string;
    draft: boolean;
  }[];
}

export interface ChartsScreen {
  label: string;
  total: string;
  unit: string;
  before: string;
  /** When it was counted. */
  asOf: string;
  note: string;
  months: readonly BarLine[];
  dimensions: readonly Choice[];
  bars: readonly BarLine[];
  spots: readonly SpotLine[];
  /** Instead of the spots. */
  matrix: Matrix | null;
  promises: readonly RowLine[];
  empty: boolean;
}

export const NUMBERS: readonly Choice[] = (Object.keys(CHART_NUMBERS) as ChartNumber[]).map((id) => ({
  id,
  text: CHART_NUMBERS[id].label,
}));

const DIMENSIONS: Readonly<Record<ChartDimension, string>> = {
  home: '按代表之家',
  group: '按代表小组',
  village: '按村',
  category: '按类别',
};

/** From so many alike on one may write a suggestion of them. */
const ALIKE = 3;

/** From so many matters on. */
const MATRIX_FROM = 100;

function toMatrix(hotSpots: ChartsView['hotSpots']): Matrix | null {
  if (hotSpots.reduce((sum, { n }) => sum + n, 0) < MATRIX_FROM) return null;
  const names = new Map(
    hotSpots.flatMap((spot) => spot.villages.map(({ village, name }) => [village, name])),
  );
  const villages = [...names].map(([village, name]) => ({ village, name }));
  const rows = hotSpots.map(({ category, name, n, villages: own }) => {
    const counts = new Map(own.map((each) => [each.village, each.n]));
    return {
      category,
      name,
      n: String(n),
      cells: villages.map(({ village }) => ({ village, n: String(counts.get(village) ?? '') })),
      say: `${name}，共${String(n)}件：${own.map((each) => `${each.name}${String(each.n)}`).join('、')}`,
      draft: n >= ALIKE,
    };
  });
  return { villages, rows };
}

function toLines(bars: readonly Bar[], key: string, unit: string): BarLine[] {
  const most = Math.max(1, ...bars.map(({ n }) => n));
  return bars.map(({ label, n }, at) => ({
    key: `${key}.${String(at)}`,
    label,
    n: String(n),
    width: Math.round((n * 100) / most),
    say: `${label}，${String(n)}${unit}`,
  }));
}

function sayBefore({ total, before }: ChartsView, unit: string): string {
  if (!before) return '截至今天';
  if (before.n === 0) return '前半年没有记录';
  const more = total.n - before.n;
  if (more === 0) return `和前半年一样（${String(before.n)}${unit}）`;
  return `前半年 ${String(before.n)}${unit}，${more > 0 ? '多' : '少'}了 ${String(Math.abs(more))}${unit}`;
}

export function toChartsScreen(
  of: ChartNumber,
  view: ChartsView,
  dimension: string,
  today: LocalDate,
): ChartsScreen {
  const { label, unit } = CHART_NUMBERS[of];
  const { total, months, splits, hotSpots, promises } = view;
  const chosen = splits.find((one) => one.dimension === dimension) ?? splits[0];
  const distinct = of === 'received' || of === 'visited';
  return {
    label,
    unit,
    total: String(total.n),
    before: sayBefore(view, unit),
    asOf: `${sayMoment(view.asOf, today)} 的数`,
    note: distinct ? '同一个人、同一户在一段时间里只算一次，所以各条加起来可能比总数多。' : '',
    months: toLines(months, 'month', unit),
    dimensions: splits.map(({ dimension: id }) => ({ id, text: DIMENSIONS[id] })),
    bars: chosen ? toLines(chosen.bars, chosen.dimension, unit) : [],
    matrix: toMatrix(hotSpots),
    spots: hotSpots.map(({ category, name, n, villages }) => ({
      category,
      title: `${name} ${String(n)} 件`,
      villages: villages.map((village) => `${village.name}${String(village.n)}`).join('、'),
      draft: n >= ALIKE,
    })),
    promises: toRowLines(promises, today),
    empty: total.n === 0 && months.every(({ n }) => n === 0),
  };
}

/** The bar of a key: «total», «before», «month.3», «village.0». */
export function findBar({ total, before, months, splits }: ChartsView, key: string): Bar | undefined {
  if (key === 'total') return total;
  if (key === 'before') return before;
  const [kind, at = ''] = key.split('.');
  const bars = kind === 'month' ? months : splits.find(({ dimension }) => dimension === kind)?.bars;
  return bars?.[Number(at)];
}
