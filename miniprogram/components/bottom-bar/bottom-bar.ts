/** The one main button of a page, always in reach; when it is off it says why. */
Component({
  properties: {
    text: { type: String, value: '' },
    busyText: { type: String, value: '' },
    tone: { type: String, value: 'primary' },
    /** Why it cannot be pressed yet; empty: it can. */
    reason: { type: String, value: '' },
    busy: { type: Boolean, value: false },
    /** On a tab page the tab bar already keeps clear of the phone's lower edge. */
    tab: { type: Boolean, value: false },
  },
  methods: {
    press() {
      this.triggerEvent('press');
    },
    /** Somebody pressed although something is missing. */
    refuse() {
      this.triggerEvent('missing');
    },
  },
});
