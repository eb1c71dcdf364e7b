import { LIMITS } from '../../../contract/limits';
import { OUTCOME_LABELS } from '../../../contract/labels';
import type { Chosen, Typed } from '../../../view/events';
import type { VisitView } from '../visit';

const OUTCOMES = Object.entries(OUTCOME_LABELS).map(([id, text]) => ({ id, text }));

/** One visitor and the steps that can be pressed. Tells `step` {to, seat} and `finish` {outcome, words}, `bar`, `close`. */
Component({
  properties: {
    visit: { type: Object, value: {} as VisitView },
    /** Keys are there to be named. */
    keys: { type: Boolean, value: false },
  },
  data: { outcomes: OUTCOMES, seat: '', words: '', most: LIMITS.visitWords },
  observers: {
    'visit.booking'() {
      this.setData({ seat: '', words: '' });
    },
  },
  methods: {
    chooseSeat(event: Chosen) {
      this.setData({ seat: event.detail.id });
    },
    type(event: Typed) {
      this.setData({ words: event.detail.value });
    },
    next() {
      const { main } = this.data.visit;
      if (main) this.tell(main.to);
    },
    beside(event: WechatMiniprogram.BaseEvent) {
      const { to } = event.currentTarget.dataset as { to: string };
      this.tell(to);
    },
    tell(to: string) {
      this.triggerEvent('step', { to, seat: this.data.seat });
    },
    finish(event: WechatMiniprogram.BaseEvent) {
      const { id } = event.currentTarget.dataset as { id: string };
      this.triggerEvent('finish', { outcome: id, words: this.data.words.trim() });
    },
    bar() {
      this.triggerEvent('bar');
    },
    close() {
      this.triggerEvent('close');
    },
  },
});
