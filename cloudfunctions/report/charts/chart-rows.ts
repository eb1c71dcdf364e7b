/** The rows behind a bar, page by page from the index in which they lie. */
import { LIMITS } from '../../../miniprogram/contract/limits';
import { WORK_REPORT_LIMITS, type SlotRow } from '../../../miniprogram/contract/work-report';
import type { Answer, Input, Output } from '../../../miniprogram/contract/wire';
import { readFacts } from '../../duty/ledger/store';
import { readSource } from '../../duty/ledger/rules/span';
import type { Directory } from '../../registry/directory/rules/directory';
import { recallTownship } from '../../registry/store';
import { facetOf } from '../../request/lists/rules/facets';
import { readList } from '../../request/store';
import { daysBetween, toLocalDate } from '../../shared/china-time';
import { ok, refuse } from '../../shared/errors';
import type { Action, Call } from '../../shared/serve';
import { knownTo } from '../../shared/visibility';
import { readKnownIds } from '../work-report/read-rows';
import { readEvents } from '../work-report/read-sources';
import { facetOfBar } from '../work-report/rules/charts';
import { factRow, requestRow } from '../work-report/rules/slot-row';
import { workReportInputs } from '../work-report/schemas';

type Asked = Input<'report', 'chartRows'>;
type Listed = Output<'report', 'chartRows'>;

interface Page<T> {
  rows: T[];
  next?: string;
}

/** Rows that are looked at for one page where the index does not decide alone. */
const LOOKED_AT = 2 * LIMITS.page;

/** Of rows in their order the first page of those that are wanted; `limit`: how many were asked for. */
function firstPage<T>(
  found: readonly T[],
  limit: number,
  { wanted, cursor }: { wanted: (row: T) => boolean; cursor: (row: T) => string },
): Page<T> {
  const rows: T[] = [];
  let seen = 0;
  for (; seen < found.length && rows.length < LIMITS.page; seen++) {
    const row = found[seen];
    if (row !== undefined && wanted(row)) rows.push(row);
  }
  const last = found[seen - 1];
  const isMore = seen < found.length || found.length === limit;
  return { rows, ...(isMore && last !== undefined && { next: cursor(last) }) };
}

async function listFacts(call: Call, bar: Asked, directory: Directory): Promise<Page<SlotRow> | undefined> {
  const { township } = call;
  const facet = facetOfBar(bar);
  if (!facet) return undefined;
  const { name, by, result } = facet;
  const limit = result === undefined ? LIMITS.page : LOOKED_AT;
  const span = { township, name, from: bar.from, to: bar.to, ...(by && { by }) };
  const found = await readFacts(span, limit, bar.after);
  const { rows, ...more } = firstPage(found, limit, {
    wanted: (row) => result === undefined || row.result === result,
    cursor: ({ seq }) => seq,
  });
  const requestOf = (source: string): string | undefined => {
    const { kind, id } = readSource({ source });
    return kind === 'request' ? id : undefined;
  };
  const [events, known] = await Promise.all([
    readEvents(township, rows),
    readKnownIds(call, [...new Set(rows.flatMap(({ source }) => requestOf(source) ?? []))]),
  ]);
  const shown = rows.filter(({ source }) => {
    const request = requestOf(source);
    return request === undefined || known.has(request);
  });
  return { rows: shown.map((row) => factRow(row, { directory, events })), ...more };
}

/** Open ones stand as of now, the farthest date first. */
async function listOpen(call: Call, { of, by, after }: Asked, directory: Directory): Promise<Page<SlotRow>> {
  // The home is no entry of the index: it follows from the group as a rule, and is looked at.
  const home = by?.dimension === 'home' ? by.value : undefined;
  const named = by && by.dimension !== 'home' ? { [by.dimension]: by.value } : {};
  const limit = home === undefined ? LIMITS.page : LOOKED_AT;
  const start = after ?? (of === 'late' ? toLocalDate(call.now) : undefined);
  const found = await readList(call.township, {
    where: { open: true, facets: facetOf(named), ...knownTo(call.admitted?.person) },
    by: 'dueSeq',
    newest: true,
    limit,
    fields: ['number', 'due', 'village', 'category', 'home', 'dueSeq'],
    ...(start !== undefined && { after: start }),
  });
  const { rows, ...more } = firstPage(found, limit, {
    wanted: (row) => home === undefined || row.home === home,
    cursor: ({ dueSeq }) => dueSeq,
  });
  return { rows: rows.map((row) => requestRow(row, directory)), ...more };
}

/** Three calls after admit. */
async function list(call: Call, bar: Asked): Promise<Answer<Listed>> {
  const { township, from, to } = bar;
  if (from > to || daysBetween(from, to) > WORK_REPORT_LIMITS.spanDays)
    return refuse('bad-input', { field: 'to' });
  const known = await recallTownship(township, call.now);
  if (!known) return refuse('not-found');
  const { directory } = known;
  return ok((await listFacts(call, bar, directory)) ?? (await listOpen(call, bar, directory)));
}

export const chartRows: Action<Asked, Listed> = {
  write: false,
  input: workReportInputs.chartRows,
  run: list,
};
