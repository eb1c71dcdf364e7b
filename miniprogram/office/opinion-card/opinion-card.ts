import type { Choice } from '../../components/choice-chips/choice-chips';
import { DUTY_LIMITS } from '../../contract/duty';
import type { OpinionAct, OpinionStep } from '../../contract/opinion';
import { canRetry } from '../../contract/result';
import { intend, type Pending } from '../../platform/keys';
import { actOnOpinion } from '../../services/duty';
import type { Chosen, Typed } from '../../view/events';
import { explain } from '../../view/feedback';
import type { OpinionLine } from '../view/opinion-lines';

/** One 视察意见 and its steps. Tells `acted` {done} when a step was taken, so that the page reads its list again. */
Component({
  properties: {
    opinion: { type: Object, value: {} as OpinionLine },
    /** Where it may be sent instead; only the office is asked. */
    units: { type: Array, value: [] as Choice[] },
  },
  data: {
    /** The step that asks for words. */
    open: '',
    label: '',
    asks: '',
    words: '',
    unit: '',
    busy: false,
    problem: '',
    most: DUTY_LIMITS.opinionWords,
  },
  methods: {
    press(event: WechatMiniprogram.BaseEvent) {
      const { act } = event.currentTarget.dataset as { act: OpinionAct };
      const row = this.data.opinion.acts.find((each) => each.act === act);
      if (!row) return;
      if (row.asks) {
        this.setData({ open: act, label: row.label, asks: row.asks, words: '', unit: '', problem: '' });
      } else if (act === 'accept' || act === 'urge') void this.send({ act });
    },
    stop() {
      this.setData({ open: '' });
    },
    type(event: Typed) {
      this.setData({ words: event.detail.value });
    },
    chooseUnit(event: Chosen) {
      this.setData({ unit: event.detail.id });
    },
    finish() {
      const { unit } = this.data;
      const open = this.data.open as OpinionAct | '';
      const words = this.data.words.trim();
      if (!words || open === '' || open === 'accept' || open === 'urge') return;
      if (open !== 'reassign') void this.send({ act: open, words });
      else if (unit) void this.send({ act: open, words, unit });
    },
    async send(step: OpinionStep) {
      if (this.data.busy) return;
      this.setData({ busy: true, problem: '' });
      const { activity, opinion } = this.data.opinion;
      const kept = this as { pending?: Pending<string> | undefined };
      kept.pending = intend(kept.pending, JSON.stringify([opinion, step]), () => opinion);
      const result = await actOnOpinion({ activity, opinion, step }, kept.pending.key);
      if (result.ok || !canRetry(result.code)) kept.pending = undefined;
      this.setData({ busy: false, ...(result.ok ? { open: '' } : { problem: explain(result) }) });
      if (result.ok) this.triggerEvent('acted');
    },
  },
});
