/** 收提醒: one tap asks WeChat for permission. Words say what came of it and how many messages may still come. */
Component({
  properties: {
    text: { type: String, value: '到时提醒我' },
    /** What a tap is good for, before it; how it came out, after. */
    words: { type: String, value: '' },
    /** Only WeChat's own page can change it. */
    settings: { type: Boolean, value: false },
    busy: { type: Boolean, value: false },
  },
  methods: {
    press() {
      this.triggerEvent('press');
    },
    open() {
      this.triggerEvent('settings');
    },
  },
});
