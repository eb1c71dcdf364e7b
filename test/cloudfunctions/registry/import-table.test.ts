/** A table from the phone to the directory: uploaded, looked at, committed in slices, gone on with, taken back. */
import type { ImportSummary } from '../../../miniprogram/contract/imports';
import type { PrintedFile } from '../../../miniprogram/contract/report';
import { writeTemplate } from '../../../cloudfunctions/report/imports/write-template';
import { folderOf, upload } from '../request/requests';
import { ADMIN, CHIEF, newKey, openRegistry, reason, STAFF, type Registry } from './support/office';

jest.setTimeout(60_000);

let office: Registry;
beforeAll(async () => {
  office = await openRegistry();
});
beforeEach(() => office.reset());
afterAll(() => office.close());

async function fileOf(
  rows: readonly (readonly string[])[],
  head: readonly string[],
  by = STAFF,
): Promise<string> {
  const bytes = await writeTemplate({
    head,
    rows,
    widths: head.map(() => 9),
    choices: [],
    explained: [['列']],
  });
  const folder = await folderOf(office, by);
  return upload(office, by, `${folder}/import-${newKey()}/table.xlsx`, bytes);
}

const ask = (action: string, input: object, by = STAFF, key = newKey()) =>
  office.invoke('report', action, { township: 'bh', ...input }, { openid: by, key });

async function plan(
  table: string,
  head: readonly string[],
  rows: readonly (readonly string[])[],
  key = newKey(),
) {
  const file = await fileOf(rows, head);
  const answer = await ask('planImport', { table, file, reason }, STAFF, key);
  if (!answer.ok) throw new Error(`not planned: ${answer.code ?? ''}`);
  return answer.data as ImportSummary;
}

const units = (count: number) => Array.from({ length: count }, (_, n) => [`第${String(n + 1)}站`, '']);
const HEAD = ['单位', '一般办哪几类'];
const commit = (id: string, slice: number, by = STAFF) =>
  office.ask(by, 'commitImport', { import: id, slice });
const back = (id: string, slice: number) =>
  office.ask(STAFF, 'takeBackImport', { import: id, slice, reason });
const named = () => office.book().units.filter(({ name }) => /^第\d+站$/.test(name)).length;

test('two hundred and fifty lines: three slices, once each, whoever goes on', async () => {
  const summary = await plan('unit', HEAD, units(250));
  expect(summary).toMatchObject({ state: 'planned', lines: 250, counts: { new: 250, same: 0 }, slices: 3 });
  expect(named()).toBe(0);
  // Not out of turn.
  expect(await commit(summary.import, 1)).toMatchObject({ ok: false, code: 'wrong-state' });
  expect(await commit(summary.import, 0)).toMatchObject({ data: { done: 1, slices: 3 } });
  expect(await commit(summary.import, 0)).toMatchObject({ data: { done: 1, slices: 3 } });
  expect(named()).toBe(100);
  const listed = await ask('listImports', {});
  expect(listed.data).toMatchObject({ imports: [{ import: summary.import, state: 'half', done: 1 }] });
  // Another clerk, another phone.
  for (const slice of [1, 2]) expect(await commit(summary.import, slice, CHIEF)).toMatchObject({ ok: true });
  expect(named()).toBe(250);
  const seen = await ask('readImport', { import: summary.import, slice: 2 });
  expect(seen.data).toMatchObject({ summary: { state: 'done' } });
  expect((seen.data as { lines: unknown[] }).lines).toHaveLength(50);
});

test('the same key is the same plan; with another file it is refused; the same file again changes nothing', async () => {
  const key = newKey();
  const file = await fileOf(units(2), HEAD);
  const one = await ask('planImport', { table: 'unit', file, reason }, STAFF, key);
  expect(await ask('planImport', { table: 'unit', file, reason }, STAFF, key)).toMatchObject({
    ok: true,
    data: one.data,
  });
  const other = await fileOf(units(3), HEAD);
  expect(await ask('planImport', { table: 'unit', file: other, reason }, STAFF, key)).toMatchObject({
    code: 'key-reused',
  });
  await commit((one.data as ImportSummary).import, 0);
  const again = await plan('unit', HEAD, units(2));
  expect(again).toMatchObject({ counts: { new: 0, changed: 0, same: 2 }, slices: 0 });
});

test('taken back as a whole, the last slice first; what was edited since stays', async () => {
  const before = office.book().units;
  const { import: id } = await plan('unit', HEAD, units(120));
  await commit(id, 0);
  await commit(id, 1);
  const row = await office.row(
    'names',
    'unit',
    office.book().units.find(({ name }) => name === '第5站')?.id ?? '',
  );
  await office.edit('unit', [{ id: row.id, seen: row.tag, row: { name: '第5站', categories: ['road'] } }]);
  expect(await back(id, 0)).toMatchObject({ code: 'wrong-state' });
  expect(await back(id, 1)).toMatchObject({ data: { done: 1, kept: 0 } });
  expect(await back(id, 0)).toMatchObject({ data: { done: 0, kept: 1 } });
  expect(await back(id, 0)).toMatchObject({ ok: true });
  expect(office.book().units.map(({ name }) => name)).toEqual([...before.map(({ name }) => name), '第5站']);
  expect(await commit(id, 0)).toMatchObject({ code: 'wrong-state' });
});

test('after a week nothing is taken back', async () => {
  const { import: id } = await plan('unit', HEAD, units(1));
  await commit(id, 0);
  office.clock.set(office.clock.now() + 8 * 86_400_000);
  expect(await back(id, 0)).toMatchObject({ code: 'wrong-state' });
});

test('a row that somebody edited after the plan is not overwritten, and the line is named', async () => {
  const unit = office.book().units[0];
  const { import: id, counts } = await plan('unit', HEAD, [
    [unit?.name ?? '', '其他'],
    ['新站', ''],
  ]);
  expect(counts).toMatchObject({ new: 1, changed: 1 });
  const row = await office.row('names', 'unit', unit?.id ?? '');
  await office.edit('unit', [
    { id: row.id, seen: row.tag, row: { name: unit?.name, categories: ['water'] } },
  ]);
  expect(await commit(id, 0)).toMatchObject({ code: 'row-changed', details: { line: 2 } });
  expect(office.book().units.some(({ name }) => name === '新站')).toBe(false);
});

test('a table with a fault is told cell by cell and cannot be committed', async () => {
  const summary = await plan('unit', HEAD, [['甲站', '没有这一类']]);
  expect(summary).toMatchObject({
    faults: [{ line: 2, column: '一般办哪几类', why: 'unknown', text: '没有这一类' }],
    slices: 0,
  });
  expect(await commit(summary.import, 0)).toMatchObject({ code: 'not-found' });
});

test('nobody reads another one’s file, nor a file that is none; an administrator keeps no units once there is an office', async () => {
  const file = await fileOf(units(1), HEAD);
  expect(await ask('planImport', { table: 'unit', file, reason }, CHIEF)).toMatchObject({
    code: 'not-your-file',
  });
  const folder = await folderOf(office, STAFF);
  const text = await upload(office, STAFF, `${folder}/import-x/table.xlsx`, '单位,类别');
  expect(await ask('planImport', { table: 'unit', file: text, reason })).toMatchObject({
    code: 'file-unreadable',
    details: { why: 'broken' },
  });
  const own = await fileOf(units(1), HEAD, ADMIN);
  expect(await ask('planImport', { table: 'unit', file: own, reason }, ADMIN)).toMatchObject({
    code: 'not-allowed',
  });
  const { import: id } = await plan('unit', HEAD, units(1));
  expect(await commit(id, 0, ADMIN)).toMatchObject({ code: 'not-allowed' });
});

test('the lines lie encrypted; the template comes with drop-downs and the names of the township', async () => {
  await plan('unit', HEAD, [['云海站', '']]);
  const stored = JSON.stringify(office.all('importslices'));
  expect(stored).not.toContain('云海站');
  const printed = await ask('exportTable', { table: 'group', empty: true });
  expect((printed.data as PrintedFile).name).toBe('代表小组 空表.xlsx');
});
