import { LIMITS } from '../../../miniprogram/contract/limits';
import { WORK_REPORT_LIMITS, type ChartsView } from '../../../miniprogram/contract/work-report';
import type { Answer, Input, Output } from '../../../miniprogram/contract/wire';
import { daysBetween, toLocalDate } from '../../shared/china-time';
import { ok, refuse } from '../../shared/errors';
import type { Action, Call } from '../../shared/serve';
import { readEvents, readSources } from './read-sources';
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

function listPromises(sources: Sources): ChartsView['promises'] {
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

async function draw({ now }: Call, { township, of }: Asked): Promise<Answer<ChartsView>> {
  const today = toLocalDate(now);
  const sources = await readSources(township, { from: chartsFrom(today), to: today }, now);
  if (!sources) return refuse('not-found');
  const promises = listPromises(sources);
  return ok({ ...makeCharts(of, sources), promises });
}

/** The sources of a year; one call more for each further 500 facts. */
export const reportCharts: Action<Asked, ChartsView> = {
  write: false,
  input: workReportInputs.reportCharts,
  run: draw,
};

type Rows = Input<'report', 'chartRows'>;
type Listed = Output<'report', 'chartRows'>;

async function list({ now }: Call, { after = 0, ...bar }: Rows): Promise<Answer<Listed>> {
  const { township, from, to } = bar;
  if (from > to || daysBetween(from, to) > WORK_REPORT_LIMITS.spanDays)
    return refuse('bad-input', { field: 'to' });
  const sources = await readSources(township, { from, to }, now);
  if (!sources) return refuse('not-found');
  const refs = barRefs(bar, sources).reverse();
  const page = refs.slice(after, after + LIMITS.page);
  const facts = new Map(sources.facts.map((fact) => [fact._id, fact]));
  const shown = page.flatMap((ref) => (ref.of === 'fact' ? (facts.get(ref.id) ?? []) : []));
  const events = await readEvents(township, shown);
  const rows = page.map((ref) => toSlotRow(ref, { ...sources, events }, facts));
  const next = after + page.length;
  return ok({ rows, total: refs.length, ...(next < refs.length && { next }) });
}

export const chartRows: Action<Rows, Listed> = {
  write: false,
  input: workReportInputs.chartRows,
  run: list,
};
