import { canRetry } from '../../contract/result';
import type { Result } from '../../contract/result';
import { today } from '../../platform/clock';
import { openDocument } from '../../platform/documents';
import { intend } from '../../platform/keys';
import type { Pending } from '../../platform/keys';
import { read } from '../../platform/navigate';
import { definePage } from '../../platform/page';
import { scrollToTop } from '../../platform/phone';
import type { Typed } from '../../view/events';
import { explain, explainOpening } from '../../view/feedback';
import {
  draftDutyReport,
  getDutyReport,
  getDutyReportVersion,
  printOwnReport,
  saveDutyReport,
} from '../services/duty-report';
import { toPartLines, toReportScreen } from './view';
import type { PartLine, ReportScreen } from './view';

/** Part → words. */
const NOTHING: Readonly<Record<string, string>> = {};

definePage({
  data: {
    loading: true,
    /** draft, save, ready, print. */
    busy: '',
    problem: '',
    done: '',
    screen: null as ReportScreen | null,
    /** Which earlier text is open, and what stands there. */
    version: 0,
    old: [] as readonly PartLine[],
    skeleton: ['card', 'card', 'card'],
  },
  activity: '',
  edition: 0,
  /** Part → what was typed since it was read. */
  typed: NOTHING,
  pending: undefined as Pending<string> | undefined,

  async onLoad(query) {
    this.activity = read(query, 'activity');
    await this.load();
  },
  async load() {
    const found = await getDutyReport(this.activity);
    if (!found.ok) {
      this.setData({ loading: false, problem: explainOpening(found) });
      return;
    }
    this.edition = found.data.edition;
    const screen = toReportScreen(found.data, today());
    const parts = screen.parts.map((line) => ({ ...line, words: this.typed[line.part] ?? line.words }));
    this.setData({ loading: false, problem: '', screen: { ...screen, parts } });
  },
  type(event: Typed) {
    const { part } = event.currentTarget.dataset as { part: string };
    this.typed = { ...this.typed, [part]: event.detail.value };
  },
  partsTyped() {
    return (this.data.screen?.parts ?? []).map(({ part, words }) => ({
      part,
      words: this.typed[part] ?? words,
    }));
  },
  /** What was typed is saved first: a draft fills in what is left. */
  async draft() {
    if (this.data.busy) return;
    if (Object.keys(this.typed).length > 0 && !(await this.put('draft', false, ''))) return;
    const input = { activity: this.activity, edition: this.edition };
    await this.run('draft', input, '起草好了，请看一遍，改成您自己的话。', (key) =>
      draftDutyReport(input, key),
    );
  },
  async save() {
    await this.put('save', false, '存下了，只有您看得到。');
  },
  async handIn() {
    await this.put('ready', true, '交给人大办了。');
  },
  async put(busy: string, ready: boolean, done: string): Promise<boolean> {
    const input = { activity: this.activity, edition: this.edition, parts: this.partsTyped(), ready };
    return this.run(busy, input, done, (key) => saveDutyReport(input, key));
  },
  async run(busy: string, wish: object, done: string, send: (key: string) => Promise<Result<unknown>>) {
    if (this.data.busy) return false;
    this.setData({ busy, problem: '', done: '' });
    this.pending = intend(this.pending, JSON.stringify([busy, wish]), () => this.activity);
    const result = await send(this.pending.key);
    if (result.ok || !canRetry(result.code)) this.pending = undefined;
    if (result.ok) this.typed = NOTHING;
    if (result.ok || !canRetry(result.code)) await this.load();
    this.setData({ busy: '', version: 0, ...(result.ok ? { done } : { problem: explain(result) }) });
    scrollToTop();
    return result.ok;
  },
  async openVersion(event: WechatMiniprogram.BaseEvent) {
    const { version } = event.currentTarget.dataset as { version: number };
    const found = await getDutyReportVersion(this.activity, version);
    if (!found.ok) {
      this.setData({ problem: explainOpening(found) });
      return;
    }
    const old = toPartLines(found.data.parts).filter(({ words }) => words !== '');
    this.setData({ version, old });
  },
  takeBack() {
    const { old, screen } = this.data;
    if (!screen) return;
    const words = new Map(old.map((line) => [line.part, line.words]));
    const parts = screen.parts.map((line) => ({ ...line, words: words.get(line.part) ?? '' }));
    this.typed = Object.fromEntries(parts.map((line) => [line.part, line.words]));
    this.setData({
      version: 0,
      'screen.parts': parts,
      done: '拿回来了，看过以后请点「先存下」或「交给人大办」。',
    });
    scrollToTop();
  },
  async print() {
    if (this.data.busy) return;
    this.setData({ busy: 'print', problem: '' });
    const opened = await openDocument(await printOwnReport(this.activity));
    this.setData({ busy: '', problem: opened.ok ? '' : explain(opened) });
  },
});
