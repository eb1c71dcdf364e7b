import { listGaps } from '../../../../../cloudfunctions/registry/routing/rules/coverage';
import { smallDirectory } from '../../../request/rules/books';

const row = (village: string, category: string) => ({ village, category, group: 'g1', from: '2026-01-01' });
// Of the two villages, 甲村 has a fallback and 乙村 has none.
const gaps = (rows: Parameters<typeof smallDirectory>[0]) => listGaps(smallDirectory(rows, []), '2026-06-01');

it('names a village without any group once, not for each category', () => {
  expect(gaps([])).toEqual([{ village: 'v2' }]);
});

it('names the categories that are left where others are covered', () => {
  expect(gaps([row('v2', 'road')])).toEqual([{ village: 'v2', category: 'water' }]);
});

it('finds none where a row covers the whole township', () => {
  expect(gaps([row('*', '*')])).toEqual([]);
});

it('finds none before there are categories', () => {
  expect(listGaps({ ...smallDirectory([], []), categories: [] }, '2026-06-01')).toEqual([]);
});
