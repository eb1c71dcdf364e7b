/** What the platform's answers mean: what is not safe is said to be so, and what to do. */
import type { PlatformAnswers } from '../../../cloudfunctions/shared/ask-platform';
import { judgeAnswers, type Form } from '../../../cloudfunctions/shared/judge-answers';

const good: PlatformAnswers = {
  returns: 'after',
  counts: 'matches',
  duplicate: 'code',
  rows: 'twenty',
  limit: 'kept',
  single: 'one',
  condition: 'held',
};
const judge = (more: Partial<PlatformAnswers> = {}, form: Form = 'at-once') =>
  judgeAnswers({ ...good, ...more }, form);

it('a platform that answers as it should is safe in every point', () => {
  expect(judge()).toEqual([
    {
      question: '事务以外的 updateAndReturn',
      answer: '能用，返回改过以后的内容',
      means: '现在用的是「改并返回」一次完成',
      safe: true,
    },
    {
      question: 'updated 数的是什么',
      answer: '数符合条件的',
      means: '两种都行：每次写都改版本号，一定有变化',
      safe: true,
    },
    {
      question: '编号重复时怎么说',
      answer: '用 DATABASE_DUPLICATE_WRITE 说',
      means: '认得，第二份不会写进去',
      safe: true,
    },
    {
      question: '汇总不写上限时给几行',
      answer: '20 行；写了上限按上限给',
      means: '都行：每次汇总都写上限',
      safe: true,
    },
    { question: '只许改一条时改了几条', answer: '只改一条', means: '对', safe: true },
    { question: '条件不成立时改不改', answer: '不改', means: '对', safe: true },
  ]);
});

// To read first and then to write is safe whatever a change returns; to do both at once only where it returns what it made.
it.each<[PlatformAnswers['returns'], Form, boolean, string]>([
  ['after', 'at-once', true, '一次完成'],
  ['after', 'read-then-write', true, '；可以去掉这个变量'],
  ['before', 'at-once', false, '，不对：要把每个函数的 CHANGE_AND_READ 设成 read-then-write'],
  ['before', 'read-then-write', true, 'CHANGE_AND_READ=read-then-write）'],
  ['refused', 'at-once', false, '不对'],
  ['refused', 'read-then-write', true, '先读再改'],
])('a change that returns %s, %s: %s', (returns, form, safe, words) => {
  const [line] = judge({ returns }, form);
  expect(line?.safe).toBe(safe);
  expect(line?.means).toContain(words);
  expect(line?.means.includes('可以去掉')).toBe(returns === 'after' && form === 'read-then-write');
});

it.each<[number, Partial<PlatformAnswers>, boolean, string]>([
  [1, { counts: 'changes' }, true, '只数真变了的'],
  [1, { counts: 'other' }, false, '数不清'],
  [2, { duplicate: 'text' }, true, 'E11000'],
  [2, { duplicate: 'other' }, false, '认不出'],
  [2, { duplicate: 'none' }, false, '写进了两次'],
  [3, { rows: 'all' }, true, '全部；写了上限按上限给'],
  [3, { rows: 'other', limit: 'ignored' } as never, false, '别的行数；写了上限仍然给不全'],
  [4, { single: 'several' }, false, '改了好几条'],
  [4, { single: 'none' }, false, '一条没改'],
  [5, { condition: 'ignored' } as never, false, '照样改了'],
])('point %i with %j: %s', (at, more, safe, answer) => {
  const line = judge(more)[at];
  expect([line?.safe, line?.means.includes('不能上线')]).toEqual([safe, !safe]);
  expect(line?.answer).toContain(answer);
});
