/** 图表: each bar counts exactly the rows that `chartFacts` or `chartRequests` finds for it. */
import type {
  Bar,
  BarRows,
  ChartDimension,
  ChartNumber,
  ChartsView,
} from '../../../../miniprogram/contract/work-report';
import type { FactQuery } from '../../../../miniprogram/contract/facts';
import type { LocalDate } from '../../../../miniprogram/contract/wire';
import { countRows } from '../../../duty/ledger/rules/count';
import { rowsFor, unitOf, type SpanFact } from '../../../duty/ledger/rules/span';
import { readSource } from '../../../duty/ledger/rules/span';
import type { Directory } from '../../../registry/directory/rules/directory';
import { addDays } from '../../../shared/china-time';
import type { RowRef } from './ask';
import type { OpenRequest, Sources } from './sources';

/** What of the ledger a number is; open and late are not of the ledger, they stand as of today. */
const MEASURES: Readonly<Partial<Record<ChartNumber, Pick<FactQuery, 'of' | 'by'>>>> = {
  received: { of: 'received' },
  visited: { of: 'visited' },
  done: { of: 'done' },
  satisfied: { of: 'rated', by: { dimension: 'result', value: 'satisfied' } },
};

const DIMENSIONS: readonly ChartDimension[] = ['home', 'group', 'village', 'category'];
const MONTHS = 12;
/** Requests that a suggestion is drafted from. */
const DRAFTED = 20;

/** '2026-11-23', 6 → '2026-05-24': the day after the same day so many months earlier. */
export function monthsBefore(date: LocalDate, months: number): LocalDate {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const at = year * 12 + (month - 1) - months;
  const first = `${String(Math.floor(at / 12))}-${String((at % 12) + 1).padStart(2, '0')}-01`;
  const next = addDays(first, 31).slice(0, 7);
  const last = Number(addDays(`${next}-01`, -1).slice(8));
  return addDays(first, Math.min(day, last));
}

function within(facts: readonly SpanFact[], { from, to }: Pick<BarRows, 'from' | 'to'>): SpanFact[] {
  return facts.filter(({ date }) => from <= date && date <= to);
}

export function chartFacts({ of, from, to, by }: BarRows, facts: readonly SpanFact[]): SpanFact[] {
  const measure = MEASURES[of];
  if (!measure) return [];
  const rows = rowsFor(measure, within(facts, { from, to }));
  return by === undefined ? rows : rows.filter((row) => row[by.dimension] === by.value);
}

export function chartRequests(
  { of, by }: Pick<BarRows, 'of' | 'by'>,
  { requests, today }: Pick<Sources, 'requests' | 'today'>,
): OpenRequest[] {
  if (of !== 'open' && of !== 'late') return [];
  const kept = requests.filter(({ due }) => of === 'open' || due < today);
  return by === undefined ? kept : kept.filter((row) => row[by.dimension] === by.value);
}

export function barRefs(rows: BarRows, sources: Sources): RowRef[] {
  return [
    ...chartFacts(rows, sources.facts).map(({ _id }): RowRef => ({ of: 'fact', id: _id })),
    ...chartRequests(rows, sources).map(({ _id }): RowRef => ({ of: 'request', id: _id })),
  ];
}

function toBar(label: string, rows: BarRows, sources: Sources): Bar {
  const measure = MEASURES[rows.of];
  const n = measure
    ? countRows(unitOf(measure.of), chartFacts(rows, sources.facts)).n
    : chartRequests(rows, sources).length;
  return { label, n, rows };
}

/** '2026-11-23' → the first days of its month and of the eleven before. */
function listMonths(today: LocalDate): { from: LocalDate; to: LocalDate }[] {
  const [year = 0, month = 1] = today.split('-').map(Number);
  return Array.from({ length: MONTHS }, (_, n) => {
    const at = year * 12 + (month - 1) - (MONTHS - 1 - n);
    const from = `${String(Math.floor(at / 12))}-${String((at % 12) + 1).padStart(2, '0')}-01`;
    return { from, to: addDays(`${addDays(from, 31).slice(0, 7)}-01`, -1) };
  });
}

function namesOf(directory: Directory, dimension: ChartDimension): readonly { id: string; name: string }[] {
  switch (dimension) {
    case 'home':
      return directory.homes;
    case 'group':
      return directory.groups;
    case 'village':
      return directory.villages;
    case 'category':
      return directory.categories;
  }
}

/** Bars without rows are left out: a village where nothing happened is no bar of nothing. */
function splitBy(dimension: ChartDimension, of: ChartNumber, span: ChartsView['span'], sources: Sources) {
  const bars = namesOf(sources.directory, dimension)
    .map(({ id, name }) => toBar(name, { of, by: { dimension, value: id }, ...span }, sources))
    .filter(({ n }) => n > 0)
    .sort((one, other) => other.n - one.n);
  return { dimension, bars };
}

function listHotSpots(sources: Sources, span: ChartsView['span']): ChartsView['hotSpots'] {
  const submitted = within(sources.facts, span).filter(({ kind }) => kind === 'request-submitted');
  const { categories, villages } = sources.directory;
  const spots = categories.map(({ id, name }) => {
    const own = submitted.filter(({ category }) => category === id);
    const places = villages
      .map((village) => ({
        village: village.id,
        name: village.name,
        n: own.filter((fact) => fact.village === village.id).length,
      }))
      .filter(({ n }) => n > 0)
      .sort((one, other) => other.n - one.n);
    const requests = own.slice(-DRAFTED).map((fact) => readSource(fact).id);
    return { category: id, name, n: own.length, villages: places, requests };
  });
  return spots.filter(({ n }) => n > 0).sort((one, other) => other.n - one.n);
}

/** `sources.facts` cover the twelve months and both half-years. */
export function makeCharts(of: ChartNumber, sources: Sources): Omit<ChartsView, 'promises'> {
  const { today } = sources;
  const span = { from: monthsBefore(today, 6), to: today };
  const isOfLedger = of in MEASURES;
  const earlier = { from: monthsBefore(today, 12), to: addDays(span.from, -1) };
  const months = listMonths(today).map((month) =>
    toBar(`${String(Number(month.from.slice(5, 7)))}月`, { of, ...month }, sources),
  );
  return {
    span,
    total: toBar('这半年', { of, ...span }, sources),
    ...(isOfLedger && { before: toBar('前半年', { of, ...earlier }, sources) }),
    months: isOfLedger ? months : [],
    splits: DIMENSIONS.map((dimension) => splitBy(dimension, of, span, sources)).filter(
      ({ bars }) => bars.length > 0,
    ),
    hotSpots: listHotSpots(sources, span),
  };
}

/** First day that the facts must begin with. */
export function chartsFrom(today: LocalDate): LocalDate {
  const [first] = listMonths(today);
  const half = monthsBefore(today, 12);
  return first && first.from < half ? first.from : half;
}
