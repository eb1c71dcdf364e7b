import type { TemplateSection } from '../../../../miniprogram/contract/work-report';
import {
  check,
  fromForm,
  isSound,
  moveUp,
  raise,
  toForm,
  toLines,
  unknownIn,
} from '../../../../miniprogram/office/report-template/view';

const slots = [
  { slot: 'received', label: '代表接待选民' },
  { slot: 'visited', label: '走访选民' },
];
const section: TemplateSection = {
  section: 'reception',
  level: 3,
  heading: '代表定期走访接待选民。',
  sentences: [
    { sentence: 'a', head: '共', clauses: ['接待选民{received}人', '走访选民{visited}户'] },
    { sentence: 'b', head: '', clauses: ['每月都来'] },
  ],
};

test('a figure is read by its name and goes back as it came', () => {
  const form = toForm(section, slots);
  expect(form.sentences[0]?.clauses).toBe('接待选民【代表接待选民】人\n走访选民【走访选民】户');
  expect(fromForm(section, form, slots)).toEqual(section);
});

test('a name that is no figure is told before it is sent', () => {
  for (const text of ['共【多少】人', '共【走访选民人', '共{received人', '共】人'])
    expect({ text, unknown: unknownIn(text, slots) !== '' }).toEqual({ text, unknown: true });
  const form = toForm(section, slots);
  const [first] = form.sentences;
  const wrong = { ...form, sentences: first ? [{ ...first, clauses: '共【多少】人' }] : [] };
  expect(isSound(check(wrong, slots))).toBe(false);
  expect(isSound(check(form, slots))).toBe(true);
});

test('what the server would not take is told where it stands', () => {
  const form = toForm(section, slots);
  const [first] = form.sentences;
  const faultOf = (clauses: string) =>
    check({ ...form, sentences: first ? [{ ...first, clauses }] : [] }, slots).sentences[0]?.error;
  expect(check({ ...form, heading: ' ' }, slots).error).toContain('标题');
  expect(isSound(check({ ...form, heading: ' ' }, slots))).toBe(false);
  expect(faultOf('\n \n')).toContain('至少');
  expect(faultOf('句\n'.repeat(13))).toContain('最多写 12 行');
  expect(faultOf('字'.repeat(201))).toContain('最多 200 个字');
  expect(faultOf(`${'字'.repeat(188)}【代表接待选民】人`)).toBe('');
});

test('an item changes places with the one before it under the same heading, and with no other', () => {
  const of = (id: string, level: 1 | 2 | 3): TemplateSection => ({
    section: id,
    level,
    heading: id,
    sentences: [],
  });
  const sections = [of('one', 1), of('a', 3), of('b', 3), of('two', 1), of('c', 3)];
  expect(toLines(sections).map(({ up }) => up)).toEqual([false, false, true, false, false]);
  expect(moveUp(sections, 'b').map((one) => one.section)).toEqual(['one', 'b', 'a', 'two', 'c']);
  expect(moveUp(sections, 'c')).toEqual(sections);
});

test('a sentence is said before the one that stood above it', () => {
  expect(raise(toForm(section, slots), 'b').sentences.map(({ sentence, up }) => [sentence, up])).toEqual([
    ['b', false],
    ['a', true],
  ]);
});
