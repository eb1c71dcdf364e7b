import { ACTS } from '../../../miniprogram/contract/request-acts';
import type { RequestAct } from '../../../miniprogram/contract/request-life';
import { toPanelActs, toStep } from '../../../miniprogram/view/acts';
import { places } from '../../support/sample-answers';

const source = { places, category: 'water', group: 'g2', today: '2026-11-23' };
const fieldsOf = (act: RequestAct, more = {}) => toPanelActs([act], { ...source, ...more })[0]?.fields ?? [];

test('every act has a button, and every field something to fill it with', () => {
  for (const act of toPanelActs(Object.keys(ACTS) as RequestAct[], source)) {
    expect(act.label).not.toBe('');
    for (const field of act.fields) {
      if (field.kind === 'choice' || field.kind === 'choices') expect(field.choices).toBeDefined();
    }
  }
});

test('the unit that handles the category stands first, and says so', () => {
  expect(fieldsOf('assign')[0]?.choices?.[0]).toEqual({ id: 'u2', text: '镇水利站', hint: '管这一类' });
});

test('it is handed over within the group alone; the office may take any deputy, the group’s first', () => {
  expect(fieldsOf('handOver')[0]?.choices?.map(({ text }) => text)).toEqual(['李样样']);
  const all = fieldsOf('reassign').find(({ name }) => name === 'to')?.choices ?? [];
  expect(all.map(({ text }) => text)).toEqual(['李样样', '陈样样', '王样样']);
});

test('a day is asked of replies that promise something, and of no others', () => {
  expect(fieldsOf('reply').find(({ name }) => name === 'doneBy')).toMatchObject({
    optional: false,
    when: { field: 'class', is: ['B', 'C'] },
    from: '2026-11-24',
    to: '2028-11-22',
  });
});

test('nothing older to merge into is said', () => {
  expect(fieldsOf('merge')[0]).toMatchObject({ choices: [], hint: '没有找到更早的、相近的。' });
  const similar = [{ request: 'r9', number: '1101-AAAA', title: '水渠' }];
  expect(fieldsOf('merge', { similar })[0]?.choices).toEqual([{ id: 'r9', text: '水渠', hint: '1101-AAAA' }]);
});

test('what cannot be taken back is asked in words; what needs nothing is done at once', () => {
  expect(toPanelActs(['withdraw', 'take'], source).map(({ words }) => words)).toEqual([
    '撤回后不再办理，确定吗？',
    '',
  ]);
});

test('from what was filled in to the step: no unit marked is an empty list, yes is true', () => {
  expect(toStep('assign', { lead: 'u2' }, true)).toEqual({ act: 'assign', lead: 'u2', assist: [] });
  expect(toStep('callBack', { solved: 'no', words: '没有' }, true)).toEqual({
    act: 'callBack',
    solved: false,
    words: '没有',
  });
});

test('the office enters replies from paper, a unit its own', () => {
  const values = { class: 'A', words: '修好了' };
  expect(toStep('reply', values, true)).toEqual({ act: 'reply', ...values, paper: true });
  expect(toStep('reply', values, false)).toEqual({ act: 'reply', ...values });
});
