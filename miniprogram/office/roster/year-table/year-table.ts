/** Says which day (`day`) or which seat of it (`seat`: date, seat, name, person) was pressed. */
Component({
  properties: {
    matrix: { type: Object, value: { homes: [], rows: [] } },
    /** The day beside it. */
    chosen: { type: String, value: '' },
    seat: { type: String, value: '' },
    editor: { type: Boolean, value: false },
  },
  methods: {
    openDay(event: WechatMiniprogram.BaseEvent) {
      this.triggerEvent('day', event.currentTarget.dataset);
    },
    openSeat(event: WechatMiniprogram.BaseEvent) {
      const { past } = event.currentTarget.dataset as { past?: boolean };
      this.triggerEvent(this.data.editor && past !== true ? 'seat' : 'day', event.currentTarget.dataset);
    },
  },
});
