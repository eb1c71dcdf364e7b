/** Whatever the office does to its directory, in whatever order: every table goes out and comes back as it stands. */
import fc from 'fast-check';
import { applyEdits } from '../../../../../cloudfunctions/registry/directory/rules/edit-directory';
import type { Directory } from '../../../../../cloudfunctions/registry/directory/rules/directory';
import { listRows } from '../../../../../cloudfunctions/registry/directory/rules/directory-rows';
import { mergeVillages } from '../../../../../cloudfunctions/registry/directory/rules/merge-villages';
import { listBroken } from '../../../../../cloudfunctions/registry/directory/rules/references';
import { editsOf, planTable } from '../../../../../cloudfunctions/registry/imports/rules/directory-table';
import { readRows } from '../../../../../cloudfunctions/registry/imports/rules/table';
import { tableOf } from '../../../../../cloudfunctions/registry/imports/rules/tables/all-tables';
import { openPeople } from '../../../../../cloudfunctions/registry/store';
import { dayOfSerial } from '../../../../../cloudfunctions/report/imports/rules/serial';
import { baiheDirectory } from '../../../../../local/townships/baihe/book';
import { TABLE_IDS, type DirectoryTableId } from '../../../../../miniprogram/contract/imports';
import type { DirectoryKind, DirectoryRows } from '../../../../../miniprogram/contract/registry-office';

const TODAY = '2026-11-23';
const RUNS = process.env['PROOF'] === '1' ? 500 : 10;
const tagOf = (kind: string, id: string, row: unknown) => JSON.stringify([kind, id, row]);
const context = { today: TODAY, tagOf };
const sample = openPeople(baiheDirectory(TODAY));

type Act = (directory: Directory) => Directory | { ok: false; code: string };
type Named = Extract<DirectoryKind, 'home' | 'village' | 'group' | 'category' | 'unit' | 'constituency'>;

const NAMED = ['home', 'village', 'group', 'category', 'unit', 'constituency'] as const;

function apply<K extends DirectoryKind>(
  directory: Directory,
  kind: K,
  id: string,
  row: DirectoryRows[K] | null,
): ReturnType<Act> {
  const now = listRows(directory, kind).find((each) => each.id === id);
  const edited = applyEdits(
    directory,
    kind,
    [{ id, seen: now ? tagOf(kind, id, now.row) : '', row }],
    context,
  );
  return 'ok' in edited ? edited : edited.directory;
}

function pick<T>(rows: readonly T[], nth: number): T | undefined {
  return rows[nth % Math.max(1, rows.length)];
}

/** Names as people give them: of another row, spelled otherwise, with what tables read as something else. */
const name = fc.oneof(
  fc.constantFrom('新一', '新二', '新 一', '柳树城村', '柳 树 城村', '一组', '第一代表小组', '道路桥梁'),
  fc.constantFrom(
    '全镇',
    '全部',
    '—',
    '/',
    '例：村',
    '一组、二组',
    '甲/乙',
    '甲，乙',
    "'7号站",
    '#N/A',
    '#7栋',
    '=1+1',
    '甲〔v1〕',
  ),
);
const day = fc.constantFrom('2026-01-01', '2026-11-22', '2026-11-23', '2026-12-01', '2027-03-01');
const nth = fc.nat(60);

const acts: fc.Arbitrary<Act>[] = [
  // Another name, or one more of its like.
  fc
    .tuple(fc.constantFrom<Named>(...NAMED), nth, name, fc.boolean())
    .map(([kind, at, called, more]) => (directory) => {
      const found = pick(listRows(directory, kind), at);
      return found ? apply(directory, kind, more ? '' : found.id, { ...found.row, name: called }) : directory;
    }),
  // Gone.
  fc
    .tuple(fc.constantFrom<DirectoryKind>(...NAMED, 'route', 'fallback', 'person'), nth)
    .map(([kind, at]) => (directory) => {
      const found = pick(listRows(directory, kind), at);
      return found ? apply(directory, kind, found.id, null) : directory;
    }),
  // A village's groups: one more, one less, another name.
  fc
    .tuple(nth, nth, name, fc.constantFrom('add', 'drop', 'name'))
    .map(([at, part, called, what]) => (directory) => {
      const found = pick(listRows(directory, 'village'), at);
      if (!found) return directory;
      const groups = found.row.villagerGroups;
      const chosen = pick(groups, part);
      const villagerGroups =
        what === 'add'
          ? [...groups, { id: '', name: called }]
          : groups.flatMap((each) =>
              each !== chosen ? [each] : what === 'drop' ? [] : [{ ...each, name: called }],
            );
      return apply(directory, 'village', found.id, { ...found.row, villagerGroups });
    }),
  // A routing row ended, begun on another day, moved to another place or category, or for one villager group.
  fc
    .tuple(nth, nth, day, fc.constantFrom('end', 'begin', 'category', 'village', 'part', 'home'))
    .map(([at, other, date, what]) => (directory) => {
      const found = pick(listRows(directory, 'route'), at);
      if (!found) return directory;
      const village = directory.villages.find(({ id }) => id === found.row.village);
      const part = pick(village?.villagerGroups ?? [], other)?.id;
      const changed = {
        end: { to: date },
        begin: { from: date },
        category: { category: pick(directory.categories, other)?.id ?? '*' },
        village: { village: pick(directory.villages, other)?.id ?? '*' },
        part: part === undefined ? {} : { villagerGroup: part },
        home: { home: pick(directory.homes, other)?.id ?? '' },
      }[what];
      return apply(directory, 'route', found.id, { ...found.row, ...changed });
    }),
  // Two villages become one.
  fc.tuple(nth, nth).map(([one, other]) => (directory) => {
    const [from, into] = [pick(directory.villages, one)?.id ?? '', pick(directory.villages, other)?.id ?? ''];
    return mergeVillages(directory, { from, into, today: TODAY });
  }),
  // A table of some of the lines, read in.
  fc.tuple(fc.constantFrom(...TABLE_IDS), fc.nat(3)).map(([id, left]) => (directory) => {
    const [head = [], ...rows] = written(id, directory);
    const planned = plan(id, [head, ...rows.filter((_, at) => at % 4 !== left)], directory);
    if (planned.faults.length > 0) return directory;
    const edited = applyEdits(directory, tableOf(id).kind, editsOf(planned.lines), context);
    // What the plan lets through the editor takes.
    if ('ok' in edited) throw new Error(`planned and refused: ${edited.code}`);
    return edited.directory;
  }),
];

function written(id: DirectoryTableId, of: Directory): string[][] {
  const { spec, say, kind } = tableOf(id);
  const rows = listRows(of, kind).map(({ row }) => {
    const cells = say(of, row);
    return spec.columns.map(({ key }) => cells[key] ?? '');
  });
  return [spec.columns.map(({ head }) => head), ...rows];
}

function plan(id: DirectoryTableId, sheet: readonly (readonly string[])[], into: Directory) {
  const table = tableOf(id);
  const lines = sheet.map((cells, n) => ({
    line: n + 1,
    cells: Object.fromEntries(cells.map((text, at) => [at, { text }])),
  }));
  return planTable(table, into, readRows(table.spec, lines, dayOfSerial), context);
}

test('any acts of the office, in any order: what goes out comes back, and nothing names what is not there', () => {
  let done = 0;
  fc.assert(
    fc.property(fc.array(fc.oneof(...acts), { minLength: 1, maxLength: 12 }), (chosen) => {
      let directory = sample;
      for (const act of chosen) {
        const after = act(directory);
        if ('ok' in after) continue;
        done += 1;
        directory = after;
      }
      expect(listBroken(directory, TODAY)).toEqual([]);
      for (const id of TABLE_IDS) {
        const sheet = written(id, directory);
        if (sheet.length === 1) continue;
        expect([id, plan(id, sheet, directory)]).toEqual([
          id,
          { lines: [], same: sheet.length - 1, faults: [] },
        ]);
      }
    }),
    { numRuns: RUNS },
  );
  expect(done).toBeGreaterThan(RUNS);
});
