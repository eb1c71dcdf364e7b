import type { Opinion } from '../../../miniprogram/contract/duty';
import { toOpinionLine } from '../../../miniprogram/office/view/opinion-lines';

const opinion = (changes: Partial<Opinion>): Opinion => ({
  opinion: 'o1',
  site: '村道',
  words: '入冬前完工',
  unit: 'u1',
  due: '2026-11-20',
  state: 'accepted',
  acts: ['answer'],
  ...changes,
});
const line = (changes: Partial<Opinion>) =>
  toOpinionLine(opinion(changes), { activity: 'a1', about: '镇村建办' }, '2026-11-23');

test('past its date it is late, with the days; on its date it is not', () => {
  expect(line({})).toMatchObject({ tag: '办理中 · 超3天', tone: 'late' });
  expect(line({ due: '2026-11-23' })).toMatchObject({ tag: '办理中', tone: 'in-hand' });
});

test('answered, it waits for the office; its unit has nothing late with it', () => {
  expect(line({ state: 'answered', acts: ['follow', 'redo'] }).tone).toBe('late');
  expect(line({ state: 'answered', acts: [] })).toMatchObject({ tag: '已答复', tone: 'done', notes: [] });
});

test('a step that needs words asks for them', () => {
  const { acts } = line({ acts: ['accept', 'return'] });
  expect(acts.map(({ label, asks }) => [label, asks !== ''])).toEqual([
    ['签收', false],
    ['不归我们，退回', true],
  ]);
});
