import { toProgressScreen } from '../../../../miniprogram/pages/progress/view';
import { card, request } from '../../../support/sample-answers';

const TODAY = '2026-11-23';
const { text: _text, ...spoken } = request;

test('one sentence on top, then what happened, where it is, what comes', () => {
  const { sentence, tag, steps } = toProgressScreen(request, TODAY);
  expect([sentence, tag]).toEqual([card.sentence, '代表联系中']);
  expect(steps.map(({ title, stage }) => [title, stage])).toEqual([
    ['11月22日\u3000您反映了', 'done'],
    ['11月23日\u3000李样样代表：收到，我来联系', 'done'],
    ['代表联系您，了解情况', 'now'],
    ['您来说：解决了没有', 'next'],
  ]);
});

test('why it went there stands with the first step, the next date with the present one', () => {
  const { steps } = toProgressScreen(request, TODAY);
  expect(steps[0]?.words).toBe('因为柳树城村·水利饮水 归第二代表小组');
  expect(steps[2]?.words).toBe('11月26日前');
});

test('a step of last year names its year', () => {
  const at = Date.parse('2025-12-31T09:00:00+08:00');
  const first = { at, act: 'submit', state: 'submitted', by: '您' } as const;
  expect(toProgressScreen({ ...request, steps: [first] }, TODAY).steps[0]?.title).toBe(
    '2025年12月31日\u3000您反映了',
  );
});

test('words that are the title already are not said twice', () => {
  expect(toProgressScreen({ ...request, text: request.title }, TODAY).text).toBe('');
  expect(toProgressScreen(spoken, TODAY).text).toBe('');
});
