/** A sentence about what just happened, with 再试 where that may help. */
Component({
  properties: {
    /** late: it went wrong · waiting: to be known · done: it went well. */
    tone: { type: String, value: 'late' },
    text: { type: String, value: '' },
    action: { type: String, value: '' },
    busy: { type: Boolean, value: false },
  },
  methods: {
    press() {
      this.triggerEvent('press');
    },
  },
});
