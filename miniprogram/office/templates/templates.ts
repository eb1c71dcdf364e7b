import type { Choice } from '../../components/choice-chips/choice-chips';
import type { Content, SourceKind } from '../../contract/article';
import type { Template } from '../../contract/article-template';
import type { Chosen, Typed } from '../../view/events';
import { canRetry } from '../../contract/result';
import { explain, explainOpening } from '../../view/feedback';
import { intend, newId } from '../../platform/keys';
import type { Pending } from '../../platform/keys';
import { definePage } from '../../platform/page';
import { scrollToTop } from '../../platform/phone';
import type { Result } from '../../contract/result';
import { listScenes } from '../../services/homes';
import { dropTemplate, getTemplates, saveTemplate } from '../../services/publicity';
import { dropBlock } from '../view/blocks';
import { KINDS, listFields, missingIn, newTemplate, toContent, toLines, withContent } from './view';
import type { TemplateLine } from './view';

definePage({
  data: {
    loading: true,
    busy: false,
    problem: '',
    retry: false,
    done: '',
    kinds: KINDS,
    lines: [] as readonly TemplateLine[],
    template: null as Template | null,
    content: null as Content | null,
    missing: '',
    fields: [] as readonly string[],
    open: '',
    scenes: [] as readonly Choice[],
    asking: false,
    none: {},
    skeleton: ['card', 'card', 'card'],
  },
  templates: [] as readonly Template[],
  edition: 0,
  pending: undefined as Pending<string> | undefined,

  async onLoad() {
    this.setData({ scenes: await listScenes() });
    await this.load();
  },
  async load() {
    const result = await getTemplates();
    if (!result.ok) {
      this.setData({ loading: false, problem: explainOpening(result), retry: true });
      return;
    }
    ({ templates: this.templates, edition: this.edition } = result.data);
    const over = this.data.retry ? { problem: '', retry: false } : {};
    this.setData({ loading: false, lines: toLines(this.templates), ...over });
  },
  choose(event: WechatMiniprogram.BaseEvent) {
    const { id } = event.currentTarget.dataset as { id: string };
    const template = this.templates.find((each) => each.id === id);
    if (template) this.show(template);
  },
  add() {
    this.show(newTemplate(newId()));
  },
  show(template: Template) {
    this.setData({ content: toContent(template), open: '', done: '', problem: '' });
    this.change(template);
    scrollToTop();
  },
  close() {
    this.setData({ template: null });
  },
  change(template: Template) {
    this.setData({ template, missing: missingIn(template), fields: listFields(template.kind) });
  },
  typeName(event: Typed) {
    if (this.data.template) this.change({ ...this.data.template, name: event.detail.value });
  },
  chooseKind(event: Chosen) {
    if (this.data.template) this.change({ ...this.data.template, kind: event.detail.id as SourceKind });
  },
  write(event: WechatMiniprogram.CustomEvent<{ content: Content }>) {
    if (this.data.template) this.change(withContent(this.data.template, event.detail.content));
  },
  openBlock(event: Chosen) {
    this.setData({ open: event.detail.id });
  },
  dropBlock(event: Chosen) {
    const { template } = this.data;
    if (!template) return;
    const next = { ...template, blocks: dropBlock(template.blocks, event.detail.id) };
    this.setData({ content: toContent(next), open: '' });
    this.change(next);
  },

  save() {
    const { template } = this.data;
    if (!template || missingIn(template)) return;
    const { edition } = this;
    void this.run(JSON.stringify([edition, template]), '记下了。', (key) =>
      saveTemplate({ edition, template }, key),
    );
  },
  ask() {
    this.setData({ asking: true });
  },
  stopAsking() {
    this.setData({ asking: false });
  },
  drop() {
    const id = this.data.template?.id ?? '';
    const { edition } = this;
    void this.run(`${id} ${String(edition)}`, '删掉了。自带的模板会变回原样。', (key) =>
      dropTemplate({ edition, template: id }, key),
    );
  },
  async run(wish: string, done: string, send: (key: string) => Promise<Result<unknown>>) {
    if (this.data.busy) return;
    this.setData({ busy: true, problem: '', done: '' });
    this.pending = intend(this.pending, wish, () => wish);
    const result = await send(this.pending.key);
    if (result.ok || !canRetry(result.code)) this.pending = undefined;
    this.setData({ busy: false, asking: false });
    if (result.ok) this.setData({ done, template: null });
    else this.setData({ problem: explain(result), retry: false });
    scrollToTop();
    await this.load();
  },
});
