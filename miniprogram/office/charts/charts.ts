import type { Bar, ChartNumber, ChartsView } from '../../contract/work-report';
import { canRetry } from '../../contract/result';
import { today } from '../../platform/clock';
import { openDocument } from '../../platform/documents';
import { openPage, startAt } from '../../platform/navigate';
import { definePage } from '../../platform/page';
import { whereabouts } from '../../platform/whereabouts';
import { getCharts, listChartRows, printCharts } from '../services/work-report';
import type { Chosen } from '../../view/events';
import { explain, explainOpening } from '../../view/feedback';
import { toRowLines, type RowLine } from '../view/report-words';
import { findBar, NUMBERS, toChartsScreen } from './view';
import type { ChartsScreen } from './view';

type Tap = WechatMiniprogram.BaseEvent;
const idOf = ({ currentTarget }: Tap): string => (currentTarget.dataset as { id: string }).id;

interface RowsPanel {
  title: string;
  total: string;
  rows: readonly RowLine[];
  next: string;
}

definePage({
  data: {
    loading: true,
    busy: false,
    problem: '',
    retry: false,
    numbers: NUMBERS,
    of: 'received',
    dimension: '',
    screen: null as ChartsScreen | null,
    panel: null as RowsPanel | null,
    skeleton: ['card', 'card'],
  },
  view: null as ChartsView | null,
  bar: null as Bar | null,

  async onLoad() {
    if (whereabouts()) await this.load();
    else startAt('choose');
  },
  async load() {
    const { of } = this.data;
    const result = await getCharts({ of: of as ChartNumber });
    if (of !== this.data.of) return;
    if (result.ok) this.view = result.data;
    const retry = !result.ok && canRetry(result.code);
    this.setData({ loading: false, problem: result.ok ? '' : explainOpening(result), retry });
    this.refresh();
    if (result.ok && result.data.stale) await this.countAnew(of);
  },
  /** What was counted last is looked at meanwhile; without a network it stays. */
  async countAnew(of: string) {
    const result = await getCharts({ of: of as ChartNumber, anew: true });
    if (of !== this.data.of || !result.ok) return;
    this.view = result.data;
    this.refresh();
  },
  refresh() {
    const { of, dimension } = this.data;
    if (this.view) this.setData({ screen: toChartsScreen(of as ChartNumber, this.view, dimension, today()) });
  },
  async choose(event: Chosen) {
    this.view = null;
    this.setData({ of: event.detail.id, loading: true, screen: null, panel: null });
    await this.load();
  },
  chooseDimension(event: Chosen) {
    this.setData({ dimension: event.detail.id });
    this.refresh();
  },
  openBar(event: Tap) {
    this.bar = (this.view && findBar(this.view, idOf(event))) ?? null;
    void this.readRows('', []);
  },
  moreRows() {
    const { panel } = this.data;
    if (panel) void this.readRows(panel.next, panel.rows);
  },
  async readRows(after: string, before: readonly RowLine[]) {
    const { bar } = this;
    if (!bar) return;
    const result = await listChartRows(Object.assign({}, bar.rows, after === '' ? {} : { after }));
    if (!result.ok) {
      this.setData({ problem: explain(result), retry: false });
      return;
    }
    const { rows, next = '' } = result.data;
    const lines = [...before, ...toRowLines(rows, today())];
    this.setData({
      panel: { title: bar.label, total: `共 ${String(bar.count)} 条记录`, rows: lines, next },
    });
  },
  /** A township that sees its own gap asks; nobody above is shown it. */
  askDistrict() {
    openPage('office/presidium', { tab: 'guidance' });
  },
  async print() {
    if (this.data.busy) return;
    this.setData({ busy: true, problem: '' });
    const printed = await printCharts();
    const opened = await openDocument(printed);
    this.setData({ busy: false, problem: opened.ok ? '' : explain(opened), retry: false });
  },
  closePanel() {
    this.setData({ panel: null });
  },
  openRow(event: Tap) {
    const all = [...(this.data.panel?.rows ?? []), ...(this.data.screen?.promises ?? [])];
    const row = all.find((one) => one.row === idOf(event));
    if (row?.page) openPage(row.page, row.query);
  },
  /** Requests of one category become the draft of a suggestion, with their links. */
  draft(event: Tap) {
    const requests = this.view?.hotSpots.find(({ category }) => category === idOf(event))?.requests ?? [];
    if (requests.length > 0) openPage('deputy/suggest', { requests: requests.join(',') });
  },
});
