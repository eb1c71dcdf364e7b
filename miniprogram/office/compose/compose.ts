import type { Choice } from '../../components/choice-chips/choice-chips';
import type { Template } from '../../contract/article-template';
import { today } from '../../platform/clock';
import type { Chosen } from '../../view/events';
import { explain, explainOpening } from '../../view/feedback';
import { replacePage } from '../../platform/navigate';
import { definePage } from '../../platform/page';
import { Starter } from '../services/article-start';
import { getHappenings, getTemplates } from '../../services/publicity';
import { FIRST_KIND, KINDS, listTemplates, toLines, toSource } from './view';
import type { HappeningLine } from './view';

definePage({
  data: {
    loading: true,
    kinds: KINDS,
    kind: FIRST_KIND,
    busy: false,
    problem: '',
    retry: false,
    lines: [] as readonly HappeningLine[],
    chosen: '',
    templates: [] as readonly Choice[],
    template: '',
    skeleton: ['card', 'card', 'card'],
  },
  templates: [] as readonly Template[],
  starter: null as Starter | null,

  async onLoad() {
    this.starter = new Starter();
    await this.load();
  },
  async load() {
    const { kind } = this.data;
    const [happenings, templates] = await Promise.all([getHappenings(kind), this.readTemplates()]);
    if (kind !== this.data.kind) return;
    if (!happenings.ok) {
      this.setData({ loading: false, problem: explainOpening(happenings), retry: true });
      return;
    }
    this.templates = templates;
    const lines = toLines(happenings.data.happenings, today());
    this.setData({ loading: false, problem: '', retry: false, lines });
  },
  /** Those of all kinds, once. */
  async readTemplates(): Promise<readonly Template[]> {
    if (this.templates.length > 0) return this.templates;
    const found = await getTemplates();
    return found.ok ? found.data.templates : [];
  },
  async chooseKind(event: Chosen) {
    const kind = KINDS.find(({ id }) => id === event.detail.id)?.id ?? FIRST_KIND;
    this.setData({ kind, loading: true, lines: [], chosen: '', templates: [], template: '' });
    await this.load();
  },
  choose(event: WechatMiniprogram.BaseEvent) {
    const { id } = event.currentTarget.dataset as { id: string };
    const templates = listTemplates(this.templates, id);
    this.setData({ chosen: id, templates, template: templates[0]?.id ?? '' });
  },
  chooseTemplate(event: Chosen) {
    this.setData({ template: event.detail.id });
  },
  async start() {
    const { busy, chosen, template } = this.data;
    if (busy || !this.starter) return;
    this.setData({ busy: true, problem: '' });
    const result = await this.starter.start(toSource(chosen), template);
    if (result.ok) replacePage('office/article', { article: result.data.article });
    else this.setData({ busy: false, problem: explain(result), retry: false });
  },
});
