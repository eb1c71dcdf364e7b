/** How far a file that is being sent has come, in words and per cent; or why it did not get in, to be tapped once more. */
Component({
  properties: {
    text: { type: String, value: '' },
    /** 0…100. */
    percent: { type: Number, value: 0 },
    why: { type: String, value: '' },
  },
  methods: {
    again() {
      this.triggerEvent('again');
    },
  },
});
