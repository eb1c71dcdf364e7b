import type { ReportKind, TemplateSection, TemplateView } from '../../contract/work-report';
import { canRetry } from '../../contract/result';
import { intend, type Pending } from '../../platform/keys';
import { read, startAt } from '../../platform/navigate';
import { definePage } from '../../platform/page';
import { scrollToTop } from '../../platform/phone';
import { whereabouts } from '../../platform/whereabouts';
import { getTemplate, saveTemplate } from '../services/work-report';
import type { Typed } from '../../view/events';
import { explain, explainOpening } from '../../view/feedback';
import {
  check,
  fromForm,
  isSound,
  moveUp,
  raise,
  toForm,
  toLines,
  type SectionForm,
  type SectionLine,
} from './view';

type Tap = WechatMiniprogram.BaseEvent;
const idOf = ({ currentTarget }: Tap): string => (currentTarget.dataset as { id: string }).id;

definePage({
  data: {
    loading: true,
    busy: false,
    problem: '',
    done: '',
    own: false,
    lines: [] as readonly SectionLine[],
    form: null as SectionForm | null,
    labels: [] as readonly string[],
    asking: false,
    skeleton: ['card', 'card', 'card'],
  },
  /** Of the presidium's report to the session, else of the half-year's. */
  presidium: false,
  view: null as TemplateView | null,
  pending: undefined as Pending<string> | undefined,

  async onLoad(query) {
    this.presidium = read(query, 'kind') === 'presidium';
    if (whereabouts()) await this.load();
    else startAt('choose');
  },
  kind(): ReportKind {
    return this.presidium ? 'presidium' : 'work';
  },
  async load() {
    const found = await getTemplate(this.kind());
    if (!found.ok) {
      this.setData({ loading: false, problem: explainOpening(found) });
      return;
    }
    this.view = found.data;
    const { own, sections, slots } = found.data;
    this.setData({ loading: false, own, lines: toLines(sections), labels: slots.map(({ label }) => label) });
  },
  choose(event: Tap) {
    const section = this.view?.sections.find((one) => one.section === idOf(event));
    if (!section || !this.view) return;
    this.setData({ form: toForm(section, this.view.slots), done: '', problem: '' });
    scrollToTop();
  },
  close() {
    this.setData({ form: null });
  },
  typeHeading(event: Typed) {
    if (this.data.form) this.setData({ form: { ...this.data.form, heading: event.detail.value } });
  },
  typeHead(event: Typed) {
    this.change(idOf(event), { head: event.detail.value });
  },
  typeClauses(event: Typed) {
    this.change(idOf(event), { clauses: event.detail.value });
  },
  change(sentence: string, part: { head?: string; clauses?: string }) {
    const { form } = this.data;
    if (!form) return;
    const sentences = form.sentences.map((one) => (one.sentence === sentence ? { ...one, ...part } : one));
    this.setData({ form: { ...form, sentences } });
  },
  raise(event: Tap) {
    if (this.data.form) this.setData({ form: raise(this.data.form, idOf(event)) });
  },
  async moveUp(event: Tap) {
    if (this.view)
      await this.send(moveUp(this.view.sections, idOf(event)), '挪好了，重新计算以后报告里是新的次序。');
  },
  async save() {
    const { view } = this;
    if (!view || !this.data.form) return;
    const form = check(this.data.form, view.slots);
    this.setData({ form });
    if (!isSound(form)) return;
    const sections = view.sections.map((one) =>
      one.section === form.section ? fromForm(one, form, view.slots) : one,
    );
    await this.send(sections, '改好了。没有签发的报告，重新计算以后用新的写法。');
  },
  ask() {
    this.setData({ asking: true });
  },
  stopAsking() {
    this.setData({ asking: false });
  },
  async restore() {
    await this.send(null, '恢复成自带的写法了。');
  },
  async send(sections: readonly TemplateSection[] | null, done: string) {
    if (this.data.busy || !this.view) return;
    const input = { kind: this.kind(), edition: this.view.edition, sections };
    const wish = JSON.stringify(input);
    this.pending = intend(this.pending, wish, () => wish);
    this.setData({ busy: true, problem: '', done: '' });
    const saved = await saveTemplate(input, this.pending.key);
    if (saved.ok || !canRetry(saved.code)) this.pending = undefined;
    this.setData({ busy: false, asking: false, problem: saved.ok ? '' : explain(saved) });
    if (saved.ok) {
      this.setData({ form: null, done });
      await this.load();
    }
    scrollToTop();
  },
});
