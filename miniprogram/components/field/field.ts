/** One thing to type, with its name above it and what is wrong below it. */
Component({
  options: { pureDataPattern: /^_/ },
  properties: {
    label: { type: String, value: '' },
    value: { type: String, value: '' },
    placeholder: { type: String, value: '' },
    /** What it is for, or what happens without it. */
    hint: { type: String, value: '' },
    error: { type: String, value: '' },
    /** Keyboard: text, number. */
    type: { type: String, value: 'text' },
    maxlength: { type: Number, value: 40 },
    /** Several lines, growing with what is written. */
    lines: { type: Boolean, value: false },
    /** Set to bring the cursor here. */
    focus: { type: Boolean, value: false },
    /** Only to be read. */
    off: { type: Boolean, value: false },
  },
  data: {
    shown: '',
    /** What the person sees; never written back while typing, a slow phone would swallow characters. */
    _typed: '',
  },
  observers: {
    value(value: string) {
      if (value === this.data._typed) return;
      // First what stands there, or the same value as at the beginning would change nothing.
      this.setData({ shown: this.data._typed });
      this.setData({ shown: value, _typed: value });
    },
  },
  methods: {
    input(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      const { value } = event.detail;
      this.setData({ _typed: value });
      this.triggerEvent('input', { value });
    },
    /** Enter, or the keyboard's own button. */
    confirm() {
      this.triggerEvent('confirm');
    },
    blur() {
      this.triggerEvent('blur');
    },
  },
});
