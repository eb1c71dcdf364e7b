export interface SlipLine {
  booking: string;
  /** 12月7日 星期一（还有14天）. */
  day: string;
  /** 上午 9:00. */
  time: string;
  number: string;
  place: string;
  /** For a family member: 给李大爷约的. */
  whom: string;
  tag: string;
  tone: 'waiting' | 'in-hand' | 'done' | 'plain';
}

/** One booking in a list. */
Component({
  properties: {
    slip: { type: Object, value: {} as SlipLine },
    /** Past ones are only shown. */
    still: { type: Boolean, value: false },
  },
  methods: {
    press() {
      if (!this.data.still) this.triggerEvent('press', { id: this.data.slip.booking });
    },
  },
});
