import type { MatterLine } from '../../contract/shapes';

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
