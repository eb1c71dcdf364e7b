jest.mock('../../../../cloudfunctions/shared/database', () =>
  jest.requireActual<object>('../../../support/memory-database'),
);

import type { Figures } from '../../../../cloudfunctions/registry/store';
import {
  CHART_NUMBERS,
  type Bar,
  type ChartNumber,
  type ChartsView,
} from '../../../../miniprogram/contract/work-report';
import type { Output } from '../../../../miniprogram/contract/wire';
import { openReports, STAFF, type Reports } from '../work-report/support';

/** Calls of a list at most, admit included. */
const MOST_CALLS = 5;
const NUMBERS = Object.keys(CHART_NUMBERS) as ChartNumber[];

let reports: Reports;
beforeAll(async () => {
  reports = await openReports();
});

async function look(of: ChartNumber, anew?: true): Promise<{ view: ChartsView; calls: number }> {
  const { ok, data, cost } = await reports.ask(STAFF, 'reportCharts', { of, ...(anew && { anew }) });
  expect({ of, ok }).toEqual({ of, ok: true });
  return { view: data as ChartsView, calls: cost.calls };
}

function barsOf({ total, before, months, splits }: ChartsView): Bar[] {
  return [total, ...(before ? [before] : []), ...months, ...splits.flatMap(({ bars }) => bars)];
}

async function listRows(bar: Bar): Promise<string[]> {
  const rows: string[] = [];
  for (let after: string | undefined = ''; after !== undefined;) {
    const input = { ...bar.rows, ...(after !== '' && { after }) };
    const { ok, data, cost } = await reports.ask(STAFF, 'chartRows', input);
    expect({ input, ok, isDear: cost.calls > MOST_CALLS }).toEqual({ input, ok: true, isDear: false });
    const page = data as Output<'report', 'chartRows'>;
    rows.push(...page.rows.map(({ row }) => row));
    after = page.next;
  }
  return rows;
}

/** The township's timer has counted, and nothing happened since. */
function settle(): void {
  const others = reports.cloud.documents<Figures>('townships').filter(({ _id }) => _id !== 'bh~figures');
  const asOf = reports.cloud.clock.now() - 1;
  const figures = { _id: 'bh~figures', township: 'bh', rev: 1, openByPerson: {}, asOf, stale: false };
  reports.cloud.replace('townships', [...others, figures]);
}

it('each bar of each number opens exactly the rows that it counts, page by page from the index', async () => {
  let bars = 0;
  let longest = 0;
  for (const of of NUMBERS)
    for (const bar of barsOf((await look(of)).view)) {
      const rows = await listRows(bar);
      expect([bar.rows, new Set(rows).size, rows.length]).toEqual([bar.rows, bar.count, bar.count]);
      bars++;
      longest = Math.max(longest, rows.length);
    }
  expect(bars).toBeGreaterThan(80);
  expect(longest).toBeGreaterThan(100);
});

it('the first look counts with one call for each thousand rows and nine more; the next one reads what was kept', async () => {
  reports.cloud.replace('charts', []);
  const rows = reports.cloud.documents('facts').length;
  const first = await look('received');
  expect(first.calls).toBeLessThanOrEqual(9 + Math.ceil(rows / 1_000));
  settle();
  expect((await look('received')).calls).toBeLessThanOrEqual(MOST_CALLS);
});

it('is read as it was counted last, says so when something happened since, and counts again when asked', async () => {
  settle();
  await look('visited', true);
  settle();
  const before = await look('visited');
  expect(before.calls).toBeLessThanOrEqual(MOST_CALLS);
  const facts = reports.cloud.documents<{ _id: string; kind: string; date: string }>('facts');
  const gone = facts.find(({ kind, date }) => kind === 'household-visit' && date === before.view.span.to);
  const last = gone ?? facts.filter(({ kind }) => kind === 'household-visit').at(-1);
  reports.cloud.replace(
    'facts',
    facts.filter(({ _id }) => _id !== last?._id),
  );
  const kept = await look('visited');
  expect(kept.view.months.map(({ count }) => count)).toEqual(before.view.months.map(({ count }) => count));
  const others = reports.cloud.documents<Figures>('townships').filter(({ _id }) => _id !== 'bh~figures');
  const figures = reports.cloud.documents<Figures>('townships').find(({ _id }) => _id === 'bh~figures');
  reports.cloud.replace('townships', [...others, { ...figures, stale: true }]);
  const stale = await look('visited');
  expect([stale.view.stale, stale.calls <= MOST_CALLS]).toEqual([true, true]);
  const anew = await look('visited', true);
  expect(anew.view.stale).toBeUndefined();
  expect(anew.view.asOf).toBeGreaterThan(stale.view.asOf);
  const sum = (view: ChartsView) => view.months.reduce((all, { count }) => all + count, 0);
  expect(sum(anew.view)).toBe(sum(stale.view) - 1);
  reports.cloud.replace('facts', facts);
});

it('keeps what it counted compressed and encrypted, far below the bound of a document', async () => {
  await look('received', true);
  const [kept] = reports.cloud.documents<object>('charts');
  const text = JSON.stringify(kept);
  expect(text.length).toBeLessThan(64 * 1024);
  expect(text).not.toMatch(/[一-鿿]/);
});
