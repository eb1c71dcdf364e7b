/**
 * A button of ours: full width, wraps instead of cutting its words off, says while it works. Pressed while
 * disabled it tells `refuse`, so that the page can lead to what is missing.
 */
Component({
  properties: {
    text: { type: String, value: '' },
    /** Shown instead of the text while `busy`. */
    busyText: { type: String, value: '' },
    /** primary: the one main button of a page · outline: beside it · plain: words only. */
    tone: { type: String, value: 'primary' },
    disabled: { type: Boolean, value: false },
    busy: { type: Boolean, value: false },
  },
  methods: {
    press() {
      if (!this.data.busy) this.triggerEvent(this.data.disabled ? 'refuse' : 'press');
    },
  },
});
