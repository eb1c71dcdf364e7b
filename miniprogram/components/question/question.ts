/** One question of a form: closed it shows the answer and 改, open it shows what is in the slot. */
Component({
  properties: {
    title: { type: String, value: '' },
    /** Empty: not answered yet. */
    answer: { type: String, value: '' },
    detail: { type: String, value: '' },
    open: { type: Boolean, value: false },
    /** It may stay open: not set in bold while unanswered. */
    optional: { type: Boolean, value: false },
    /** The word that opens it. */
    change: { type: String, value: '改' },
  },
  methods: {
    toggle() {
      this.triggerEvent('toggle');
    },
  },
});
