import type { Content } from '../../contract/article';
import { today } from '../../platform/clock';
import { explain, explainOpening } from '../../view/feedback';
import { intend } from '../../platform/keys';
import type { Pending } from '../../platform/keys';
import { goBack, read } from '../../platform/navigate';
import { definePage } from '../../platform/page';
import { scrollToTop } from '../../platform/phone';
import { getArticle, getHistory, getVersion, saveArticle } from '../../services/publicity';
import { toParts, toVersionLines } from './view';
import type { Part, VersionLine } from './view';

definePage({
  data: {
    loading: true,
    busy: false,
    problem: '',
    retry: false,
    lines: [] as readonly VersionLine[],
    chosen: null as VersionLine | null,
    parts: [] as readonly Part[],
    hold: '',
    asking: false,
    skeleton: ['card', 'card', 'card'],
  },
  article: '',
  content: null as Content | null,
  pending: undefined as Pending<Content> | undefined,

  async onLoad(query) {
    this.article = read(query, 'article');
    await this.load();
  },
  async load() {
    const [history, article] = await Promise.all([getHistory(this.article), getArticle(this.article)]);
    if (!history.ok || !article.ok) {
      const failure = history.ok ? article : history;
      this.setData({ loading: false, retry: true, problem: failure.ok ? '' : explainOpening(failure) });
      return;
    }
    const hold = article.data.acts.includes('save')
      ? ''
      : '现在不能改这一篇，先撤回或改稿，才能用以前的版本。';
    const lines = toVersionLines(history.data.versions, today());
    this.setData({ loading: false, problem: '', retry: false, hold, lines });
  },
  async choose(event: WechatMiniprogram.BaseEvent) {
    const { id } = event.currentTarget.dataset as { id: string };
    this.content = null;
    this.setData({ chosen: this.data.lines.find((line) => line.id === id) ?? null, parts: [] });
    const result = await getVersion(this.article, id);
    if (this.data.chosen?.id !== id) return;
    if (result.ok) {
      this.content = result.data.content;
      this.setData({ parts: toParts(result.data.content), problem: '' });
    } else this.setData({ chosen: null, problem: explainOpening(result), retry: false });
    scrollToTop();
  },
  close() {
    this.setData({ chosen: null });
  },
  ask() {
    this.setData({ asking: true });
  },
  stopAsking() {
    this.setData({ asking: false });
  },
  /** What stands there now is a version then, too. */
  async restore() {
    const { content, article } = this;
    if (!content || this.data.busy) return;
    this.setData({ busy: true });
    const problem = await this.saveAs(content, article);
    this.setData({ busy: false, asking: false, problem, retry: false });
    if (!problem) goBack();
  },
  async saveAs(content: Content, article: string): Promise<string> {
    const now = await getArticle(article);
    if (!now.ok) return explain(now);
    const { edition } = now.data;
    this.pending = intend(this.pending, JSON.stringify([edition, content]), () => content);
    const saved = await saveArticle({ article, edition, content }, this.pending.key);
    if (!saved.ok) return explain(saved);
    return saved.data.saved ? '' : `${saved.data.newer.by}刚才改了这一篇，没有换。请看一看再换`;
  },
});
