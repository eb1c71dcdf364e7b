import type { Instant, Output } from '../../contract/wire';
import { today } from '../../platform/clock';
import { explainOpening } from '../../view/feedback';
import { openTab } from '../../platform/navigate';
import { openArticle } from '../../platform/open-article';
import { definePage } from '../../platform/page';
import { scrollToTop } from '../../platform/phone';
import { getPublished } from '../../services/publicity';
import { OPENED, toLinkLines } from './view';
import type { LinkLine } from './view';

definePage({
  data: {
    loading: true,
    busy: false,
    problem: '',
    done: '',
    lines: [] as readonly LinkLine[],
    more: false,
    skeleton: ['card', 'card', 'card'],
  },
  articles: [] as Output<'publicity', 'published'>['articles'],
  next: undefined as Instant | undefined,

  async onLoad() {
    await this.load();
  },
  async load() {
    this.articles = [];
    this.next = undefined;
    await this.loadMore();
  },
  async loadMore() {
    this.setData({ busy: true });
    const result = await getPublished(this.next);
    if (!result.ok) {
      this.setData({ loading: false, busy: false, problem: explainOpening(result) });
      return;
    }
    this.articles = [...this.articles, ...result.data.articles];
    this.next = result.data.next;
    const lines = toLinkLines(this.articles, today());
    this.setData({ loading: false, busy: false, problem: '', lines, more: this.next !== undefined });
  },
  async open(event: WechatMiniprogram.BaseEvent) {
    const { url } = event.currentTarget.dataset as { url: string };
    const done = OPENED[await openArticle(url)];
    this.setData({ done });
    if (done) scrollToTop();
  },
  openHome() {
    openTab('home');
  },
});
