export interface Choice {
  id: string;
  text: string;
  hint?: string;
  /** Cannot be chosen; the hint says why. */
  off?: boolean;
  /** One of several that are chosen. */
  on?: boolean;
}

/** One of several, as large words to press. */
Component({
  properties: {
    label: { type: String, value: '' },
    choices: { type: Array, value: [] as Choice[] },
    chosen: { type: String, value: '' },
    /** 1, 2 or 3 beside each other; elder mode stacks them. */
    columns: { type: Number, value: 2 },
    /** Short words: two beside each other even in elder mode. */
    kept: { type: Boolean, value: false },
    /** Without the hints. */
    brief: { type: Boolean, value: false },
  },
  methods: {
    choose(event: WechatMiniprogram.TouchEvent) {
      const { id, off } = event.currentTarget.dataset as { id: string; off: boolean };
      if (!off) this.triggerEvent('choose', { id });
    },
  },
});
