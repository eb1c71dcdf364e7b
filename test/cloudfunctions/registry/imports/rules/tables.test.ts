/** What a table says and what it would change; every table that goes out comes back as it stands. */
import fc from 'fast-check';
import { openPeople } from '../../../../../cloudfunctions/registry/store';
import type { Cell } from '../../../../../cloudfunctions/registry/imports/rules/sheet';
import { tableOf } from '../../../../../cloudfunctions/registry/imports/rules/tables/all-tables';
import { listRows } from '../../../../../cloudfunctions/registry/directory/rules/directory-rows';
import { mergeVillages } from '../../../../../cloudfunctions/registry/directory/rules/merge-villages';
import { applyEdits } from '../../../../../cloudfunctions/registry/directory/rules/edit-directory';
import { baiheDirectory } from '../../../../../local/townships/baihe/book';
import { TABLE_IDS, type DirectoryTableId } from '../../../../../miniprogram/contract/imports';
import { PROOF } from '../../../../support/fair-share';
import { context, planSheet, tagOf, TODAY } from './scene';

/** As the import reads it: with the deputies' profiles opened. */
const directory = openPeople(baiheDirectory(TODAY));

function plan(id: DirectoryTableId, rows: readonly (readonly (string | Cell)[])[], into = directory) {
  return planSheet(id, rows, into);
}

function written(id: DirectoryTableId, of = directory): string[][] {
  const { spec, say, kind } = tableOf(id);
  const rows = listRows(of, kind).map(({ row }) => {
    const cells = say(of, row);
    return spec.columns.map(({ key }) => cells[key] ?? '');
  });
  return [spec.columns.map(({ head }) => head), ...rows];
}

test.each(TABLE_IDS)('%s: what goes out comes back and changes nothing', (id) => {
  const sheet = written(id);
  expect(sheet.length).toBeGreaterThan(1);
  expect(plan(id, sheet)).toEqual({ lines: [], same: sheet.length - 1, faults: [] });
});

test.each(TABLE_IDS)('%s: any change that is planned and applied is then the table', (id) => {
  const table = tableOf(id);
  const [head = [], ...rows] = written(id);
  fc.assert(
    fc.property(fc.subarray(rows), fc.boolean(), (some, backwards) => {
      const sheet = [head, ...(backwards ? [...some].reverse() : some)];
      const planned = plan(id, sheet);
      if (planned.faults.length > 0) return;
      const edits = planned.lines.map(({ body: { id: row, seen, row: to } }) => ({ id: row, seen, row: to }));
      const edited = applyEdits(directory, table.kind, edits, context);
      if ('ok' in edited) throw new Error(JSON.stringify(edited));
      expect(plan(id, sheet, edited.directory)).toMatchObject({ lines: [], faults: [] });
    }),
    { numRuns: PROOF ? 20 : 5 },
  );
});

const merging = fc
  .uniqueArray(fc.constantFrom(...directory.villages.map(({ id }) => id)), { minLength: 2, maxLength: 5 })
  .map(([into = '', ...joins]) => joins.map((from) => ({ from, into, today: TODAY })));

test('villages joined in any way: every table still goes out and comes back, and every row can be edited', () => {
  fc.assert(
    fc.property(merging, (mergers) => {
      let after = directory;
      for (const merger of mergers) {
        const merged = mergeVillages(after, merger);
        if ('ok' in merged) throw new Error(merged.code);
        after = merged;
      }
      for (const id of TABLE_IDS) {
        const sheet = written(id, after);
        expect([id, plan(id, sheet, after)]).toEqual([id, { lines: [], same: sheet.length - 1, faults: [] }]);
      }
      for (const { id, row } of listRows(after, 'route')) {
        const edited = applyEdits(after, 'route', [{ id, seen: tagOf('route', id, row), row }], context);
        expect([id, 'ok' in edited ? edited.code : '']).toEqual([id, '']);
      }
    }),
    { numRuns: PROOF ? 15 : 5 },
  );
});

test('heads and cells as offices write them are folded, not refused', () => {
  const rows = [
    ['白鹤镇村居一览表'],
    ['序号', '　村（社区）*', '代表之家', '村民 小组', '备注'],
    ['1', ' 新\u200b柳\u00a0树村 ', directory.homes[0]?.name ?? '', '一组\n二组；三组', '合并'],
    ['2'],
    ['3', '例：柳树村', '', '', ''],
  ];
  const { lines, faults } = plan('village', rows);
  expect(faults).toEqual([]);
  expect(lines.map(({ mark, title }) => [mark, title])).toEqual([['new', '新柳 树村']]);
  expect(lines[0]?.body.row).toMatchObject({
    villagerGroups: [{ name: '一组' }, { name: '二组' }, { name: '三组' }],
  });
});

test('a head of two lines, merged or not, and one that comes again on each page', () => {
  const [head = [], first = [], second = []] = written('person');
  const from = head.indexOf('从哪天起');
  const upper = head.map((text, at) => (at === from ? '任职' : at === from + 1 ? '' : text));
  const merged = head.map((text, at) => (at === 0 || at >= from ? text : ''));
  const lower = head.map((text, at) => (at === from || at === from + 1 ? text : ''));
  const same = { lines: [], same: 2, faults: [] };
  expect(plan('person', [upper, merged, first, second])).toEqual(same);
  expect(plan('person', [upper, lower, first, second])).toEqual(same);
  expect(plan('person', [head, first, head, second])).toEqual(same);
});

test('cells as people strike them out, keep them as typed, group and tick them', () => {
  const [head = [], first = []] = written('route');
  const set = (name: string, text: string) =>
    first.map((cell, at) => (at === head.indexOf(name) ? text : cell));
  expect(plan('route', [head, set('到哪天为止', '——')])).toMatchObject({ same: 1, faults: [] });
  expect(plan('route', [head, set('村民小组', '/')])).toMatchObject({ same: 1, faults: [] });
  expect(plan('route', [head, set('到哪天为止', '无期')]).faults).toMatchObject([{ why: 'date' }]);
  const unit = [
    ['单位', '电话'],
    ["'=水利站", "'0571-88881234转8"],
    ['＋1站', '(0571) 8888 1234'],
    ['=HYPERLINK', ''],
  ];
  expect(plan('unit', unit).faults).toEqual([]);
  // A name that a list of names would take for two.
  expect(plan('unit', [['单位'], ['=HYPERLINK("a","站")']]).faults).toMatchObject([{ line: 2, why: 'name' }]);
  const people = [
    ['姓名', '接访人', '排序'],
    ['甲甲甲', 'TRUE', '1,234'],
    ['乙乙乙', '√', '１２.0'],
    ['丙丙丙', '☑', '7'],
    ['丁丁丁', '也许', '一'],
  ];
  expect(plan('person', people).faults.map(({ line, why }) => [line, why])).toEqual(
    expect.arrayContaining([
      [5, 'choice'],
      [5, 'count'],
    ]),
  );
});

test('a number of a workbook that counts from 1904 is the day that it shows', () => {
  const [head = [], first = []] = written('route');
  const at = head.indexOf('从哪天起');
  const cells = first.map((text, n): string | Cell => (n === at ? { text: '44895', from1904: true } : text));
  expect(plan('route', [head, cells])).toMatchObject({ faults: [] });
  const rows = plan('route', [head, cells]).lines.map(({ body }) => body.row);
  expect(rows).toContainEqual(expect.objectContaining({ from: '2026-12-01' }));
});

test('a cell that the spreadsheet could not compute is a fault, in an optional column too', () => {
  const [head = [], first = []] = written('route');
  const to = head.indexOf('到哪天为止');
  const group = head.indexOf('村民小组');
  const broken = first.map((text, at): string | Cell => {
    if (at === to) return { text: '#REF!', fault: 'error' };
    return at === group ? { text: '', fault: 'no-value' } : text;
  });
  expect(plan('route', [head, broken]).faults).toEqual([
    { line: 2, column: '村民小组', why: 'no-value', text: '' },
    { line: 2, column: '到哪天为止', why: 'error', text: '#REF!' },
  ]);
});

test('a line twice, a name that is not there, a missing cell: each with line and column', () => {
  const home = directory.homes[0]?.name ?? '';
  const rows = [
    ['小组名称', '代表之家'],
    ['新组', home],
    ['新 组', home],
    ['另一组', '没有的家'],
    ['', home],
  ];
  expect(plan('group', rows).faults).toEqual([
    { line: 3, column: '代表小组', why: 'doubled', text: '2' },
    { line: 4, column: '代表之家', why: 'unknown', text: '没有的家' },
    { line: 5, column: '代表小组', why: 'needed', text: '' },
  ]);
});

test('without its head the table is not guessed at', () => {
  expect(plan('person', [['王磊', '镇代表']]).faults).toMatchObject([{ line: 1, why: 'head' }]);
});

test('a person of a later day ends what was before; of an earlier day is a fault', () => {
  const [head = []] = written('person');
  const person = directory.people[0];
  const cells = written('person').find(([name]) => name === person?.name) ?? [];
  const at = head.indexOf('从哪天起');
  const later = cells.map((text, n) => (n === at ? '2027年1月1日' : text));
  const [line] = plan('person', [head, later]).lines;
  const row = line?.body.row as unknown as { memberships: { from: string; to?: string }[] };
  expect(row.memberships.slice(-2)).toMatchObject([{ to: '2026-12-31' }, { from: '2027-01-01' }]);
  const earlier = cells.map((text, n) => (n === at ? '2001-01-01' : text));
  expect(plan('person', [head, earlier]).faults).toMatchObject([
    { line: 2, column: '从哪天起', why: 'span' },
  ]);
});

test('any cells are rows or faults, never an error', () => {
  const cell = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('是', '全镇', '46357', '#N/A', ''));
  const rows = fc.array(fc.array(cell, { maxLength: 14 }), { maxLength: 30 });
  fc.assert(
    fc.property(fc.constantFrom(...TABLE_IDS), rows, (id, some) => {
      const heads = tableOf(id).spec.columns.map(({ head }) => head);
      const { faults, lines, same } = plan(id, [heads, ...some]);
      expect(faults.length + lines.length + same).toBeGreaterThanOrEqual(0);
    }),
    { numRuns: PROOF ? 10_000 : 100 },
  );
});
