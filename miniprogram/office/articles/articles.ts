import type { ArticleState } from '../../contract/article';
import type { ArticleCard } from '../../contract/publicity';
import { today } from '../../platform/clock';
import type { Chosen } from '../../view/events';
import { explain, explainOpening } from '../../view/feedback';
import { onKeys } from '../../platform/keyboard';
import { openPage } from '../../platform/navigate';
import { definePage } from '../../platform/page';
import { hasKeys, isWide } from '../../platform/phone';
import { listArticles, previewArticle } from '../../services/publicity';
import { takeList } from '../../services/take-list';
import { FILTERS, sayNone, stepThrough, toLine } from './view';
import type { ArticleLine } from './view';

definePage({
  data: {
    loading: true,
    busy: false,
    problem: '',
    keys: hasKeys(),
    filters: FILTERS,
    state: '',
    lines: [] as readonly ArticleLine[],
    more: false,
    none: sayNone(''),
    /** On a wide screen: the one beside the list. */
    chosen: null as ArticleLine | null,
    html: '',
    skeleton: ['card', 'card', 'card'],
  },
  cards: [] as readonly ArticleCard[],
  next: '',
  stop: null as (() => void) | null,

  onLoad() {
    this.stop = onKeys((key) => {
      this.pressKey(key);
    });
  },
  onUnload() {
    this.stop?.();
  },
  async onShow() {
    await this.load();
  },
  async load() {
    const { state } = this.data;
    const result = await listArticles(state === '' ? undefined : (state as ArticleState));
    if (state !== this.data.state) return;
    if (!result.ok) {
      this.setData({ loading: false, problem: explainOpening(result) });
      return;
    }
    this.cards = result.data.articles;
    this.next = result.data.next ?? '';
    this.show({ loading: false, problem: '', none: sayNone(state) });
  },
  async loadMore() {
    const { state } = this.data;
    this.setData({ busy: true });
    const result = await listArticles(state === '' ? undefined : (state as ArticleState), this.next);
    if (result.ok) {
      this.cards = [...this.cards, ...result.data.articles];
      this.next = result.data.next ?? '';
      this.show({ busy: false });
    } else this.setData({ busy: false, problem: explainOpening(result) });
  },
  show(more: Record<string, unknown>) {
    const lines = this.cards.map((card) => toLine(card, today()));
    const chosen = lines.find(({ article }) => article === this.data.chosen?.article) ?? null;
    this.setData({ lines, chosen, more: this.next !== '', ...more });
  },

  async filter(event: Chosen) {
    this.cards = [];
    this.setData({ state: event.detail.id, lines: [], chosen: null, loading: true });
    await this.load();
  },
  press(event: WechatMiniprogram.BaseEvent) {
    const { id } = event.currentTarget.dataset as { id: string };
    if (isWide()) void this.choose(id);
    else openPage('office/article', { article: id });
  },
  /** Beside the list: how it looks. */
  async choose(article: string) {
    const chosen = this.data.lines.find((line) => line.article === article) ?? null;
    this.setData({ chosen, html: '' });
    if (!chosen) return;
    const result = await previewArticle(article);
    if (result.ok && this.data.chosen?.article === article) this.setData({ html: result.data.html });
  },
  pressKey(key: string) {
    const { lines, chosen } = this.data;
    const step = key === 'ArrowDown' ? 1 : key === 'ArrowUp' ? -1 : 0;
    if (step !== 0) void this.choose(stepThrough(lines, chosen?.article ?? '', step));
    else if (key === 'Enter') this.open();
    else if (key === 'n') this.compose();
  },
  async takeOut() {
    const { state } = this.data;
    const narrowed = state === '' ? {} : { state: state as ArticleState };
    await takeList(this, { list: 'articles', ...narrowed }, explain);
  },
  open() {
    if (this.data.chosen) openPage('office/article', { article: this.data.chosen.article });
  },
  compose() {
    openPage('office/compose');
  },
  openPlan() {
    openPage('office/plan');
  },
  openTemplates() {
    openPage('office/templates');
  },
  openSettings() {
    openPage('office/publicity');
  },
});
