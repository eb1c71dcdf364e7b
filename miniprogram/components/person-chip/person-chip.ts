/** One person: first character of the name, name, what they are. */
Component({
  properties: {
    name: { type: String, value: '' },
    label: { type: String, value: '' },
    /** When they sit, when it is not the whole day. */
    extra: { type: String, value: '' },
  },
});
