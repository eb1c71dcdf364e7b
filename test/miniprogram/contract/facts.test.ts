/** Rows are found by name, and a measure, a heading and a kind share one list of names. */
import { KINDS } from '../../../miniprogram/contract/activity-kinds';
import { HEADINGS, MEASURES } from '../../../miniprogram/contract/facts';

test('no measure is named as a heading: it would count all that stands under it', () => {
  expect(Object.keys(MEASURES).filter((name) => name in HEADINGS)).toEqual([]);
});

test('a measure that is named as a kind counts that kind alone', () => {
  const shared = Object.entries(MEASURES).filter(([name]) => name in KINDS);
  for (const [name, { kinds }] of shared) expect(kinds).toEqual([name]);
});
