import { ALL_TABLES, TABLE_LABELS, type ImportSummary, type TableId } from '../../contract/imports';
import type { Result } from '../../contract/result';
import { now } from '../../platform/clock';
import { chooseTable, openDocument } from '../../platform/documents';
import { newKey } from '../../platform/keys';
import { read } from '../../platform/navigate';
import { definePage } from '../../platform/page';
import { scrollToTop, titlePage } from '../../platform/phone';
import {
  commitImport,
  listImports,
  planImport,
  printSlips,
  readImport,
  takeBackImport,
} from '../services/imports';
import { takeEmpty, takeFull } from './take-table';
import type { Chosen } from '../../view/events';
import { explain } from '../../view/feedback';
import {
  ABOUT,
  sayDone,
  sayFailure,
  sayFault,
  saySlips,
  saySum,
  toPast,
  toPreview,
  type PastLine,
  type PreviewLine,
} from './view';

/** The one that is shown when the page is opened without naming any. */
const FIRST: { table: TableId } = { table: 'village' };

/** A table comes in from a file: looked at first, then committed part by part, and taken back as a whole. */
definePage({
  data: {
    tables: ALL_TABLES.map((id) => ({ id, text: TABLE_LABELS[id] })),
    table: FIRST.table,
    about: ABOUT[FIRST.table],
    busy: '',
    percent: 0,
    progress: '',
    problem: '',
    done: '',
    sum: '',
    ready: false,
    faults: [] as readonly string[],
    lines: [] as readonly PreviewLine[],
    more: false,
    past: [] as readonly PastLine[],
    asking: '',
  },
  plan: undefined as ImportSummary | undefined,
  imports: [] as readonly ImportSummary[],
  shown: 0,
  /** The same file again is the same plan. */
  file: { path: '', key: '' },

  async onLoad(query) {
    const asked = read(query, 'table');
    const table = ALL_TABLES.find((id) => id === asked);
    if (table) this.show(table);
    await this.loadPast();
  },
  async loadPast() {
    const result = await listImports();
    if (!result.ok) return;
    this.imports = result.data.imports;
    this.setData({ past: toPast(this.imports, now()) });
  },
  show(table: TableId) {
    titlePage(`导入${TABLE_LABELS[table]}`);
    this.setData({ table, about: ABOUT[table] });
  },
  chooseKind(event: Chosen) {
    this.drop();
    this.show(event.detail.id as TableId);
  },
  drop() {
    this.plan = undefined;
    this.setData({
      problem: '',
      done: '',
      sum: '',
      ready: false,
      faults: [],
      lines: [],
      more: false,
      progress: '',
    });
  },
  async takeEmpty() {
    await takeEmpty(this, this.data.table);
  },
  async takeFull() {
    await takeFull(this, this.data.table);
  },
  async choose() {
    if (this.data.busy) return;
    this.drop();
    const file = await chooseTable();
    if (!file.ok) this.setData({ problem: explain(file) });
    else if (file.data) {
      this.file = { path: file.data, key: newKey() };
      await this.look();
    }
  },
  async look() {
    const { table } = this.data;
    this.setData({ busy: 'look', percent: 0, problem: '' });
    const result = await planImport(table, this.file.path, {
      key: this.file.key,
      reason: `从表格导入：${TABLE_LABELS[table]}`,
      onPercent: (percent) => {
        this.setData({ percent });
      },
    });
    this.setData({ busy: '' });
    if (result.ok) await this.showPlan(result.data);
    else this.setData({ problem: explain(result) });
  },
  async showPlan(plan: ImportSummary) {
    this.plan = plan;
    this.shown = 0;
    const ready = plan.faults.length === 0 && plan.slices > 0;
    const nothing = plan.faults.length === 0 && plan.slices === 0;
    this.setData({
      sum: saySum(plan),
      faults: plan.faults.map(sayFault),
      ready,
      lines: [],
      done: nothing ? '和系统里的一样，没有要改的。' : '',
    });
    if (ready) await this.showMore();
    scrollToTop();
  },
  async showMore() {
    const { plan, shown } = this;
    if (!plan) return;
    const result = await readImport(plan.import, shown);
    if (!result.ok) return;
    this.shown = shown + 1;
    const lines = [...this.data.lines, ...toPreview(result.data.lines)];
    this.setData({ lines, more: this.shown < plan.slices });
  },
  async commit() {
    if (this.plan)
      await this.finish(commitImport(this.plan, this.onDone.bind(this)), 'commit', sayDone(this.plan.table));
  },
  async resume(event: WechatMiniprogram.BaseEvent) {
    const found = this.find(event);
    if (found) await this.finish(commitImport(found, this.onDone.bind(this)), 'commit', '接着导完了。');
  },
  async printSlips(event: WechatMiniprogram.BaseEvent) {
    const found = this.find(event);
    if (!found || this.data.busy) return;
    this.setData({ busy: 'slips', problem: '', done: '' });
    const opened = await openDocument(await printSlips(found.import));
    this.setData({ busy: '', problem: opened.ok ? '' : saySlips(opened) });
  },
  askBack(event: WechatMiniprogram.BaseEvent) {
    this.setData({ asking: this.find(event)?.import ?? '' });
  },
  stopAsking() {
    this.setData({ asking: '' });
  },
  async takeBack() {
    const found = this.imports.find((each) => each.import === this.data.asking);
    if (!found) return;
    let kept = 0;
    const acted = takeBackImport(found, '导错了，撤回', this.onDone.bind(this)).then((result) => {
      if (result.ok) kept = result.data;
      return result;
    });
    await this.finish(acted, 'back', '撤回了。');
    if (kept > 0) this.setData({ done: `撤回了。有 ${String(kept)} 行导入以后又改过或用上了，没有动。` });
  },
  find(event: WechatMiniprogram.BaseEvent): ImportSummary | undefined {
    const { id } = event.currentTarget.dataset as { id: string };
    return this.imports.find((each) => each.import === id);
  },
  onDone(done: number, slices: number) {
    this.setData({ progress: slices > 1 ? `第 ${String(done)} 部分，共 ${String(slices)} 部分` : '' });
  },
  async finish(acted: Promise<Result<unknown>>, busy: string, done: string) {
    if (this.data.busy) return;
    this.setData({ busy, problem: '', done: '' });
    const result = await acted;
    if (result.ok) this.drop();
    await this.loadPast();
    this.setData(
      result.ok ? { busy: '', asking: '', done } : { busy: '', asking: '', problem: sayFailure(result) },
    );
    scrollToTop();
  },
});
