/** A yes-or-no in words; the whole row is pressed, and the state is also said as a word. */
Component({
  properties: {
    /** Comes back with the event; not `id`, which the platform takes for the node. */
    name: { type: String, value: '' },
    text: { type: String, value: '' },
    hint: { type: String, value: '' },
    on: { type: Boolean, value: false },
  },
  methods: {
    press() {
      this.triggerEvent('switch', { id: this.data.name, on: !this.data.on });
    },
  },
});
