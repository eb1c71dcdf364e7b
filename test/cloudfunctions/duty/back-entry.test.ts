/** 纸质补录: from a real .xlsx to the ledger and back out of it. */
import { readKnownKeys } from '../../../cloudfunctions/duty/back-entry/known-store';
import { planBackEntry, spanOf } from '../../../cloudfunctions/duty/back-entry/rules/plan';
import { BACK_ENTRY } from '../../../cloudfunctions/duty/back-entry/rules/table';
import type { ActivityDocument } from '../../../cloudfunctions/duty/activities/rules/activity-document';
import type { Directory } from '../../../cloudfunctions/registry/directory/rules/directory';
import { countMarks, cutInSlices } from '../../../cloudfunctions/registry/imports/rules/plan';
import { readRows } from '../../../cloudfunctions/registry/imports/rules/table';
import { keepImport } from '../../../cloudfunctions/registry/imports/store';
import { readFirstSheet } from '../../../cloudfunctions/report/imports/read-sheet';
import { dayOfSerial } from '../../../cloudfunctions/report/imports/rules/serial';
import { toTemplate } from '../../../cloudfunctions/report/imports/rules/template';
import { writeTemplate } from '../../../cloudfunctions/report/imports/write-template';
import { hashParts } from '../../../cloudfunctions/shared/cipher';
import { DEPUTY, openDuty, STAFF, TOWNSHIP, type Duty } from './support';

jest.mock('../../../cloudfunctions/shared/database', () =>
  jest.requireActual<object>('../../support/memory-database'),
);

const TODAY = '2026-11-23';
type Line = Partial<
  Record<'kind' | 'date' | 'persons' | 'village' | 'household' | 'people' | 'title' | 'words', string>
>;

let duty: Duty;
let directory: Directory;
let who: string;
let where: string;
beforeEach(async () => {
  duty = await openDuty();
  const [found] = duty.cloud.documents<Directory>('townships').filter(({ _id }) => _id === TOWNSHIP);
  if (!found) throw new Error('the sample has no township');
  directory = found;
  who = found.people.find(({ id }) => id === 'p5')?.name ?? '';
  where = found.villages.find(({ id }) => id === 'v4')?.name ?? '';
});

const visit = (changes: Line = {}): Line => ({
  kind: '入户走访',
  date: '2026-03-05',
  persons: who,
  village: where,
  household: '周大山',
  people: '3',
  ...changes,
});

/** Through the bytes of a spreadsheet, as an office would send it back. */
async function plan(lines: readonly Line[]) {
  const { head, widths } = toTemplate(BACK_ENTRY, [], directory);
  const rows = lines.map((line) => BACK_ENTRY.columns.map(({ key }) => line[key as keyof Line] ?? ''));
  const bytes = await writeTemplate({ head, rows, widths, choices: [], explained: [['列']] });
  const sheet = readFirstSheet(bytes, () => 0);
  if (!sheet.ok) throw new Error(sheet.why);
  const read = readRows(BACK_ENTRY, sheet.lines, dayOfSerial);
  const span = spanOf(read);
  const known = span ? await readKnownKeys(TOWNSHIP, span) : new Set<string>();
  return planBackEntry(read, directory, TODAY, known);
}

let imports = 0;
async function keep(lines: readonly Line[]): Promise<string> {
  const planned = await plan(lines);
  const _id = `${TOWNSHIP}~${hashParts(['import', String(imports++)], 20)}`;
  const slices = cutInSlices(planned.lines, 2);
  await keepImport(
    {
      _id,
      township: TOWNSHIP,
      rev: 1,
      table: 'activity',
      by: 'somebody',
      at: duty.cloud.clock.now(),
      hash: '',
      reason: '补录',
      lines: lines.length,
      counts: countMarks(planned),
      faults: planned.faults,
      slices: slices.length,
    },
    slices,
  );
  return _id;
}
const commit = (id: string, slice: number) => duty.act(STAFF, 'commitBackEntry', { import: id, slice });
const back = (id: string, slice: number) =>
  duty.act(STAFF, 'takeBackEntry', { import: id, slice, reason: '导错了' });

const three = (): Line[] => [
  visit(),
  visit({ household: '李四' }),
  { kind: '帮办实事', date: '2026.3.6', persons: who, title: '修好水管' },
];

test('three lines in two slices are three rows marked 补录, once however often they are committed', async () => {
  const id = await keep(three());
  expect(await commit(id, 1)).toMatchObject({ code: 'wrong-state' });
  expect(await commit(id, 0)).toMatchObject({ data: { done: 1, slices: 2 } });
  expect(await commit(id, 0)).toMatchObject({ data: { done: 1, slices: 2 } });
  expect(await commit(id, 1)).toMatchObject({ data: { done: 2 } });
  await duty.relay();
  expect(await duty.count('visited')).toEqual({ n: 2, rows: 2, unknown: 0, entered: 2 });
  expect(await duty.rows('helped')).toMatchObject([{ date: '2026-03-06', persons: ['p5'], entered: true }]);
  expect(await duty.act(DEPUTY, 'commitBackEntry', { import: id, slice: 0 })).toMatchObject({
    code: 'not-allowed',
  });
});

test('what is noted already is left out, in whatever spelling; the file again changes nothing', async () => {
  await duty.note(DEPUTY, {
    kind: 'household-visit',
    date: '2026-03-05',
    village: 'v4',
    household: { name: ' 周 大山' },
  });
  expect((await plan(three())).faults).toEqual([]);
  expect(await plan(three())).toMatchObject({ same: 1, lines: [{}, {}] });
  const id = await keep(three());
  for (const slice of [0, 1]) await commit(id, slice);
  expect(await plan(three())).toMatchObject({ same: 3, lines: [], faults: [] });
});

test('a fault is told by line and column, and two lines that say the same', async () => {
  const { faults, lines } = await plan([
    visit(),
    visit({ kind: '开会' }),
    visit({ date: '2026-11-24' }),
    visit({ persons: '没有这个人' }),
    visit({ village: '没有这个村' }),
    visit({ title: '走访' }),
    { kind: '帮办实事', date: '2026-03-06', persons: who },
    visit({ household: ' 周大山 ' }),
  ]);
  expect(faults.map(({ line, column, why }) => `${String(line)} ${column} ${why}`)).toEqual([
    '3 类别 choice',
    '4 日期 future',
    '5 代表 unknown',
    '6 村 unknown',
    '7 事由 foreign',
    '8 事由 needed',
    '9 类别 doubled',
  ]);
  expect(lines).toHaveLength(1);
});

test('taken back it is gone from every count; what was corrected since stays and is told', async () => {
  const id = await keep(three());
  for (const slice of [0, 1]) await commit(id, slice);
  await duty.relay();
  const help = duty.cloud.documents<ActivityDocument>('activities').find(({ kind }) => kind === 'help');
  const to = { kind: 'help', date: '2026-03-07', title: '修好水管', persons: ['p5'], entered: true };
  await duty.act(STAFF, 'correct', { activity: help?._id, edition: 1, to });
  // The last slice first.
  expect(await back(id, 0)).toMatchObject({ code: 'wrong-state' });
  expect(await back(id, 1)).toMatchObject({ data: { done: 1, kept: 1 } });
  expect(await back(id, 0)).toMatchObject({ data: { done: 0, kept: 0 } });
  await duty.relay();
  expect(await duty.count('visited')).toMatchObject({ rows: 0 });
  expect(await duty.count('helped')).toMatchObject({ rows: 1 });
});

test('after seven days it is taken back no more', async () => {
  const id = await keep(three());
  for (const slice of [0, 1]) await commit(id, slice);
  duty.cloud.clock.set(duty.cloud.clock.now() + 7 * 86_400_000 + 1);
  expect(await back(id, 1)).toMatchObject({ code: 'wrong-state' });
});
