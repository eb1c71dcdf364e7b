import { baiheDirectory } from '../../../../local/townships/baihe/book';
import { listRows } from '../../../../cloudfunctions/registry/directory/rules/directory-rows';
import { fromValues, sayMissing, toValues } from '../../../../miniprogram/office/directory/form';
import { namesOf, sayRow } from '../../../../miniprogram/office/directory/say-row';
import type { DirectoryKind, DirectoryRow } from '../../../../miniprogram/contract/registry-office';
import { places as samplePlaces } from '../../../support/sample-answers';

const TODAY = '2026-11-23';
const directory = baiheDirectory(TODAY);
const rows = (kind: DirectoryKind) =>
  listRows(directory, kind).map(({ row }) => row as unknown as Record<string, unknown>);

test.each([
  'card',
  'home',
  'village',
  'constituency',
  'group',
  'term',
  'category',
  'unit',
  'route',
  'fallback',
  'calendar',
] as const)('a row of %s that nobody changes is sent as it stands', (kind) => {
  for (const row of rows(kind)) {
    const values = toValues(kind, row, TODAY);
    expect(sayMissing(kind, values)).toBe('');
    expect(fromValues(kind, values, row, TODAY)).toEqual(row);
  }
});

const person = rows('person')[4] ?? {};

test('what a person becomes from a day on ends what they were, the day before', () => {
  const values = { ...toValues('person', person, TODAY), group: 'g1', from: '2026-12-01' };
  const { memberships } = fromValues('person', values, person, TODAY);
  const [before] = person['memberships'] as object[];
  expect(memberships).toEqual([
    { ...before, to: '2026-11-30' },
    expect.objectContaining({ group: 'g1', from: '2026-12-01', term: 't18' }),
  ]);
});

test('an absence is written and taken back; one that is over stays', () => {
  const over = { from: '2026-01-01', to: '2026-01-05' };
  const before = { ...person, absent: [over] };
  const away = { ...toValues('person', before, TODAY), awayFrom: '2026-11-24' };
  expect(fromValues('person', away, before, TODAY)['absent']).toEqual([over, { from: '2026-11-24' }]);
  expect(fromValues('person', { ...away, awayFrom: '' }, before, TODAY)['absent']).toEqual([over]);
});

test('villager groups keep their ids by name, or by place where they were renamed', () => {
  const village = rows('village')[1] ?? {};
  const values = toValues('village', village, TODAY);
  const parts = (villagerGroups: string) =>
    fromValues('village', { ...values, villagerGroups }, village, TODAY)['villagerGroups'];
  expect(parts('一组、二组、三组、四组、五组')).toContainEqual({ id: '', name: '五组' });
  expect(parts('一组、东组、三组、四组')).toContainEqual({ id: 'v2s2', name: '东组' });
});

test('a date that is none, and what is missing, are said before anything is sent', () => {
  const route = { village: 'v1', category: '*', group: 'g1', from: '12月1日' };
  expect(sayMissing('route', route)).toContain('2026-12-01');
  expect(sayMissing('route', { ...route, group: '', from: TODAY })).toContain('归哪个小组');
});

test('people of a township may stay away; what is written of them is a number of up to seven digits', () => {
  const card = { ...toValues('card', rows('card')[0], TODAY), population: '', voters: '', countedOn: '' };
  expect(sayMissing('card', card)).toBe('');
  expect(fromValues('card', card, undefined, TODAY)).not.toHaveProperty('population');
  for (const population of ['3.2万', '31 000', '12345678'])
    expect(sayMissing('card', { ...card, population })).toContain('人口');
  const written = { ...card, population: '1234567' };
  expect(sayMissing('card', written)).toBe('');
  expect(fromValues('card', written, undefined, TODAY)).toMatchObject({ population: 1_234_567 });
});

test('a term and a day of the calendar are said as people say days', () => {
  const lineOf = (row: DirectoryRow) => sayRow(row, namesOf(samplePlaces, []), TODAY);
  const term = { name: '第十八届', from: '2026-09-01' };
  expect(lineOf({ kind: 'term', id: 't18', tag: '', row: term }).words).toBe('2026年9月1日至今');
  const ended = { ...term, to: '2031-08-31' };
  expect(lineOf({ kind: 'term', id: 't18', tag: '', row: ended }).words).toBe('2026年9月1日至2031年8月31日');
  const holiday = { workday: false, name: '国庆节' };
  expect(lineOf({ kind: 'calendar', id: '2026-10-01', tag: '', row: holiday }).title).toBe('2026年10月1日');
});
