/** 图表 on paper: every number of the screen as a table, with the same rows behind it. */
import {
  CHART_NUMBERS,
  type Bar,
  type ChartDimension,
  type ChartNumber,
  type ChartsView,
} from '../../../../miniprogram/contract/work-report';
import type { Directory } from '../../../registry/directory/rules/directory';
import type { Block, Sheet } from '../../documents/rules/sheet';
import { footOf } from '../../documents/rules/words';
import { saySpan } from './period';

export type Drawn = Omit<ChartsView, 'promises' | 'asOf' | 'stale'>;

/** What is drawn of a bar on paper: no rows. */
type Plain = Pick<Bar, 'label' | 'n'>;

/** A number's charts as a report keeps them. */
export interface PlainCharts {
  total: Plain;
  before?: Plain;
  months: readonly Plain[];
  splits: readonly { dimension: ChartDimension; bars: readonly Plain[] }[];
}

/** What they are compared with is called. */
interface Spans {
  now: string;
  before: string;
}

const DIMENSIONS: Readonly<Record<ChartDimension, string>> = {
  home: '代表之家',
  group: '代表小组',
  village: '村',
  category: '类别',
};

/** Above so many matters the list by category is a matrix with the villages. */
export const MATRIX_FROM = 100;
/** Villages beside each other on one page; the others follow below. */
const ABREAST = 8;

const heading = (line: string): Block => ({ line, size: 'large', bold: true });

/** Of the longest bar. */
const SQUARES = 14;

/** A name, its number, and as many squares: a bar that any printer prints. */
function tableOf(head: readonly string[], bars: readonly Plain[]): Block {
  const most = Math.max(1, ...bars.map(({ n }) => n));
  const rows = bars.map(({ label, n }) => [label, String(n), '■'.repeat(Math.ceil((n * SQUARES) / most))]);
  return { columns: [34, 22, 44], head: [...head, ''], rows };
}

function sayTotal(of: ChartNumber, { total, before }: PlainCharts, spans: Spans): string {
  const { label, unit } = CHART_NUMBERS[of];
  const earlier = before ? `，${spans.before}${String(before.n)}${unit}` : '（截至当天）';
  return `${spans.now}${label}${String(total.n)}${unit}${earlier}。`;
}

export function drawNumber(of: ChartNumber, drawn: PlainCharts, spans: Spans): Block[] {
  const { label, unit } = CHART_NUMBERS[of];
  const { months, splits } = drawn;
  const named = `${label}（${unit}）`;
  const byMonth = months.some(({ n }) => n > 0) ? [tableOf(['月份', named], months)] : [];
  const tables = splits.map(({ dimension, bars }) => tableOf([DIMENSIONS[dimension], named], bars));
  return [heading(label), { line: sayTotal(of, drawn, spans), indent: true }, ...byMonth, ...tables];
}

interface Column {
  village: string;
  name: string;
}

function drawMatrix(spots: PaperSpots, columns: readonly Column[]): Block {
  const width = Math.floor(76 / columns.length);
  return {
    columns: [24, ...columns.map(() => width)],
    head: ['类别', ...columns.map(({ name }) => name)],
    size: 'small',
    rows: spots.map(({ name, n, villages }) => {
      const byVillage = new Map(villages.map((each) => [each.village, each.n]));
      return [
        `${name}（共${String(n)}件）`,
        ...columns.map(({ village }) => String(byVillage.get(village) ?? '')),
      ];
    }),
  };
}

/** Under whatever counts people and households. */
export const COUNTED_ONCE = '同一个人、同一户在一段时间里只算一次，所以各行加起来可能比总数多。';

export type PaperSpots = readonly Omit<Drawn['hotSpots'][number], 'requests'>[];

/** Under a hundred one list by category with its villages, from there on a matrix of category and village. */
export function drawHotSpots(
  spots: PaperSpots,
  villages: readonly Pick<Directory['villages'][number], 'id' | 'name'>[],
  now = '半年',
): Block[] {
  const n = spots.reduce((sum, spot) => sum + spot.n, 0);
  if (n === 0) return [];
  const title = heading(`群众反映的事（${now}${String(n)}件）`);
  if (n < MATRIX_FROM) {
    const rows = spots.map((spot) => [
      spot.name,
      String(spot.n),
      spot.villages.map((village) => `${village.name}${String(village.n)}`).join('、'),
    ]);
    return [title, { columns: [24, 12, 64], head: ['类别', '件', '哪些村'], rows }];
  }
  const named = new Set(spots.flatMap((spot) => spot.villages.map(({ village }) => village)));
  const columns = villages.filter(({ id }) => named.has(id)).map(({ id, name }) => ({ village: id, name }));
  const pages = Array.from({ length: Math.ceil(columns.length / ABREAST) }, (_, at) =>
    columns.slice(at * ABREAST, (at + 1) * ABREAST),
  );
  return [title, ...pages.map((some) => drawMatrix(spots, some))];
}

export function makeChartsSheet(
  { card, villages }: Pick<Directory, 'card' | 'villages'>,
  drawn: Readonly<Record<ChartNumber, Drawn>>,
): Sheet {
  const numbers = Object.keys(CHART_NUMBERS) as ChartNumber[];
  const { span, hotSpots } = drawn.received;
  const words = saySpan(span.from, span.to);
  return {
    name: `${card.name}图表 ${words}`,
    title: `${card.name}人大工作数据`,
    blocks: [
      { line: `（${words}）`, align: 'center' },
      ...numbers.flatMap((of) => drawNumber(of, drawn[of], { now: '半年来', before: '前半年' })),
      ...drawHotSpots(hotSpots, villages),
      { line: COUNTED_ONCE, size: 'small' },
    ],
    foot: footOf(card),
  };
}
