import type { Choice } from '../../../components/choice-chips/choice-chips';
import type { Chosen, Typed } from '../../../view/events';
import { canRetry } from '../../../contract/result';
import { explain } from '../../../view/feedback';
import { intend } from '../../../platform/keys';
import type { Pending } from '../../../platform/keys';
import { mergeVillages } from '../../services/registry-office';

interface Merging {
  from: string;
  into: string;
  reason: string;
}

/** One village joins another; its name stays searchable as a former one. Tells `saved` {words}. */
Component({
  options: { pureDataPattern: /^_/ },
  properties: {
    village: { type: String, value: '' },
    name: { type: String, value: '' },
    /** The other villages. */
    others: { type: Array, value: [] as Choice[] },
  },
  data: {
    open: false,
    into: '',
    reason: '',
    asking: false,
    busy: false,
    problem: '',
    _pending: undefined as Pending<Merging> | undefined,
  },
  observers: {
    village() {
      this.setData({ open: false, into: '', reason: '', asking: false, problem: '' });
    },
  },
  methods: {
    toggle() {
      this.setData({ open: !this.data.open });
    },
    choose(event: Chosen) {
      this.setData({ into: event.detail.id });
    },
    type(event: Typed) {
      this.setData({ reason: event.detail.value });
    },
    ask() {
      this.setData({ asking: true });
    },
    stopAsking() {
      this.setData({ asking: false });
    },
    async merge() {
      const { village, into, reason, busy, others, name } = this.data;
      if (busy || !into) return;
      const input: Merging = { from: village, into, reason: reason.trim() };
      const pending = intend(this.data._pending, JSON.stringify(input), () => input);
      this.setData({ busy: true, problem: '', _pending: pending });
      const result = await mergeVillages(pending.input, pending.key);
      const ended = result.ok || !canRetry(result.code);
      this.setData({ busy: false, asking: false, ...(ended && { _pending: undefined }) });
      if (!result.ok) {
        this.setData({ problem: explain(result) });
        return;
      }
      const target = others.find(({ id }) => id === into)?.text ?? '';
      this.triggerEvent('saved', { words: `${name}并入了${target}。按老名字照样找得到。` });
    },
  },
});
