/** The six numbers and the coming reception day, in words. */
import type { WorkbenchView, WorkDay, WorkFigure } from '../../contract/workbench';
import { OFFICE } from '../../contract/roles';
import type { LocalDate } from '../../contract/wire';
import { sayDate, sayDayFrom } from '../../view/dates';

export type FigureId = 'received' | 'visited' | 'done' | 'open' | 'overdue' | 'rated';

export interface FigureView {
  id: FigureId;
  label: string;
  value: string;
  unit: string;
  late: boolean;
  /** The months under it: heights in percent, and this month in words; empty: no line. */
  bars: readonly { month: string; height: number }[];
  words: string;
  /** Whether its list is for whoever looks: the ledger's rows are the office's. */
  opens: boolean;
}

export interface DayLine {
  home: string;
  name: string;
  words: string;
  counts: readonly number[];
}

/** What is counted of each home, in this order. */
const COUNTED = ['预约', '到场', '已接待', '未登记结果'] as const;

export interface DayCard {
  date: LocalDate;
  title: string;
  tag: string;
  tone: 'waiting' | 'done';
  /** Above the numbers of each home, where they stand as a table. */
  counted: readonly string[];
  homes: readonly DayLine[];
  notes: readonly string[];
}

/** The highest month fills the line; with nothing in any month there is none. */
function toBars({ months }: WorkFigure, names: readonly string[]): FigureView['bars'] {
  const most = Math.max(...months);
  if (most === 0) return [];
  return months.map((n, at) => ({ month: names[at] ?? '', height: Math.round((n / most) * 100) }));
}

export function toFigures({ figures, roles }: WorkbenchView): FigureView[] {
  if (!figures) return [];
  const opens = roles.some((role) => OFFICE.includes(role));
  const { from, months, received, visited, done, open, overdue, satisfied, unrated, dissatisfied } = figures;
  const counted = (id: FigureId, label: string, unit: string, figure: WorkFigure): FigureView => ({
    id,
    label,
    unit: `${unit} · ${String(Number(from.slice(5, 7)))}月起`,
    value: String(figure.n),
    late: false,
    bars: toBars(figure, months),
    words: `本月 ${String(figure.months[figure.months.length - 1] ?? 0)}`,
    opens,
  });
  return [
    counted('received', '接待选民', '人', received),
    counted('visited', '走访', '户', visited),
    counted('done', '帮办实事', '件', done),
    {
      id: 'open',
      label: '在办',
      unit: '件',
      value: String(open),
      late: false,
      bars: [],
      words: '',
      opens: true,
    },
    {
      id: 'overdue',
      label: '超期',
      unit: '件',
      value: overdue > 0 ? `▲ ${String(overdue)}` : '0',
      late: overdue > 0,
      bars: [],
      words: '',
      opens: true,
    },
    {
      id: 'rated',
      label: '满意 / 未评 / 不满意',
      unit: '',
      value: [satisfied, unrated, dissatisfied].map(String).join(' / '),
      late: false,
      bars: [],
      words: '',
      opens,
    },
  ];
}

export function toDayCard(
  { date, published, provisional, homes, missing }: WorkDay,
  today: LocalDate,
  unpublished: LocalDate | undefined,
): DayCard {
  const notes = [
    ...(missing.length > 0 ? [`还缺人：${missing.join('、')}`] : []),
    ...(provisional
      ? ['这一年的放假安排还没公布，日子可能改。请在 设置 里录入放假安排，再公布值班表。']
      : []),
    ...(published ? [] : ['值班表公布以后，群众才能预约；没有值班表也可以直接来。']),
    ...(published && unpublished !== undefined ? [`下一个没公布的：${sayDate(unpublished, today)}`] : []),
  ];
  return {
    date,
    title: sayDayFrom(date, today),
    tag: published ? '值班表已公布' : '值班表没有公布',
    tone: published ? 'done' : 'waiting',
    counted: [...COUNTED],
    homes: homes.map(({ home, name, booked, arrived, received, unrecorded }) => {
      const counts = [booked, arrived, received, unrecorded];
      const words = COUNTED.map((label, at) => `${label} ${String(counts[at])}`).join(' · ');
      return { home, name, words, counts };
    }),
    notes,
  };
}
