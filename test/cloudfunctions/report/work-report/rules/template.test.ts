import {
  sentencesOf,
  slotsIn,
  slotsOf,
  splitText,
  type Template,
} from '../../../../../cloudfunctions/report/work-report/rules/template';

it('finds the names in braces, in their order, and no other braces', () => {
  expect(slotsIn('接待{received}人，走访{visited}户')).toEqual(['received', 'visited']);
  expect(slotsIn('接待{}人{a b}{接待}')).toEqual([]);
});

it.each([
  ['接待{received}人', ['接待', { slot: 'received' }, '人']],
  ['{received}人', [{ slot: 'received' }, '人']],
  ['接待{received}', ['接待', { slot: 'received' }]],
  ['{a}{b}', [{ slot: 'a' }, { slot: 'b' }]],
  ['没有数字', ['没有数字']],
  ['', []],
])('%s falls into its parts', (text, parts) => {
  expect(splitText(text)).toEqual(parts);
});

const template: Template = {
  title: '{township}汇报',
  items: 'ordinal',
  sections: [
    {
      id: 'one',
      level: 1,
      heading: '一',
      lacking: { slots: ['voters', 'homes'], prompt: '' },
      sentences: [
        {
          id: 'a',
          head: '{period}',
          clauses: ['{homes}个', '{period}'],
          when: { slot: 'all', as: 'some', equal: true },
        },
      ],
      offered: [{ id: 'b', clauses: ['{late}件'] }],
    },
    { id: 'two', level: 1, heading: '二' },
  ],
};

it('asks each figure once: of the title, of heads, clauses and conditions, and what is lacking', () => {
  expect(slotsOf(template)).toEqual(['township', 'period', 'homes', 'all', 'some', 'late', 'voters']);
});

it('has sentences that are printed and those that are offered', () => {
  expect(sentencesOf(template).map(({ id }) => id)).toEqual(['a', 'b']);
});
