import {
  isSaved,
  savedViews,
  sayFilter,
  toggleView,
  toPickers,
  turn,
} from '../../../../miniprogram/office/requests/filter';
import { places } from '../../../support/sample-answers';
import { installFakeWx } from '../../../support/fake-wx';

beforeEach(() => {
  installFakeWx().storage.set('v1.whereabouts', { township: 'bh' });
});

test('turned to the first, a picker takes its limit away', () => {
  const narrowed = turn({}, 'village', 2, places);
  expect(narrowed).toEqual({ village: 'v2' });
  expect(turn(narrowed, 'village', 0, places)).toEqual({});
});

test('what is over stands instead of a state, and goes when a state is chosen', () => {
  const states = toPickers({}, places)[0]?.names ?? [];
  const over = turn({ village: 'v2' }, 'state', states.length - 1, places);
  expect(over).toEqual({ village: 'v2', closed: true });
  expect(turn(over, 'category', 1, places)).toEqual({ village: 'v2', closed: true, category: 'road' });
  expect(turn(over, 'state', 1, places)).toEqual({ village: 'v2', state: 'submitted' });
});

test('in words', () => {
  expect(sayFilter({ village: 'v2', category: 'water' }, places)).toBe('柳树城村·水利饮水');
  expect(sayFilter({}, places)).toBe('所有在办的');
  expect(sayFilter({ closed: true }, undefined)).toBe('已经结束的');
});

test('a way to look is kept on this phone, and forgotten by the same press; the oldest makes room', () => {
  toggleView({ village: 'v2' });
  expect(isSaved({ village: 'v2' })).toBe(true);
  toggleView({ village: 'v2' });
  expect(savedViews()).toEqual([]);
  for (let n = 1; n <= 9; n += 1) toggleView({ village: `v${String(n)}` });
  expect(savedViews()).toHaveLength(8);
  expect(isSaved({ village: 'v1' })).toBe(false);
});
