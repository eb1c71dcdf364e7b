import { explain, explainOpening } from '../../view/feedback';
import { savePicture } from '../../platform/album';
import { openDocument } from '../../platform/documents';
import { read } from '../../platform/navigate';
import { definePage } from '../../platform/page';
import { copyText, scrollToTop } from '../../platform/phone';
import { printArticle } from '../services/article-paper';
import { getPack } from '../../services/publicity';

definePage({
  data: {
    loading: true,
    busy: false,
    problem: '',
    retry: false,
    done: '',
    text: '',
    picture: '',
    skeleton: ['card', 'card'],
  },
  article: '',

  async onLoad(query) {
    this.article = read(query, 'article');
    await this.load();
  },
  async load() {
    this.setData({ loading: true });
    const result = await getPack(this.article);
    if (result.ok) this.setData({ ...result.data, loading: false, problem: '', retry: false });
    else this.setData({ loading: false, problem: explainOpening(result), retry: true });
  },
  async copy() {
    const copied = await copyText(this.data.text);
    this.say(
      copied ? { done: '文字已复制，到群里长按粘贴。' } : { problem: '没有复制上，请长按文字自己选。' },
    );
  },
  async save() {
    if (this.data.busy) return;
    this.setData({ busy: true });
    const saved = await savePicture(this.data.picture);
    this.setData({ busy: false });
    if (!saved.ok) this.say({ problem: explain(saved) });
    else
      this.say({
        done:
          saved.data === 'saved'
            ? '长图已存到手机相册。'
            : '没有让存进相册：请在大图上长按，选「保存图片」。',
      });
  },
  /** Words to set anew, pictures in their places: for the district or its media centre. */
  async print() {
    if (this.data.busy) return;
    this.setData({ busy: true });
    const shown = await openDocument(await printArticle(this.article));
    this.setData({ busy: false });
    if (!shown.ok) this.say({ problem: explain(shown) });
  },
  say(words: { done?: string; problem?: string }) {
    this.setData({ done: '', problem: '', retry: false, ...words });
    scrollToTop();
  },
});
