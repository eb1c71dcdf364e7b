/** Asks once, in words, before what cannot be taken back. The safe answer is the lower, quieter one. */
Component({
  properties: {
    open: { type: Boolean, value: false },
    title: { type: String, value: '' },
    words: { type: String, value: '' },
    yes: { type: String, value: '' },
    no: { type: String, value: '先不' },
    busy: { type: Boolean, value: false },
    busyText: { type: String, value: '' },
  },
  methods: {
    confirm() {
      this.triggerEvent('confirm');
    },
    close() {
      if (!this.data.busy) this.triggerEvent('close');
    },
    changed(event: WechatMiniprogram.CustomEvent<{ visible: boolean }>) {
      if (!event.detail.visible) this.close();
    },
  },
});
