import type { Chosen, Typed } from '../../../view/events';
import type { Candidates } from '../view';

/** Who sits there instead. `seek` says by what they are narrowed, `give` names the person. */
Component({
  properties: {
    candidates: { type: Object, value: {} as Candidates },
    date: { type: String, value: '' },
    seat: { type: String, value: '' },
    /** Who sits there now; empty: nobody yet. */
    name: { type: String, value: '' },
    published: { type: Boolean, value: false },
  },
  data: {
    group: '',
    text: '',
  },
  observers: {
    'date, seat': function () {
      this.setData({ group: '', text: '' });
    },
  },
  methods: {
    narrow(event: Chosen) {
      this.setData({ group: event.detail.id });
      this.seek();
    },
    find(event: Typed) {
      this.setData({ text: event.detail.value });
      this.seek();
    },
    seek() {
      const { group, text } = this.data;
      this.triggerEvent('seek', { group, text: text.trim() });
    },
    give(event: Chosen) {
      this.triggerEvent('give', { id: event.detail.id });
    },
    say(event: WechatMiniprogram.BaseEvent) {
      this.triggerEvent((event.currentTarget.dataset as { say: string }).say);
    },
  },
});
