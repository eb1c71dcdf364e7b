import type { RequestLine } from '../../contract/shapes';

/** One request in a list: for who asked it, and for who has it. */
Component({
  properties: {
    request: { type: Object, value: {} as RequestLine },
    busy: { type: Boolean, value: false },
    busyText: { type: String, value: '' },
  },
  methods: {
    press() {
      this.triggerEvent('press', { id: this.data.request.request });
    },
    act() {
      this.triggerEvent('act', { id: this.data.request.request });
    },
  },
});
