import { WORK_REPORT_LIMITS, type ChartsView } from '../../../miniprogram/contract/work-report';
import type { Answer, Input, Output } from '../../../miniprogram/contract/wire';
import { daysBetween, toLocalDate } from '../../shared/china-time';
import { ok, refuse } from '../../shared/errors';
import type { Action, Call } from '../../shared/serve';
import { readKnownIds, readRows } from './read-rows';
import { readSources } from './read-sources';
import type { RowRef } from './rules/ask';
import { barRefs, chartsFrom, makeCharts } from './rules/charts';
import { toSlotRow } from './rules/slot-row';
import type { Sources } from './rules/sources';
import { workReportInputs } from './schemas';

type Asked = Input<'report', 'reportCharts'>;

interface Promised {
  ref: RowRef;
  date: string;
}

const promisedRequests = ({ requests }: Sources) => requests.filter(({ promise }) => promise === 'open');

function listPromises(sources: Sources, known: ReadonlySet<string>): ChartsView['promises'] {
  const requests = promisedRequests(sources).filter(({ _id }) => known.has(_id));
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

async function draw(call: Call, { township, of }: Asked): Promise<Answer<ChartsView>> {
  const today = toLocalDate(call.now);
  const sources = await readSources(township, { from: chartsFrom(today), to: today }, call.now);
  if (!sources) return refuse('not-found');
  const { hotSpots, ...charts } = makeCharts(of, sources);
  const promised = promisedRequests(sources).map(({ _id }) => _id);
  const known = await readKnownIds(call, [...promised, ...hotSpots.flatMap(({ requests }) => requests)]);
  const spots = hotSpots.map((spot) =>
    Object.assign({}, spot, { requests: spot.requests.filter((request) => known.has(request)) }),
  );
  return ok({ ...charts, hotSpots: spots, promises: listPromises(sources, known) });
}

/** The sources of a year, and which of the requests that are named the caller may know of. */
export const reportCharts: Action<Asked, ChartsView> = {
  write: false,
  input: workReportInputs.reportCharts,
  run: draw,
};

type Rows = Input<'report', 'chartRows'>;
type Listed = Output<'report', 'chartRows'>;

async function list(call: Call, { after = 0, ...bar }: Rows): Promise<Answer<Listed>> {
  const { township, from, to } = bar;
  if (from > to || daysBetween(from, to) > WORK_REPORT_LIMITS.spanDays)
    return refuse('bad-input', { field: 'to' });
  const sources = await readSources(township, { from, to }, call.now);
  if (!sources) return refuse('not-found');
  return ok(await readRows(call, barRefs(bar, sources), sources, after));
}

export const chartRows: Action<Rows, Listed> = {
  write: false,
  input: workReportInputs.chartRows,
  run: list,
};
