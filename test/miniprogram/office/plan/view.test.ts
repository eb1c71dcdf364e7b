import {
  missingIn,
  newActivity,
  sayCount,
  toActivity,
  toLines,
  withProfession,
} from '../../../../miniprogram/office/plan/view';
import { activities } from '../../../support/sample-articles';

const TODAY = '2026-11-23';

test('what is done and not written about can be written with one tap', () => {
  expect(toLines(activities, TODAY).map(({ tag, toWrite }) => [tag, toWrite])).toEqual([
    ['文章在公众号草稿箱', false],
    ['还没有文章', true],
    ['还没办', false],
  ]);
});

test('counts what has no article yet', () => {
  expect(sayCount(toLines(activities, TODAY), activities)).toBe('办完 2 场，1 场还没有文章');
});

test('a profession brings its usual topic, and leaves one that was written', () => {
  const fresh = newActivity('b1', '2026-03-01');
  const chosen = withProfession(fresh, '教师');
  expect(chosen.title).toBe('法治课');
  expect(withProfession(chosen, '医生').title).toBe('健康讲座');
  expect(withProfession({ ...chosen, title: '防溺水' }, '医生').title).toBe('防溺水');
});

test('says what is still to be written down', () => {
  const fresh = newActivity('b1', '2026-03-01');
  expect(missingIn(fresh)).toBe('先写是哪个行业的');
  expect(missingIn({ ...fresh, profession: '教师', title: '法治课', place: '城关小学' })).toBe('');
});

test('sends what is the office’s, trimmed, and nothing that the server adds', () => {
  const [row] = activities;
  expect(row && toActivity({ ...row, place: ' 城关小学 ' })).toEqual({
    id: 'a1',
    profession: '教师',
    title: '法治课',
    speaker: '样样老师',
    date: '2026-03-12',
    place: '城关小学',
    state: 'done',
    people: 80,
  });
});
