import type { Chosen, Typed } from '../../view/events';
import type { FormField } from '../view/activity-fields';

function atOf(event: WechatMiniprogram.BaseEvent): number {
  return (event.currentTarget.dataset as { at: number }).at;
}

/** The fields of one kind of activity. Tells `change` {name, value, at, typed}. */
Component({
  properties: {
    fields: { type: Array, value: [] as FormField[] },
    /** Earliest day of those that are to come. */
    first: { type: String, value: '' },
  },
  methods: {
    type(event: Typed) {
      this.tell(atOf(event), event.detail.value, true);
    },
    choose(event: Chosen) {
      this.tell(atOf(event), event.detail.id);
    },
    pickDay(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      this.tell(atOf(event), event.detail.value);
    },
    /** One of several: put in, or taken out again. */
    mark(event: WechatMiniprogram.BaseEvent) {
      const { at, id } = event.currentTarget.dataset as { at: number; id: string };
      const before = (this.data.fields[at]?.value ?? '').split(',').filter(Boolean);
      const after = before.includes(id) ? before.filter((each) => each !== id) : [...before, id];
      this.tell(at, after.join(','));
    },
    tell(at: number, value: string, typed = false) {
      const { name = '' } = this.data.fields[at] ?? {};
      this.triggerEvent('change', { name, value, at, typed });
    },
  },
});
