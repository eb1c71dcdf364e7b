import type { LeavingRow } from '../../../miniprogram/contract/congress/term';
import { hangsOn, withLeft } from '../../../miniprogram/office/view/leaving';

const row: LeavingRow = {
  person: 'p5',
  name: '样样',
  requests: 3,
  suggestions: 1,
  visits: 2,
  ties: 1,
  seats: 0,
  leader: false,
};

test('what was handed on here is not shown as it was counted before, and no more of it than the server says', () => {
  const other = { ...row, person: 'p6' };
  const [first, second] = withLeft([row, other], { 'p5.requests': 0, 'p5.visits': 5 });
  expect(first).toEqual({ ...row, requests: 0 });
  expect(second).toEqual(other);
  expect(hangsOn(row)).toBe(7);
});
