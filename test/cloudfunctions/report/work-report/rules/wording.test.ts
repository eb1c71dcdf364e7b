import type { Template } from '../../../../../cloudfunctions/report/work-report/rules/template';
import { applyWording, toWording } from '../../../../../cloudfunctions/report/work-report/rules/wording';

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
