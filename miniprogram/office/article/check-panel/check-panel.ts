import { ARTICLE_LIMITS } from '../../../contract/article';
import type { Typed } from '../../../view/events';
import type { MarkLine } from '../check';

/** Personal data that was found, and what is missing. Tells `jump` {id} and `act` {act: overrule, mark, words}. */
Component({
  properties: {
    marks: { type: Array, value: [] as MarkLine[] },
    problems: { type: Array, value: [] as string[] },
    editable: { type: Boolean, value: true },
    busy: { type: Boolean, value: false },
  },
  data: { ruling: '', words: '', most: ARTICLE_LIMITS.words },
  observers: {
    marks() {
      this.setData({ ruling: '', words: '' });
    },
  },
  methods: {
    jump(event: WechatMiniprogram.BaseEvent) {
      const { block } = event.currentTarget.dataset as { block: string };
      this.triggerEvent('jump', { id: block });
    },
    start(event: WechatMiniprogram.BaseEvent) {
      const { id } = event.currentTarget.dataset as { id: string };
      this.setData({ ruling: id === this.data.ruling ? '' : id, words: '' });
    },
    type(event: Typed) {
      this.setData({ words: event.detail.value });
    },
    overrule() {
      const { ruling, words } = this.data;
      if (words.trim()) this.triggerEvent('act', { act: 'overrule', mark: ruling, words: words.trim() });
    },
  },
});
