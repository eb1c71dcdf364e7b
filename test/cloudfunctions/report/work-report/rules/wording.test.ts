import type { Template } from '../../../../../cloudfunctions/report/work-report/rules/template';
import { templateOf } from '../../../../../cloudfunctions/report/work-report/rules/templates';
import type { TemplateSection } from '../../../../../miniprogram/contract/work-report';
import {
  applyWording,
  faultOf,
  toWording,
} from '../../../../../cloudfunctions/report/work-report/rules/wording';

const sentence = (id: string) => ({ id, clauses: [`${id}的话`] });
const section = (id: string, sentences: readonly string[]) => ({
  id,
  level: 1 as const,
  heading: id,
  sentences: sentences.map(sentence),
});
const templateWith = (sections: Template['sections']): Template => ({
  title: '工作情况',
  items: 'ordinal',
  sections,
});

test('a wording of an earlier version has what came later at the end, and nothing that is gone', () => {
  const earlier = templateWith([section('duty', ['received', 'gone']), section('old', ['some'])]);
  const own = toWording(earlier).map((each) => Object.assign({}, each, { heading: `本镇${each.heading}` }));
  const later = templateWith([section('duty', ['added', 'received']), section('new', ['more'])]);
  const { sections } = applyWording(later, own);
  expect(sections.map(({ heading }) => heading)).toEqual(['本镇duty', 'new']);
  expect(sections.map(({ sentences = [] }) => sentences.map(({ id }) => id))).toEqual([
    ['received', 'added'],
    ['more'],
  ]);
});

const product: Template = templateWith([
  {
    id: 'intro',
    level: 1,
    heading: '',
    sentences: [{ id: 'is', head: '全镇', clauses: ['{villages}个村'] }],
  },
  { id: 'work', level: 1, heading: '工作', prompt: '写一写。' },
  {
    id: 'visits',
    level: 3,
    heading: '走访',
    sentences: [sentence('a'), sentence('b')],
    offered: [sentence('c')],
  },
  { id: 'help', level: 3, heading: '帮办', sentences: [sentence('d')] },
]);
const own = (): TemplateSection[] => toWording(product);
const changed = (section: string, changes: Partial<TemplateSection>): TemplateSection[] =>
  own().map((each) => (each.section === section ? { ...each, ...changes } : each));
const worded = (clause: string, head = '') =>
  changed('help', { sentences: [{ sentence: 'd', head, clauses: ['帮办{done}件', clause] }] });

test('what may be worded is headings and sentences, not what is offered or asked', () => {
  expect(own()).toEqual([
    {
      section: 'intro',
      level: 1,
      heading: '',
      sentences: [{ sentence: 'is', head: '全镇', clauses: ['{villages}个村'] }],
    },
    { section: 'work', level: 1, heading: '工作', sentences: [] },
    {
      section: 'visits',
      level: 3,
      heading: '走访',
      sentences: [
        { sentence: 'a', head: '', clauses: ['a的话'] },
        { sentence: 'b', head: '', clauses: ['b的话'] },
      ],
    },
    {
      section: 'help',
      level: 3,
      heading: '帮办',
      sentences: [{ sentence: 'd', head: '', clauses: ['d的话'] }],
    },
  ]);
});

test.each(['work', 'presidium'] as const)(
  'the product’s own wording of %s has no fault and changes nothing',
  (kind) => {
    const template = templateOf(kind);
    expect(faultOf(template, toWording(template))).toBeUndefined();
    expect(applyWording(template, toWording(template))).toEqual(template);
  },
);

describe('a wording is wrong', () => {
  const sections = { fault: 'sections' };
  const [intro, work, visits, help] = own() as [
    TemplateSection,
    TemplateSection,
    TemplateSection,
    TemplateSection,
  ];

  test('where a section is missing, twice, or not the product’s', () => {
    expect(faultOf(product, [intro, work, visits])).toEqual(sections);
    expect(faultOf(product, [intro, work, visits, visits])).toEqual(sections);
    expect(faultOf(product, [...own(), { ...help, section: 'new' }])).toEqual(sections);
  });

  test('where a section stands in the place of another level: what is under it would go with the place', () => {
    expect(faultOf(product, [intro, visits, work, help])).toEqual(sections);
    expect(faultOf(product, [intro, { ...visits, level: 1 }, { ...work, level: 3 }, help])).toEqual(sections);
    expect(faultOf(product, [intro, work, help, visits])).toBeUndefined();
  });

  test('where the first part gets a heading, or another one loses it', () => {
    expect(faultOf(product, changed('intro', { heading: '前言' }))).toEqual(sections);
    expect(faultOf(product, changed('work', { heading: '' }))).toEqual(sections);
    expect(faultOf(product, changed('work', { heading: '做了什么' }))).toBeUndefined();
  });

  test('where a sentence is missing or another section’s; their order is the office’s', () => {
    const [a, b] = visits.sentences;
    if (!a || !b) throw new Error('no sentences');
    expect(faultOf(product, changed('visits', { sentences: [a] }))).toEqual(sections);
    expect(faultOf(product, changed('visits', { sentences: [a, { ...b, sentence: 'd' }] }))).toEqual(
      sections,
    );
    expect(faultOf(product, changed('visits', { sentences: [b, a] }))).toBeUndefined();
  });

  test.each(['{nobody}人', '{constructor}人', '{接待}人', '{received人', 'received}人', '{}'])(
    'where «%s» would be printed as it stands',
    (clause) => {
      expect(faultOf(product, worded(clause))).toEqual({ fault: 'slot', at: 'd' });
      expect(faultOf(product, worded('走访', clause))).toEqual({ fault: 'slot', at: 'd' });
      expect(faultOf(product, changed('help', { heading: clause }))).toEqual({ fault: 'slot', at: 'help' });
    },
  );

  test('where a heading names a figure: it is printed without it', () => {
    expect(faultOf(product, changed('help', { heading: '帮办{done}件' }))).toEqual({
      fault: 'slot',
      at: 'help',
    });
  });

  test('not where a sentence names any figure that there is', () => {
    expect(faultOf(product, worded('走访{visited}户', '{period}'))).toBeUndefined();
  });
});

test('keeps of a sentence its condition and what it says of nothing, and takes head and clauses', () => {
  const when = { slot: 'all', as: 'some', equal: true };
  const template = templateWith([
    {
      id: 'one',
      level: 1,
      heading: '一',
      sentences: [{ id: 'a', head: '原来', clauses: ['原话'], when, missing: '没有' }],
    },
    { id: 'two', level: 1, heading: '二' },
  ]);
  const say = (head: string): TemplateSection[] => [
    { section: 'two', level: 1, heading: '后', sentences: [] },
    { section: 'one', level: 1, heading: '先', sentences: [{ sentence: 'a', head, clauses: ['新话'] }] },
  ];
  expect(applyWording(template, say('现在')).sections).toEqual([
    { id: 'two', level: 1, heading: '后' },
    {
      id: 'one',
      level: 1,
      heading: '先',
      sentences: [{ id: 'a', head: '现在', clauses: ['新话'], when, missing: '没有' }],
    },
  ]);
  expect(applyWording(template, say('')).sections[1]?.sentences?.[0]).not.toHaveProperty('head');
});
