/** Grey lines in the shape of what is coming; rows of one card each. */
const LINE = { width: '100%' };
const SHAPES = {
  day: [{ width: '40%' }, { width: '70%', height: '96rpx' }, LINE, { width: '60%' }, { height: '96rpx' }],
  card: [{ width: '50%' }, LINE, { width: '70%' }],
  form: [{ width: '30%' }, { height: '88rpx' }],
};

Component({
  properties: {
    /** Which cards, in order: day, card, form. */
    cards: { type: Array, value: ['card', 'card', 'card'] },
  },
  data: { shapes: SHAPES },
});
