export interface MatterLine {
  request: string;
  title: string;
  /** 柳树村 · 道路. */
  about: string;
  sentence: string;
  tag: string;
  tone: 'waiting' | 'in-hand' | 'done' | 'late';
  /** 12月3日前, 已过2天; empty: no date. */
  due: string;
  /** The one act that can be done from the list; empty: only opening. */
  act: string;
}

/** One matter in a list: for who asked it, and for who has it. */
Component({
  properties: {
    matter: { type: Object, value: {} as MatterLine },
    busy: { type: Boolean, value: false },
    busyText: { type: String, value: '' },
  },
  methods: {
    press() {
      this.triggerEvent('press', { id: this.data.matter.request });
    },
    act() {
      this.triggerEvent('act', { id: this.data.matter.request });
    },
  },
});
