import type { ReportCard, ReportKind } from '../../contract/work-report';
import { canRetry } from '../../contract/result';
import { today } from '../../platform/clock';
import { intend } from '../../platform/keys';
import type { LocalDate } from '../../contract/wire';
import type { Pending } from '../../platform/keys';
import { openPage, startAt } from '../../platform/navigate';
import { definePage } from '../../platform/page';
import { whereabouts } from '../../platform/whereabouts';
import { createReport, listReports } from '../services/work-report';
import { sayFullDate } from '../../view/dates';
import type { Chosen } from '../../view/events';
import { explain, explainOpening } from '../../view/feedback';
import { KINDS, listSpans, toLines } from './view';
import type { ReportLine, SpanChoice } from './view';

type Tap = WechatMiniprogram.BaseEvent;
type Picked = WechatMiniprogram.CustomEvent<{ value: string }>;

definePage({
  data: {
    loading: true,
    /** The span whose report is being made. */
    making: '',
    problem: '',
    kinds: KINDS,
    kind: 'work',
    spans: [] as readonly SpanChoice[],
    own: false,
    from: '',
    to: '',
    fromWords: '',
    toWords: '',
    lines: [] as readonly ReportLine[],
    more: false,
    skeleton: ['card'],
  },
  cards: [] as readonly ReportCard[],
  next: undefined as string | undefined,
  pending: undefined as Pending<{ kind: ReportKind; from: string; to: string }> | undefined,

  async onShow() {
    if (!whereabouts()) {
      startAt('choose');
      return;
    }
    const spans = listSpans(today());
    const [half] = spans;
    this.setData({ spans });
    if (this.data.from === '' && half) this.span(half.from, half.to);
    await this.load();
  },
  async load() {
    this.cards = [];
    this.next = undefined;
    await this.loadMore();
  },
  async loadMore() {
    const result = await listReports(this.next);
    if (!result.ok) {
      this.setData({ loading: false, problem: explainOpening(result) });
      return;
    }
    this.cards = [...this.cards, ...result.data.reports];
    this.next = result.data.next;
    const lines = toLines(this.cards, today());
    this.setData({ loading: false, problem: '', lines, more: this.next !== undefined });
  },
  chooseKind(event: Chosen) {
    this.setData({ kind: event.detail.id });
  },
  begin(event: Tap) {
    const { id } = event.currentTarget.dataset as { id: string };
    const span = this.data.spans.find((one) => one.id === id);
    if (span) void this.make(id, span.from, span.to);
  },
  chooseOwn() {
    this.setData({ own: !this.data.own });
  },
  span(from: LocalDate, to: LocalDate) {
    this.setData({ from, to, fromWords: sayFullDate(from), toWords: sayFullDate(to) });
  },
  pickFrom(event: Picked) {
    this.span(event.detail.value, this.data.to);
  },
  pickTo(event: Picked) {
    this.span(this.data.from, event.detail.value);
  },
  beginOwn() {
    void this.make('own', this.data.from, this.data.to);
  },
  /** The same span again opens the same report. */
  async make(id: string, from: string, to: string) {
    if (this.data.making) return;
    const input = { kind: this.data.kind as ReportKind, from, to };
    this.pending = intend(this.pending, JSON.stringify(input), () => input);
    this.setData({ making: id, problem: '' });
    const result = await createReport(input, this.pending.key);
    if (result.ok || !canRetry(result.code)) this.pending = undefined;
    this.setData({ making: '', problem: result.ok ? '' : explain(result) });
    if (result.ok) openPage('office/report', { report: result.data.report });
  },
  open(event: Tap) {
    openPage('office/report', { report: (event.currentTarget.dataset as { id: string }).id });
  },
  openTemplate() {
    openPage('office/report-template', { kind: this.data.kind });
  },
  openCharts() {
    openPage('office/charts');
  },
  openWallRules() {
    openPage('deputy/wall-rules');
  },
});
