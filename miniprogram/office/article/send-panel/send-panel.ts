import { ARTICLE_LIMITS } from '../../../contract/article';
import type { ArticleAct } from '../../../contract/article';
import type { Typed } from '../../../view/events';
import type { PushLine } from '../sending';
import type { StepLine } from '../view';

/** The address of an article can be long. */
const MOST_URL = 300;

/** What is asked first: why, or where. */
const ASKED: readonly ArticleAct[] = ['review', 'send-back', 'mark-published', 'hand-over'];

/**
 * Where the article is and what can be done next. Tells `act` {act, words} (words: why it is sent back, or the
 * address where it was published; the act `anew` makes the deleted draft once more), `copy` and `pack`.
 */
Component({
  properties: {
    sentence: { type: String, value: '' },
    /** Why it cannot be approved or sent by this person; empty: it can. */
    hold: { type: String, value: '' },
    acts: { type: Array, value: [] as { id: ArticleAct; text: string }[] },
    push: { type: Object, value: null as unknown as PushLine },
    url: { type: String, value: '' },
    steps: { type: Array, value: [] as StepLine[] },
    busy: { type: Boolean, value: false },
  },
  data: { asked: '', words: '', note: '', most: ARTICLE_LIMITS.words, mostUrl: MOST_URL },
  observers: {
    acts() {
      this.setData({ asked: '', words: '', note: '' });
    },
  },
  methods: {
    press(event: WechatMiniprogram.BaseEvent) {
      const { id } = event.currentTarget.dataset as { id: ArticleAct };
      if (!ASKED.includes(id)) this.triggerEvent('act', { act: id, words: this.data.note.trim() });
      else this.setData({ asked: id === this.data.asked ? '' : id, words: '' });
    },
    type(event: Typed) {
      this.setData({ words: event.detail.value });
    },
    typeNote(event: Typed) {
      this.setData({ note: event.detail.value });
    },
    finish() {
      const { asked, words } = this.data;
      if (words.trim()) this.triggerEvent('act', { act: asked, words: words.trim() });
    },
    pushAnew() {
      this.triggerEvent('act', { act: 'anew', words: '' });
    },
    copy() {
      this.triggerEvent('copy');
    },
    pack() {
      this.triggerEvent('pack');
    },
  },
});
