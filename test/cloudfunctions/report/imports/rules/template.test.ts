import { toTemplate } from '../../../../../cloudfunctions/report/imports/rules/template';
import type { Column, Offer } from '../../../../../cloudfunctions/registry/imports/rules/table';
import { smallDirectory } from '../../../request/rules/books';

const small = smallDirectory([], []);
const directory = { ...small, units: [{ id: 'u1', name: '交通办', categories: [] }] };
const column = (key: string, more: Partial<Column> = {}): Column => ({
  key,
  head: key,
  kind: 'text',
  hint: '',
  example: '',
  ...more,
});
const make = (columns: readonly Column[], rows: readonly Readonly<Record<string, string>>[] = []) =>
  toTemplate({ title: '表', most: 9, columns }, rows, directory);

it('has the heads, and each line’s cells under theirs, empty where nothing stands', () => {
  const { head, rows } = make([column('姓名'), column('电话')], [{ 电话: '1' }, { 姓名: '王磊', 别的: '2' }]);
  expect(head).toEqual(['姓名', '电话']);
  expect(rows).toEqual([
    ['', '1'],
    ['王磊', ''],
  ]);
});

it.each<[Offer, readonly string[]]>([
  ['homes', ['h1', 'h2']],
  ['villages', ['甲村', '乙村']],
  ['groups', ['第一小组', '第二小组']],
  ['categories', ['道路', '水利']],
  ['constituencies', ['c1', 'c2', 'd1']],
  ['terms', ['第一届']],
  ['units', ['交通办']],
])('offers the township’s %s', (offers, values) => {
  expect(make([column('别的'), column('选', { offers })]).choices).toEqual([{ column: 1, values }]);
});

it('offers what is chosen from and «是», and nothing where one writes', () => {
  const columns = [
    column('写'),
    column('级别', { kind: 'choice', choices: ['镇', '区'], offers: 'homes' }),
    column('组长', { kind: 'yes', choices: ['对'] }),
  ];
  expect(make(columns).choices).toEqual([
    { column: 1, values: ['镇', '区'] },
    { column: 2, values: ['是'] },
  ]);
});

it.each<[Column['kind'], string]>([
  ['text', '文字'],
  ['day', '日期，如 2026-12-01'],
  ['yes', '“是”或空着'],
  ['choice', '几样里选一样'],
  ['count', '整数'],
  ['phone', '电话号码'],
  ['names', '几个名称，用顿号隔开'],
])('says on its second sheet that %s is written as %s', (kind, how) => {
  const { explained } = make([
    column('列', { kind, hint: '说明', example: '例子', needed: true }),
    column('二'),
  ]);
  expect(explained).toEqual([
    ['列', '', '怎么写', '说明', '例子'],
    ['列', '必填', how, '说明', '例子'],
    ['二', '', '文字', '', ''],
  ]);
});

it.each<[string, Partial<Column>, number]>([
  ['several names have room', { kind: 'names' }, 36],
  ['«是» needs little', { kind: 'yes', head: '代表资格审查委员会成员' }, 10],
  ['words have their usual room', {}, 20],
  ['as much as they may be long', { most: 12 }, 12],
  ['thirty letters at most', { most: 500 }, 30],
  ['the head stands whole', { head: '这一列的名字很长很长', most: 4 }, 22],
])('%s', (_why, more, wide) => {
  expect(make([column('一', more)]).widths).toEqual([wide]);
});
