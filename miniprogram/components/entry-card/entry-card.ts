/** A large way in: a word and what is behind it. */
Component({
  properties: {
    title: { type: String, value: '' },
    words: { type: String, value: '' },
  },
  methods: {
    press() {
      this.triggerEvent('press');
    },
  },
});
