/** A large way in: a word and what is behind it. */
Component({
  properties: {
    title: { type: String, value: '' },
    words: { type: String, value: '' },
    /** Something new is behind it. */
    lit: { type: Boolean, value: false },
  },
  methods: {
    press() {
      this.triggerEvent('press');
    },
  },
});
