import type { FormField } from '../../view/form-field';

/** Fewer choices than these stand open beside each other. */
const FOLDED_FROM = 6;

/** What is chosen, for a field that is folded; undefined where it stands open. */
function sayFolded({ kind, value, choices }: FormField): string | undefined {
  if (kind === 'text' || kind === 'number' || choices.length < FOLDED_FROM) return undefined;
  const chosen = choices.filter(({ id, on }) => (kind === 'many' ? on : id === value));
  return chosen.map(({ text }) => text).join('、') || '还没有选';
}

/**
 * The fields of one row of a table, each as what it takes: words, one of several, several of several. Long choices
 * are folded, and one of them is open at a time: a person has seventeen fields.
 */
Component({
  properties: {
    fields: { type: Array, value: [] as FormField[] },
  },
  data: { open: '', folded: {} },
  observers: {
    fields(fields: FormField[]) {
      this.setData({ folded: Object.fromEntries(fields.map((field) => [field.name, sayFolded(field)])) });
    },
  },
  methods: {
    unfold(event: WechatMiniprogram.BaseEvent) {
      const { name } = event.currentTarget.dataset as { name: string };
      this.setData({ open: name === this.data.open ? '' : name });
    },
    change(name: string, value: string) {
      this.triggerEvent('change', { name, value });
    },
    type(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      const { name } = event.currentTarget.dataset as { name: string };
      this.change(name, event.detail.value);
    },
    choose(event: WechatMiniprogram.CustomEvent<{ id: string }>) {
      const { name } = event.currentTarget.dataset as { name: string };
      if (this.data.open === name) this.setData({ open: '' });
      this.change(name, event.detail.id);
    },
    toggle(event: WechatMiniprogram.TouchEvent) {
      const { name, id } = event.currentTarget.dataset as { name: string; id: string };
      const field = this.data.fields.find((each) => each.name === name);
      const chosen = field?.choices.filter(({ on }) => on).map((each) => each.id) ?? [];
      const next = chosen.includes(id) ? chosen.filter((each) => each !== id) : [...chosen, id];
      this.change(name, next.join(','));
    },
  },
});
