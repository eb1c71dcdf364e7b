import { readAct, thankFor, toProgressScreen } from '../../../../miniprogram/more/progress/view';
import { card, request } from '../../../support/sample-answers';
import { answered, closed, longRequest, outOfScope, promised } from '../../../support/sample-requests';

const TODAY = '2026-11-23';
const labels = (view: Parameters<typeof toProgressScreen>[0]): string[] =>
  toProgressScreen(view, TODAY).acts.map(({ label }) => label);

test('on top stands who has it, then what happened, then what comes next and by when', () => {
  const screen = toProgressScreen(request, TODAY);
  expect(screen.sentence).toBe(card.sentence);
  expect(screen.steps.map(({ title, stage }) => [title, stage])).toEqual([
    ['11月22日　您反映了', 'done'],
    ['11月23日　李样样收到，来联系', 'done'],
    ['代表联系中', 'now'],
    ['问一问：解决了没有', 'next'],
  ]);
  expect(screen.steps[0]?.words).toBe('因为柳树城村·水利饮水 归第二代表小组');
  expect(screen.steps[2]?.words).toBe('11月26日前联系您');
});

test('the asker is not shown to themselves as somebody with a phone', () => {
  expect(toProgressScreen(request, TODAY)).toMatchObject({ asker: '', reason: '' });
});

test('a reply is read in plain words, with what it promises', () => {
  const [reply] = toProgressScreen(promised, TODAY).replies;
  expect(reply).toMatchObject({ className: '正在解决', head: '镇水利站　11月23日答复' });
  expect(reply?.promise).toContain('12月10日前办好');
});

test('first whether it is solved, satisfaction only when it is over; withdrawing is never the main button', () => {
  expect(toProgressScreen(answered, TODAY).ask).toBe('看了答复，事情解决了吗？');
  expect(labels(answered)).toEqual(expect.arrayContaining(['解决了', '没办好', '不同意结果']));
  expect(labels(answered)).not.toContain('满意');
  expect(labels(closed)).toEqual(['满意', '基本满意', '不满意', '不评价']);
  const quiet = toProgressScreen(answered, TODAY).acts.find(({ id }) => id === 'withdraw');
  expect(quiet).toMatchObject({ quiet: true, words: '撤回后不再办理，确定吗？' });
});

test('one press says how satisfied somebody is', () => {
  expect(readAct('rate:basic', {})).toEqual({ act: 'rate', satisfaction: 'basic' });
  expect(readAct('notSolved', { words: '没有人来' })).toEqual({ act: 'notSolved', words: '没有人来' });
  expect(thankFor({ act: 'solved' })).toBe('好的，这件事办结了。');
});

test('what is not the deputies’ leads to the right door', () => {
  expect(toProgressScreen(outOfScope, TODAY)).toMatchObject({ door: 'court', doorName: outOfScope.door });
});

test('paused, it says until when and why instead of a date', () => {
  const paused = { until: '2026-12-01', words: '等天晴' };
  const now = toProgressScreen({ ...request, paused }, TODAY).steps.find(({ stage }) => stage === 'now');
  expect(now?.words).toBe('暂停到12月1日：等天晴');
});

test('over, nothing is said to come', () => {
  expect(toProgressScreen(closed, TODAY).steps.every(({ stage }) => stage === 'done')).toBe(true);
});

test('others who say the same are told of, units’ inner affairs are not', () => {
  const { marks } = toProgressScreen({ ...longRequest, reader: 'asker' }, TODAY);
  expect(marks).toContain('还有 12 人反映同一件事');
  expect(marks.join()).not.toContain('主办');
});

test('while others work on it one may add something and urge; beside a question these are no answers', () => {
  const meanwhile = { acts: ['nudge', 'supplement', 'withdraw'] } as const;
  const loud = (view: Parameters<typeof toProgressScreen>[0]) =>
    toProgressScreen(view, TODAY)
      .acts.filter(({ quiet }) => !quiet)
      .map(({ id }) => id);
  expect(loud({ ...request, ...meanwhile })).toEqual(['nudge', 'supplement']);
  const acts = ['solved', 'notSolved', 'disagree', 'nudge', 'supplement', 'withdraw'] as const;
  expect(loud({ ...answered, acts })).toEqual(['solved', 'notSolved', 'disagree']);
  // While a promise runs nothing is asked, and whoever wants to say it all the same finds it among the links.
  expect(loud(promised)).toEqual(['nudge', 'supplement']);
  expect(toProgressScreen(promised, TODAY).ask).toBe('');
});

test('登记回执 says by when a written word is owed, and how it was given', () => {
  const by = '2026-12-08';
  expect(toProgressScreen({ ...request, word: { by } }, TODAY).receipt.word).toContain('12月8日前书面告诉您');
  const told = { on: '2026-11-25', way: 'app' } as const;
  expect(toProgressScreen({ ...request, word: { by, told } }, TODAY).receipt.word).toContain(
    '11月25日已书面告诉您',
  );
});

test('without a phone left the answer is read here', () => {
  const { asker, ...nobody } = request;
  expect(toProgressScreen({ ...nobody, mine: true }, TODAY).readHere).toBe(true);
  const named = { ...asker, phone: '13800000001' };
  expect(toProgressScreen({ ...nobody, mine: true, asker: named }, TODAY).readHere).toBe(false);
});
