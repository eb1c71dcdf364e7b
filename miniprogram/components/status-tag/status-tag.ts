/** A state as word, shape and colour at once; without colour it still says the same. */
Component({
  properties: {
    /** waiting ○ · in-hand ● · done ✓ · late ▲ · plain, no shape. */
    tone: { type: String, value: 'waiting' },
    text: { type: String, value: '' },
  },
});
