/** One matter of the inbox. */
Component({
  properties: {
    title: { type: String, value: '' },
    words: { type: String, value: '' },
    when: { type: String, value: '' },
    /** What was told of the same matter before. */
    before: { type: Array, value: [] as string[] },
    unread: { type: Boolean, value: false },
    /** There is a page to open. */
    opens: { type: Boolean, value: false },
  },
  methods: {
    press() {
      if (this.data.opens) this.triggerEvent('press');
    },
  },
});
