export interface FormChoice {
  id: string;
  text: string;
  /** One of several that are chosen. */
  on?: boolean;
}

export interface FormField {
  name: string;
  label: string;
  kind: 'text' | 'number' | 'choice' | 'many';
  value: string;
  choices: readonly FormChoice[];
  hint: string;
  placeholder: string;
  maxlength: number;
}

/** The fields of one row of a table, each as what it takes: words, one of several, several of several. */
Component({
  properties: {
    fields: { type: Array, value: [] as FormField[] },
  },
  methods: {
    change(name: string, value: string) {
      this.triggerEvent('change', { name, value });
    },
    type(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      const { name } = event.currentTarget.dataset as { name: string };
      this.change(name, event.detail.value);
    },
    choose(event: WechatMiniprogram.CustomEvent<{ id: string }>) {
      const { name } = event.currentTarget.dataset as { name: string };
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
