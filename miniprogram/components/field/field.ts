import { lengthOf } from '../../contract/text';

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
    /** Most characters as people count them. What is longer is not cut, it is said. */
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
    /** Signs that the phone lets in: more than fit, so that nothing pasted is cut unseen. */
    room: 280,
    /** How much is written, once it is worth knowing. */
    counted: '',
    over: '',
    /** What the person sees; never written back while typing, a slow phone would swallow characters. */
    _typed: '',
  },
  observers: {
    'value, maxlength'(value: string) {
      this.count(value);
    },
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
      this.count(value);
      this.triggerEvent('input', { value });
    },
    /** Of several lines how much is written, from four fifths on how much is left; beyond, how much is to go. */
    count(value: string) {
      const { maxlength, lines, counted, over } = this.data;
      const length = lengthOf(value);
      const left = maxlength - length;
      const far = lines && length > 0 ? `写了 ${String(length)} 字，最多 ${String(maxlength)} 字` : '';
      const near = left >= 0 ? `还能写 ${String(left)} 字` : '';
      const says = {
        counted: length > maxlength * 0.8 ? near : far,
        over: length > maxlength ? `多了 ${String(length - maxlength)} 个字，请删短一点` : '',
      };
      if (says.counted !== counted || says.over !== over) this.setData(says);
      const room = maxlength * 2 + 200;
      if (room !== this.data.room) this.setData({ room });
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
