import type { Choice } from '../../components/choice-chips/choice-chips';
import type { FormField } from '../../view/form-field';
import { DEPUTY_PAPERS } from '../../contract/deputy-profile';
import type { DeputyPaper } from '../../contract/deputy-profile';
import type { DirectoryKind } from '../../contract/registry-office';
import { today } from '../../platform/clock';
import type { Chosen, Typed } from '../../view/events';
import { explain, explainOpening } from '../../view/feedback';
import { openDocument } from '../../platform/documents';
import { openPage, read } from '../../platform/navigate';
import { definePage } from '../../platform/page';
import { scrollToTop, titlePage } from '../../platform/phone';
import { printDeputies } from '../../services/report';
import { takeList } from '../../services/take-list';
import { Editor } from './editor';
import { PART_KINDS, PART_TITLES, PARTS } from './fields';
import { KindRows } from './kind-rows';
import { sayResult, tryRow } from './says';
import { kindChoices, REROUTES, type Line, type Merging } from './view';

definePage({
  data: {
    loading: true,
    busy: false,
    problem: '',
    retry: false,
    done: '',
    title: '',
    kind: PART_KINDS.names[0] ?? 'village',
    kinds: [] as readonly Choice[],
    search: '',
    lines: [] as readonly Line[],
    /** There are rows behind those that are there. */
    more: false,
    reading: false,
    gaps: [] as readonly string[],
    /** Rows of this kind can come from a file. */
    table: false,
    papers: Object.entries(DEPUTY_PAPERS).map(([id, text]) => ({ id, text })),
    skeleton: ['card', 'card', 'card'],
    /** The row in hand. */
    open: false,
    fields: [] as readonly FormField[],
    id: '',
    idLabel: '',
    removable: false,
    reason: '',
    missing: '',
    tried: '',
    asking: false,
    reroute: 'keep',
    reroutes: REROUTES,
    owner: '',
    owners: [] as readonly Choice[],
    merging: null as Merging | null,
  },
  part: PARTS[0] ?? 'names',
  rows: null as KindRows | null,
  editor: null as Editor | null,

  async onLoad(query) {
    const part = read(query, 'part');
    this.part = PARTS.find((each) => each === part) ?? 'names';
    const kinds = PART_KINDS[this.part];
    const kind = kinds.find((each) => each === read(query, 'kind')) ?? kinds[0] ?? 'village';
    const title = PART_TITLES[this.part];
    this.setData({ kinds: kinds.length > 1 ? kindChoices(kinds) : [], kind, title });
    titlePage(title);
    await this.load();
  },
  async load() {
    const rows = new KindRows(this.part, this.data.kind);
    this.rows = rows;
    const opened = await rows.open(this.looksFor());
    if (rows !== this.rows) return;
    const mended = this.data.retry ? { problem: '', retry: false } : {};
    const said = opened.ok ? mended : { problem: explainOpening(opened), retry: true };
    this.setData({ loading: false, reading: false, ...said });
    this.show();
  },
  looksFor() {
    return this.data.search.trim() !== '';
  },
  /** The rows behind those that are there. */
  async readOn() {
    const { rows } = this;
    if (!rows?.more || this.data.reading) return;
    this.setData({ reading: true });
    const result = await rows.readOn(this.looksFor());
    this.setData({ reading: false });
    if (rows !== this.rows) return;
    if (!result.ok) this.setData({ problem: explain(result), retry: false });
    this.show();
  },
  show() {
    if (this.rows) this.setData(this.rows.screen(this.data.search.trim(), today()));
  },
  async chooseKind(event: Chosen) {
    const kind = event.detail.id as DirectoryKind;
    const nothing = { search: '', lines: [], more: false, open: false, done: '', problem: '' };
    this.setData({ kind, reading: true, ...nothing });
    await this.load();
  },
  async find(event: Typed) {
    this.setData({ search: event.detail.value });
    this.show();
    if (this.looksFor()) await this.readOn();
  },

  /** The rows that stand on the screen. */
  async takeOut() {
    const { kind, search, lines } = this.data;
    if (kind === 'card') return;
    const rows = search.trim() === '' ? {} : { rows: lines.map(({ id }) => id) };
    await takeList(this, { list: 'directory', kind, ...rows }, explain);
  },
  openTable() {
    openPage('office/import', { table: this.data.kind });
  },
  async print(event: WechatMiniprogram.BaseEvent) {
    const { id } = event.currentTarget.dataset as { id: DeputyPaper };
    if (this.data.busy) return;
    this.setData({ busy: true, problem: '', retry: false });
    const printed = await printDeputies(id);
    const shown = await openDocument(printed);
    this.setData({ busy: false, problem: shown.ok ? '' : explain(shown) });
  },
  openRow(event: WechatMiniprogram.BaseEvent) {
    const { id = '' } = event.currentTarget.dataset as { id?: string };
    const view = this.rows?.view;
    if (!view) return;
    this.editor = new Editor(this.data.kind, id, view, today());
    this.setData({
      done: '',
      problem: '',
      tried: '',
      reroute: 'keep',
      owner: id.includes('.') ? (id.split('.')[0] ?? '') : '',
    });
    this.fill();
    scrollToTop();
  },
  closeRow() {
    this.editor = null;
    this.setData({ open: false });
  },
  /** What is in hand, onto the screen. */
  fill() {
    const names = this.rows?.names;
    if (this.editor && names) this.setData(this.editor.show(names));
  },
  change(event: WechatMiniprogram.CustomEvent<{ name: string; value: string }>) {
    const { name, value } = event.detail;
    if (!this.editor) return;
    const part = name === 'village' ? { villagerGroup: '' } : {};
    this.editor.values = { ...this.editor.values, ...part, [name]: value };
    this.fill();
  },
  type(event: Typed) {
    const { name } = event.currentTarget.dataset as { name: 'id' | 'reason' };
    if (this.editor) this.editor[name] = event.detail.value;
    this.fill();
  },
  chooseOwner(event: Chosen) {
    this.setData({ owner: event.detail.id });
    this.editor?.showSetting(event.detail.id);
    this.fill();
  },
  chooseReroute(event: Chosen) {
    this.setData({ reroute: event.detail.id });
    if (this.editor) this.editor.reroute = event.detail.id === 'move';
  },
  async tryIt() {
    const { editor } = this;
    const names = this.rows?.names;
    if (editor && names) this.setData({ tried: await tryRow(editor, names) });
  },
  async merged(event: WechatMiniprogram.CustomEvent<{ words: string }>) {
    this.setData({ open: false, done: event.detail.words });
    await this.load();
    scrollToTop();
  },
  ask() {
    this.setData({ asking: true });
  },
  stopAsking() {
    this.setData({ asking: false });
  },
  save() {
    void this.send(false);
  },
  remove() {
    void this.send(true);
  },
  async send(away: boolean) {
    const { editor } = this;
    if (!editor || this.data.busy) return;
    this.setData({ busy: true, problem: '', done: '' });
    const result = await editor.save(away);
    await this.load();
    this.setData({ busy: false, asking: false, ...sayResult(editor.kind, result, away) });
    scrollToTop();
  },
});
