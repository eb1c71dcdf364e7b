import type { Choice } from '../../components/choice-chips/choice-chips';
import type { ReportAct, ReportView } from '../../contract/work-report';
import { today } from '../../platform/clock';
import { openPage, read } from '../../platform/navigate';
import { definePage } from '../../platform/page';
import { copyText, scrollToTop } from '../../platform/phone';
import { getReport, listReportRows, listWordsVersions } from '../services/work-report';
import type { Chosen, Typed } from '../../view/events';
import { explain, explainOpening } from '../../view/feedback';
import type { RowLine } from '../view/report-words';
import { Acts } from './acts';
import * as show from './view';
import type { ReportScreen } from './view';
import * as beside from './panels';
import type { Panel } from './panels';
import { Writer } from './writer';
import type { Writing } from './writer';

type Tap = WechatMiniprogram.BaseEvent;
const idOf = ({ currentTarget }: Tap): string => (currentTarget.dataset as { id: string }).id;

definePage({
  data: {
    loading: true,
    busy: '',
    problem: '',
    done: '',
    part: '0',
    parts: [] as readonly Choice[],
    screen: null as ReportScreen | null,
    panel: null as Panel | null,
    writing: null as Writing | null,
    asking: '',
    reason: '',
    skeleton: ['card', 'card', 'card'],
  },
  report: '',
  view: null as ReportView | null,
  writer: null as Writer | null,
  acts: null as Acts | null,

  async onLoad(query) {
    this.report = read(query, 'report');
    this.acts = new Acts(this.report, (shown) => {
      this.setData(shown);
    });
    await this.load();
  },
  onHide() {
    void this.writer?.flush();
  },
  onUnload() {
    void this.writer?.flush();
  },
  async load() {
    if (this.writer && !(await this.stopWriting())) return;
    const result = await getReport(this.report);
    if (result.ok) this.view = result.data;
    this.setData({ loading: false, problem: result.ok ? '' : explainOpening(result) });
    this.refresh();
  },
  refresh() {
    const { view } = this;
    if (!view) return;
    const parts = show.listParts(view.sections);
    this.setData({ parts, screen: show.toReportScreen(view, Number(this.data.part), today()) });
  },
  async choosePart(event: Chosen) {
    if (!(await this.stopWriting())) return;
    this.setData({ part: event.detail.id, panel: null, done: '' });
    this.refresh();
  },

  async compute() {
    const { view, acts } = this;
    if (!view || !acts || !(await this.stopWriting()) || !(await acts.compute(view))) return;
    await this.load();
    const changed = this.view?.changed ?? [];
    if (changed.length > 0) this.setData({ panel: beside.toDiffersPanel(changed) });
    scrollToTop();
  },
  showDiffers() {
    if (this.view) this.setData({ panel: beside.toDiffersPanel(this.view.differs) });
  },

  openSentence(event: Tap) {
    const found = this.view && beside.findSentence(this.view, idOf(event));
    if (found) this.setData({ panel: beside.toSentencePanel(found) });
  },
  openSlot(event: Tap) {
    void this.showRows(idOf(event), 0, []);
  },
  moreRows() {
    const { panel } = this.data;
    if (panel?.kind === 'rows') void this.showRows(panel.slot, panel.next, panel.rows);
  },
  async showRows(slot: string, after: number, before: readonly RowLine[]) {
    const { report } = this;
    const result = await listReportRows({ report, slot, ...(after > 0 && { after }) });
    if (result.ok) this.setData({ panel: beside.toRowsPanel(slot, result.data, before, today()) });
    else this.setData({ problem: explain(result) });
  },
  takeRows(event: Tap) {
    void this.acts?.takeRows(idOf(event));
  },
  openRow(event: Tap) {
    const { panel } = this.data;
    const row = panel?.kind === 'rows' ? panel.rows.find((one) => one.row === idOf(event)) : undefined;
    if (row?.page) openPage(row.page, row.query);
  },
  closePanel() {
    this.setData({ panel: null });
  },
  async toggleSentence() {
    const { panel } = this.data;
    if (panel?.kind !== 'sentence') return;
    if (!(await this.acts?.keepSentence(panel.sentence, !panel.off))) return;
    this.setData({ panel: null });
    await this.load();
  },

  async write(event: Tap) {
    const section = idOf(event);
    if (!(await this.stopWriting())) return;
    const found = this.view?.sections.find((one) => one.section === section);
    if (!found) return;
    this.writer = new Writer(this.report, section, found.version, found.words, (writing) => {
      this.setData({ writing });
    });
    this.setData({ writing: this.writer.state, panel: null, done: '' });
  },
  type(event: Typed) {
    this.writer?.type(event.detail.value);
  },
  /** False: it could not be kept, and stays open. */
  async stopWriting(): Promise<boolean> {
    const { writer, view } = this;
    if (!writer) return true;
    if (!(await writer.flush())) return false;
    this.writer = null;
    if (view) {
      const sections = view.sections.map((one) =>
        one.section === writer.section ? Object.assign({}, one, writer.stands) : one,
      );
      this.view = Object.assign({}, view, { sections });
    }
    this.setData({ writing: null });
    this.refresh();
    return true;
  },
  decide(event: Tap) {
    void this.writer?.decide(idOf(event) === 'mine');
  },
  async showVersions(event: Tap) {
    const section = idOf(event);
    const result = await listWordsVersions({ report: this.report, section });
    if (result.ok) this.setData({ panel: beside.toVersionsPanel(section, result.data, today()) });
    else this.setData({ problem: explain(result) });
  },
  copyVersion(event: Tap) {
    void copyText(idOf(event));
  },

  async print() {
    if (await this.stopWriting()) await this.acts?.print();
  },
  async copy() {
    if (!this.view || !(await this.stopWriting())) return;
    if (await copyText(show.toPlainText(this.view))) this.setData({ done: '全文复制好了，可以粘贴。' });
  },
  async article() {
    if (this.view && (await this.stopWriting())) await this.acts?.article(this.view);
  },
  ask(event: Tap) {
    this.setData({ asking: idOf(event), reason: '' });
  },
  stopAsking() {
    this.setData({ asking: '' });
  },
  typeReason(event: Typed) {
    this.setData({ reason: event.detail.value });
  },
  async act() {
    const { reason } = this.data;
    const asking = this.data.asking as ReportAct | '';
    const { view, acts } = this;
    if (!asking || !view || !acts || !(await this.stopWriting())) return;
    await acts.step(view, asking, reason);
    this.setData({ asking: '' });
    await this.load();
    scrollToTop();
  },
});
