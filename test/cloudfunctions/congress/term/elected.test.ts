/** The list of a new term as a real .xlsx: faults by cell, looked at, committed once, published. */
import { main as congress } from '../../../../cloudfunctions/congress/index';
import { electedIds, readLastTerm } from '../../../../cloudfunctions/congress/changes/store';
import { ELECTED_TABLE, planElected } from '../../../../cloudfunctions/congress/term/rules/elected-table';
import type { Directory } from '../../../../cloudfunctions/registry/directory/rules/directory';
import { countMarks } from '../../../../cloudfunctions/registry/imports/rules/plan';
import { readRows } from '../../../../cloudfunctions/registry/imports/rules/table';
import { keepImport } from '../../../../cloudfunctions/registry/imports/store';
import { readFirstSheet } from '../../../../cloudfunctions/report/imports/read-sheet';
import { dayOfSerial } from '../../../../cloudfunctions/report/imports/rules/serial';
import { toTemplate } from '../../../../cloudfunctions/report/imports/rules/template';
import { writeTemplate } from '../../../../cloudfunctions/report/imports/write-template';
import { hashParts } from '../../../../cloudfunctions/shared/cipher';
import type { TermView } from '../../../../miniprogram/contract/congress/term';
import { startInProcess, type InProcessCloud } from '../../../support/in-process';
import { newKey } from '../../request/requests';

jest.mock('../../../../cloudfunctions/shared/database', () =>
  jest.requireActual<object>('../../../support/memory-database'),
);

let cloud: InProcessCloud;
let directory: Directory;
beforeAll(async () => {
  cloud = await startInProcess({ congress });
  const [found] = cloud.documents<Directory>('townships').filter(({ _id }) => _id === 'bh');
  if (!found) throw new Error('the sample has no township');
  directory = found;
});

const ask = (action: string, input: object = {}, openid = 'bh-staff') =>
  cloud.invoke('congress', action, { township: 'bh', ...input }, { openid, key: newKey() });
const commitUnder = (key: string, id: string) =>
  cloud.invoke(
    'congress',
    'commitElected',
    { township: 'bh', import: id, slice: 0 },
    { openid: 'bh-staff', key },
  );

type Line = readonly [name: string, constituency: string, group: string, ...more: string[]];

/** Through the bytes of a spreadsheet, as an office would send it back. */
async function plan(lines: readonly Line[]) {
  const { head, widths } = toTemplate(ELECTED_TABLE, [], directory);
  const bytes = await writeTemplate({ head, rows: lines, widths, choices: [], explained: [['列']] });
  const sheet = readFirstSheet(bytes, () => 0);
  if (!sheet.ok) throw new Error(sheet.why);
  const term = (await readLastTerm('bh'))?.term ?? '';
  return planElected(readRows(ELECTED_TABLE, sheet.lines, dayOfSerial), directory, electedIds('bh', term));
}

let imports = 0;
async function keep(lines: readonly Line[]): Promise<string> {
  const planned = await plan(lines);
  const _id = `bh~${hashParts(['import', String(imports++)], 20)}`;
  const { faults } = planned;
  const counts = countMarks(planned);
  const made = { _id, township: 'bh', rev: 1, table: 'elected', by: 'a', hash: '', reason: '导入' } as const;
  const about = { at: cloud.clock.now(), lines: lines.length, counts, faults, slices: 1 };
  await keepImport({ ...made, ...about }, [planned.lines]);
  return _id;
}
const commit = (id: string, openid?: string) => ask('commitElected', { import: id, slice: 0 }, openid);
const look = async () => ((await ask('term')).data as { term?: TermView }).term;

/** A place of the township, and two who are in office there. */
function sampleNames() {
  const constituency = directory.constituencies.find(({ level }) => level === 'town')?.name ?? '';
  const group = directory.groups[0]?.name ?? '';
  const nameOf = (id: string) => directory.people.find((one) => one.id === id)?.name ?? '';
  return { constituency, group, one: nameOf('p5'), other: nameOf('p6') };
}

it('is not taken while no term is being prepared', async () => {
  cloud.replace('changes', []);
  const { constituency, group, one } = sampleNames();
  expect(await commit(await keep([[one, constituency, group]]))).toMatchObject({ code: 'wrong-state' });
});

it('names what is wrong by line and column, and with a fault nothing is committed', async () => {
  expect(await ask('prepareTerm', { name: '第二十届', opens: '2027-03-01' })).toMatchObject({ ok: true });
  const { constituency, group, one } = sampleNames();
  const lines: Line[] = [
    [one, constituency, group],
    ['甲某', '没有的选区', group],
    ['乙某', constituency, '没有的小组'],
    [one, constituency, group],
    ['', constituency, group],
  ];
  const { faults } = await plan(lines);
  expect(faults.map(({ line, column, why }) => [line, column, why])).toEqual([
    [3, '选区', 'unknown'],
    [4, '代表小组', 'unknown'],
    [5, '姓名', 'doubled'],
    [6, '姓名', 'needed'],
  ]);
  expect(await commit(await keep(lines))).toMatchObject({ code: 'not-found' });
  expect((await look())?.rows).toEqual([]);
});

it('is not put over what came since, where its slice was left open by a commit that died', async () => {
  const { constituency, group, one, other } = sampleNames();
  const [id, later] = [await keep([[one, constituency, group]]), await keep([[other, constituency, group]])];
  expect(await commitUnder('elected-key-0001', id)).toMatchObject({ ok: true });
  const slices = cloud.documents<{ import: string }>('importslices');
  const open = slices.map((each) =>
    each.import === id ? Object.assign({}, each, { state: 'planned' }) : each,
  );
  cloud.replace('importslices', open);
  expect(await commitUnder('elected-key-0001', later)).toMatchObject({ code: 'key-reused' });
  expect(await commit(later)).toMatchObject({ ok: true });
  const { edition } = (await look()) ?? {};
  expect(await commitUnder('elected-key-0001', id)).toMatchObject({ data: { done: 1, slices: 1 } });
  expect(await look()).toMatchObject({ edition, rows: [{ name: other }] });
  expect(await commit(id)).toMatchObject({ data: { done: 1, slices: 1 } });
  expect(await look()).toMatchObject({ edition });
});

it('is the whole list once it is committed, whoever commits it again, and is published as any other', async () => {
  const { constituency, group, one, other } = sampleNames();
  const id = await keep([
    [one, constituency, group, '是', '是'],
    [other, constituency, group],
    ['丙某新', constituency, group],
  ]);
  expect(await commit(id, 'bh-p5')).toMatchObject({ code: 'not-allowed' });
  expect(await commit(id)).toMatchObject({ data: { done: 1, slices: 1 } });
  expect(await commit(id, 'bh-p1')).toMatchObject({ data: { done: 1, slices: 1 } });
  const view = await look();
  expect(view?.rows.map(({ name, kind, leader }) => [name, kind, leader])).toEqual([
    [one, 'again', true],
    [other, 'again', false],
    ['丙某新', 'new', false],
  ]);
  // The second file takes the place of the first.
  expect(await commit(await keep([[other, constituency, group]]))).toMatchObject({ ok: true });
  const { rows } = (await look()) ?? {};
  expect(rows?.map(({ name }) => name)).toEqual([other]);
  const step = async (wish: object) => {
    const { term, edition } = (await look()) ?? {};
    return ask('actOnTerm', { term, edition, step: wish });
  };
  const examine = { act: 'examine', date: '2026-11-20', number: '审1号' };
  const publish = { act: 'publish', notice: '公告1号' };
  expect(await step(examine)).toMatchObject({ ok: true });
  // What was examined is another file.
  expect(await commit(await keep([[one, constituency, group]]))).toMatchObject({ ok: true });
  expect(await step(publish)).toMatchObject({ details: { field: 'step.examined' } });
  expect(await step(examine)).toMatchObject({ ok: true });
  expect(await step(publish)).toMatchObject({ data: { state: 'published' } });
  expect(await commit(await keep([[one, constituency, group]]))).toMatchObject({ code: 'wrong-state' });
});
