/** Nothing here: a sentence and the next step, never a picture. */
Component({
  properties: {
    text: { type: String, value: '' },
    hint: { type: String, value: '' },
    action: { type: String, value: '' },
  },
  methods: {
    press() {
      this.triggerEvent('press');
    },
  },
});
