import {
  CHART_NUMBERS,
  type ChartNumber,
  type ChartsView,
  type SlotRow,
} from '../../../miniprogram/contract/work-report';
import type { Answer, Input, Instant } from '../../../miniprogram/contract/wire';
import { readFigures } from '../../registry/store';
import { toLocalDate } from '../../shared/china-time';
import { ok, refuse } from '../../shared/errors';
import type { Action, Call } from '../../shared/serve';
import { readKnownIds } from '../work-report/read-rows';
import { readChartSources } from '../work-report/read-sources';
import type { RowRef } from '../work-report/rules/ask';
import { chartsFrom, makeCharts } from '../work-report/rules/charts';
import { toSlotRow } from '../work-report/rules/slot-row';
import type { Sources } from '../work-report/rules/sources';
import { workReportInputs } from '../work-report/schemas';
import { readCharts, writeCharts, type Beside, type Drawn, type ReadyCharts } from './store';

type Asked = Input<'report', 'reportCharts'>;

interface Promised {
  ref: RowRef;
  date: string;
}

/** The nearest date first. */
function listPromises(sources: Sources): SlotRow[] {
  const requests = sources.requests.filter(({ promise }) => promise === 'open');
  const suggestions = sources.suggestions.filter(({ promise }) => promise !== undefined);
  const ofRequests = requests.map(({ _id, due }): Promised => ({
    ref: { of: 'request', id: _id },
    date: due,
  }));
  const ofSuggestions = suggestions.map(({ _id, promise }): Promised => ({
    ref: { of: 'suggestion', id: _id },
    date: promise?.doneBy ?? '',
  }));
  const dated = [...ofRequests, ...ofSuggestions].sort((one, other) => (one.date < other.date ? -1 : 1));
  return dated.map(({ ref, date }) => Object.assign(toSlotRow(ref, sources, new Map()), { date }));
}

/** All six numbers from the sources of a year, kept for whoever looks next. */
async function countCharts(
  township: string,
  of: ChartNumber,
  now: Instant,
): Promise<ReadyCharts | undefined> {
  const today = toLocalDate(now);
  const sources = await readChartSources(township, { from: chartsFrom(today), to: today }, now);
  if (!sources) return undefined;
  const made = Object.keys(CHART_NUMBERS).map(
    (each) => [each, makeCharts(each as ChartNumber, sources)] as const,
  );
  const numbers = Object.fromEntries(made) as Record<ChartNumber, Drawn & Pick<Beside, 'hotSpots'>>;
  const { hotSpots } = numbers[of];
  const beside = { hotSpots, promises: listPromises(sources) };
  const counted = { today, asOf: now };
  const drawn = Object.fromEntries(made.map(([each, { hotSpots: _same, ...own }]) => [each, own])) as Record<
    ChartNumber,
    Drawn
  >;
  await writeCharts(township, counted, { numbers: drawn, beside });
  return { ...counted, ...beside, drawn: drawn[of] };
}

/** Whether something changed since, as far as the township's timer has seen it. */
async function isStale(township: string, { today, asOf }: ReadyCharts, now: Instant): Promise<boolean> {
  if (today !== toLocalDate(now)) return true;
  const [figures] = await readFigures([township]);
  return figures?.stale !== false || figures.asOf > asOf;
}

function requestsOf({ hotSpots, promises }: Beside): string[] {
  const promised = promises.flatMap(({ source }) => (source?.kind === 'request' ? [source.id] : []));
  return [...new Set([...promised, ...hotSpots.flatMap(({ requests }) => requests)])];
}

/**
 * As they were counted last, at most four calls after admit; with `anew`, and where nobody counted yet, from the sources
 * of a year. What is named of requests is what the caller may know of.
 */
async function draw(call: Call, { township, of, anew }: Asked): Promise<Answer<ChartsView>> {
  const { now } = call;
  const kept = await readCharts(township, of);
  const stale = kept !== undefined && (await isStale(township, kept, now));
  const isAnew = kept === undefined || (stale && anew === true);
  const ready = isAnew ? await countCharts(township, of, now) : kept;
  if (!ready) return refuse('not-found');
  const known = await readKnownIds(call, requestsOf(ready));
  const { asOf, drawn, hotSpots, promises } = ready;
  return ok({
    ...drawn,
    asOf,
    ...(stale && !isAnew && { stale }),
    hotSpots: hotSpots.map((spot) =>
      Object.assign({}, spot, { requests: spot.requests.filter((request) => known.has(request)) }),
    ),
    promises: promises.filter(({ source }) => source?.kind !== 'request' || known.has(source.id)),
  });
}

export const reportCharts: Action<Asked, ChartsView> = {
  write: false,
  input: workReportInputs.reportCharts,
  run: draw,
};
