/** One thing to type, with its name above it and what is wrong below it. */
Component({
  properties: {
    label: { type: String, value: '' },
    value: { type: String, value: '' },
    placeholder: { type: String, value: '' },
    /** What it is for, or what happens without it. */
    hint: { type: String, value: '' },
    error: { type: String, value: '' },
    /** Keyboard: text, number, idcard. */
    type: { type: String, value: 'text' },
    maxlength: { type: Number, value: 40 },
    /** Several lines, growing with what is written, with a count. */
    lines: { type: Boolean, value: false },
  },
  methods: {
    input(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      this.triggerEvent('input', { value: event.detail.value });
    },
    blur(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      this.triggerEvent('leave', { value: event.detail.value });
    },
  },
});
