/** 图表: each bar counts exactly the rows that `chartFacts` or `chartRequests` finds for it, and that its list reads. */
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
import { addDays, addMonths, daysBetween } from '../../../shared/china-time';
import type { OpenRequest, Sources } from './sources';

type MeasureOf = Pick<FactQuery, 'of' | 'by'>;

/** What of the ledger a number is; open and late are not of the ledger, they stand as of today. */
const MEASURES: Readonly<Partial<Record<ChartNumber, MeasureOf>>> = {
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
  return addDays(addMonths(date, -months), 1);
}

function within(facts: readonly SpanFact[], { from, to }: Pick<BarRows, 'from' | 'to'>): SpanFact[] {
  return facts.filter(({ date }) => from <= date && date <= to);
}

function chartFacts(measure: MeasureOf, { from, to, by }: BarRows, facts: readonly SpanFact[]): SpanFact[] {
  const rows = rowsFor(measure, within(facts, { from, to }));
  return by === undefined ? rows : rows.filter((row) => row[by.dimension] === by.value);
}

function chartRequests(
  { of, by }: Pick<BarRows, 'of' | 'by'>,
  { requests, today }: Pick<Sources, 'requests' | 'today'>,
): OpenRequest[] {
  const kept = requests.filter(({ due }) => of === 'open' || due < today);
  return by === undefined ? kept : kept.filter((row) => row[by.dimension] === by.value);
}

/** Under which entry of the ledger's index they lie; `result`: what is looked at besides. Undefined: not of the ledger. */
export function facetOfBar({
  of,
  by,
}: BarRows): { name: string; by?: { dimension: string; value: string }; result?: string } | undefined {
  const measure = MEASURES[of];
  if (!measure) return undefined;
  const name = measure.of;
  if (by === undefined) return { name, ...(measure.by && { by: measure.by }) };
  return { name, by, ...(measure.by && { result: measure.by.value }) };
}

function toBar(label: string, rows: BarRows, sources: Sources): Bar {
  const measure = MEASURES[rows.of];
  if (!measure) {
    const n = chartRequests(rows, sources).length;
    return { label, n, count: n, rows };
  }
  const counted = countRows(unitOf(measure.of), chartFacts(measure, rows, sources.facts));
  return { label, n: counted.n, count: counted.rows, rows };
}

interface Days {
  from: LocalDate;
  to: LocalDate;
}

/** Without what is kept from some, and without when it was counted. */
type MadeCharts = Omit<ChartsView, 'promises' | 'asOf' | 'stale'>;

/** What charts are drawn over. */
export interface ChartsWindow {
  span: Days;
  /** What its total is compared with. */
  earlier: Days;
  months: readonly Days[];
}

/** '2026-11-23' → the first days of its month and of the eleven before. */
function listMonths(today: LocalDate): Days[] {
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

/** 12月, and 2025年12月 in another year than the last month's. */
function sayMonth({ from }: Days, last: Days | undefined): string {
  const month = `${String(Number(from.slice(5, 7)))}月`;
  return last && from.slice(0, 4) !== last.from.slice(0, 4) ? `${from.slice(0, 4)}年${month}` : month;
}

/** `sources.facts` cover the window. */
export function drawCharts(
  of: ChartNumber,
  sources: Sources,
  { span, earlier, months }: ChartsWindow,
): MadeCharts {
  const isOfLedger = of in MEASURES;
  const last = months.length > MONTHS ? months.at(-1) : undefined;
  const byMonth = months.map((month) => toBar(sayMonth(month, last), { of, ...month }, sources));
  return {
    span,
    total: toBar('这半年', { of, ...span }, sources),
    ...(isOfLedger && { before: toBar('前半年', { of, ...earlier }, sources) }),
    months: isOfLedger ? byMonth : [],
    splits: DIMENSIONS.map((dimension) => splitBy(dimension, of, span, sources)).filter(
      ({ bars }) => bars.length > 0,
    ),
    hotSpots: listHotSpots(sources, span),
  };
}

/** The half-year up to today, the one before it, and twelve months. */
export function makeCharts(of: ChartNumber, sources: Sources): MadeCharts {
  const { today } = sources;
  const span = { from: monthsBefore(today, 6), to: today };
  const earlier = { from: monthsBefore(today, 12), to: addDays(span.from, -1) };
  return drawCharts(of, sources, { span, earlier, months: listMonths(today) });
}

/** As many days right before it. */
export function earlierThan({ from, to }: Days): Days {
  return { from: addDays(from, -daysBetween(from, to) - 1), to: addDays(from, -1) };
}

/** A report's own span: its months are cut where it begins and ends. */
export function windowOf(span: Days): ChartsWindow {
  const months: Days[] = [];
  for (let { from } = span; from <= span.to;) {
    const next = `${addDays(`${from.slice(0, 7)}-01`, 31).slice(0, 7)}-01`;
    const end = addDays(next, -1);
    months.push({ from, to: end < span.to ? end : span.to });
    from = next;
  }
  return { span, earlier: earlierThan(span), months };
}

/** First day that the facts must begin with: of the half-year before, which no later than the twelve months begins. */
export function chartsFrom(today: LocalDate): LocalDate {
  return monthsBefore(today, 12);
}
