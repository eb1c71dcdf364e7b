/** How far the sending is, in words and per cent. */
Component({
  properties: {
    text: { type: String, value: '' },
    /** 0…100. */
    percent: { type: Number, value: 0 },
  },
});
