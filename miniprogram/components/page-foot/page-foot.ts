/** Who runs this app, its filing number, and where to complain: shown to everybody (国办函〔2026〕12号). */
Component({
  properties: {
    host: { type: String, value: '' },
    filing: { type: String, value: '' },
    complaints: { type: String, value: '' },
  },
  methods: {
    press() {
      this.triggerEvent('complain');
    },
  },
});
