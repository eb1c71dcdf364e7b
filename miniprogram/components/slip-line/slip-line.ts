import type { SlipLine } from '../../contract/shapes';

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
