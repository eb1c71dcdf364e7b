/** 附：图表 of a report, over its own span: kept with its figures, so that a signed one stays as it was signed. */
import { CHART_NUMBERS, type ChartNumber } from '../../../../miniprogram/contract/work-report';
import type { SpanFact } from '../../../duty/ledger/rules/span';
import type { Block } from '../../documents/rules/sheet';
import { drawCharts, windowOf } from './charts';
import {
  COUNTED_ONCE,
  drawHotSpots,
  drawNumber,
  type Drawn,
  type PaperSpots,
  type PlainCharts,
} from './charts-sheet';
import { sayPeriod } from './period';
import type { Sources } from './sources';

/** Numbers with the names of places, and nothing of rows. */
export interface KeptCharts {
  numbers: Readonly<Partial<Record<ChartNumber, PlainCharts>>>;
  spots: PaperSpots;
  /** Those that a spot names, in the township's order. */
  villages: readonly { id: string; name: string }[];
}

const plain = ({ label, n }: { label: string; n: number }) => ({ label, n });

function toPlain({ total, before, months, splits }: Drawn): PlainCharts {
  return {
    total: plain(total),
    ...(before && { before: plain(before) }),
    months: months.map(plain),
    splits: splits.map(({ dimension, bars }) => ({ dimension, bars: bars.map(plain) })),
  };
}

const NUMBERS = Object.keys(CHART_NUMBERS) as ChartNumber[];

/** `earlier`: the facts of as many days right before the span. */
export function keepCharts(sources: Sources, earlier: readonly SpanFact[]): KeptCharts {
  const { from, to, directory } = sources;
  const both = Object.assign({}, sources, { facts: [...earlier, ...sources.facts] });
  const drawn = NUMBERS.map((of) => [of, drawCharts(of, both, windowOf({ from, to }))] as const);
  const spots = (drawn[0]?.[1].hotSpots ?? []).map(({ category, name, n, villages }) => ({
    category,
    name,
    n,
    villages,
  }));
  const named = new Set(spots.flatMap(({ villages }) => villages.map(({ village }) => village)));
  return {
    numbers: Object.fromEntries(drawn.map(([of, charts]) => [of, toPlain(charts)])),
    spots,
    villages: directory.villages.filter(({ id }) => named.has(id)).map(({ id, name }) => ({ id, name })),
  };
}

/** A number that is nothing, now and before, has no page of its own. */
export function drawAnnex({ numbers, spots, villages }: KeptCharts, from: string, to: string): Block[] {
  const now = sayPeriod(from, to);
  const shown = NUMBERS.flatMap((of) => {
    const charts = numbers[of];
    if (!charts || charts.total.n + (charts.before?.n ?? 0) === 0) return [];
    return drawNumber(of, charts, { now, before: '之前同样长的一段时间' });
  });
  const asked = drawHotSpots(spots, villages, now);
  if (shown.length + asked.length === 0) return [];
  return [...shown, ...asked, { line: COUNTED_ONCE, size: 'small' }];
}
