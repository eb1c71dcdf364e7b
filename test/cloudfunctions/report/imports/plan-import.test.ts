/** Tables from the phone to a plan and back: whose they are, in which slices they lie, and how each refusal is told. In process. */
import { ELECTED_TABLE } from '../../../../cloudfunctions/congress/term/rules/elected-table';
import { BACK_ENTRY } from '../../../../cloudfunctions/duty/back-entry/rules/table';
import type { Directory } from '../../../../cloudfunctions/registry/directory/rules/directory';
import type { TableSpec } from '../../../../cloudfunctions/registry/imports/rules/table';
import { tableOf } from '../../../../cloudfunctions/registry/imports/rules/tables/all-tables';
import { main as report } from '../../../../cloudfunctions/report/index';
import { readFirstSheet } from '../../../../cloudfunctions/report/imports/read-sheet';
import { toTemplate } from '../../../../cloudfunctions/report/imports/rules/template';
import { writeTemplate } from '../../../../cloudfunctions/report/imports/write-template';
import { accountOf, encryptField as sealed } from '../../../../cloudfunctions/shared/cipher';
import type { ImportSummary, TableId } from '../../../../miniprogram/contract/imports';
import type { PrintedFile } from '../../../../miniprogram/contract/report';
import { startInProcess, type InProcessCloud } from '../../../support/in-process';
import { newKey } from '../../request/requests';

jest.mock('../../../../cloudfunctions/shared/database', () =>
  jest.requireActual<object>('../../../support/memory-database'),
);
const mockStored = new Map<string, Buffer>();
jest.mock('../../../../cloudfunctions/shared/files', () => ({
  storeFile: (path: string, bytes: Buffer) => {
    mockStored.set(path, bytes);
    return Promise.resolve(path);
  },
  linkFiles: (paths: string[]) => Promise.resolve(paths),
  fetchFile: (file: string) => Promise.resolve(mockStored.get(file)),
}));

const [STAFF, ADMIN] = ['bh-staff', 'bh-admin'];
let cloud: InProcessCloud;
let directory: Directory;
beforeAll(async () => {
  cloud = await startInProcess({ report });
  directory = cloud.documents<Directory>('townships').find(({ _id }) => _id === 'bh') as Directory;
});
beforeEach(() => {
  cloud.clock.set(cloud.clock.now() + 61_000);
});

const ask = (action: string, input: object, openid = STAFF, key = newKey()) =>
  cloud.invoke('report', action, { township: 'bh', ...input }, { openid, key });
const refused = (code: string, details?: object) => ({ ok: false, code, ...(details && { details }) });

/** Puts a file where the phone of this account puts it. */
function send(bytes: Buffer, openid = STAFF): string {
  const file = `cloud://test.bucket/bh/u/${accountOf(openid)}/import-${newKey()}/table.xlsx`;
  mockStored.set(file, bytes);
  return file;
}
async function fileOf(
  spec: TableSpec,
  rows: readonly Readonly<Record<string, string>>[],
  openid?: string,
): Promise<string> {
  return send(await writeTemplate(toTemplate(spec, rows, directory)), openid);
}
const plan = (table: TableId, file: string, openid?: string, key?: string, reason = '开始用') =>
  ask('planImport', { table, file, reason }, openid, key);
const units = (count: number) => {
  const rows = Array.from({ length: count }, (_, n) => ({ name: `第${String(n + 1)}站` }));
  return fileOf(tableOf('unit').spec, rows);
};

let planned: ImportSummary;

it('is planned once under its key, in slices of a hundred lines, and nothing is written of it yet', async () => {
  const key = newKey();
  const file = await units(201);
  const answer = await plan('unit', file, STAFF, key);
  planned = answer.data as ImportSummary;
  expect(answer.data).toEqual({
    import: planned.import,
    table: 'unit',
    at: cloud.clock.now(),
    state: 'planned',
    done: 0,
    lines: 201,
    counts: { new: 201, changed: 0, same: 0, gone: 0 },
    faults: [],
    slices: 3,
  });
  expect((await plan('unit', file, STAFF, key)).data).toEqual(answer.data);
  expect(await plan('unit', file, STAFF, key, '另一个')).toMatchObject(refused('key-reused'));
  expect(await plan('village', file, STAFF, key)).toMatchObject(refused('key-reused'));
  expect(cloud.documents<Directory>('townships').find(({ _id }) => _id === 'bh')?.units).toEqual(
    directory.units,
  );
});

it('is looked at slice by slice, by whoever may; how far it came stands beside it', async () => {
  const { import: id } = planned;
  const look = async (slice: number, openid?: string) =>
    (await ask('readImport', { import: id, slice }, openid)).data as {
      summary: ImportSummary;
      lines: { title: string; line: number }[];
    };
  const slices = await Promise.all([0, 1, 2, 3].map((n) => look(n)));
  expect(slices.map(({ lines }) => lines.length)).toEqual([100, 100, 1, 0]);
  expect(slices[1]?.lines[0]).toMatchObject({ line: 102, mark: 'new', title: '第101站' });
  expect(slices[0]?.summary).toEqual(planned);
  expect(await look(0, ADMIN)).toEqual(slices[0]);
  // Only invitations have slips.
  expect(await ask('invitationSlips', { import: id })).toMatchObject(refused('not-found'));
  expect(await ask('readImport', { import: `bh~${'0'.repeat(20)}`, slice: 0 })).toMatchObject(
    refused('not-found'),
  );
  const other = (await plan('village', await fileOf(tableOf('village').spec, [{ name: '新村' }])))
    .data as ImportSummary;
  const stored = cloud.documents<{ _id: string; import: string; n: number; state: string }>('importslices');
  const turn = (done: number) => {
    cloud.replace(
      'importslices',
      stored.map((each) => (each.import === id && each.n < done ? { ...each, state: 'done' } : each)),
    );
  };
  const listed = async () => {
    const { imports } = (await ask('listImports', {})).data as { imports: ImportSummary[] };
    return new Map(imports.map((each) => [each.import, each]));
  };
  for (const [done, state] of [
    [0, 'planned'],
    [2, 'half'],
    [3, 'done'],
  ] as const) {
    turn(done);
    const all = await listed();
    expect([done, all.get(id)]).toEqual([done, { ...planned, state, done }]);
    expect((await look(0)).summary).toEqual({ ...planned, state, done });
    expect(all.get(other.import)).toEqual(other);
  }
});

it('of paper twenty lines a slice, for the office alone', async () => {
  const rows = Array.from({ length: 41 }, (_, n) => ({
    kind: '入户走访',
    date: `2026-03-${String((n % 28) + 1).padStart(2, '0')}`,
    persons: directory.people.find(({ id }) => id === 'p5')?.name ?? '',
    village: directory.villages[0]?.name ?? '',
    household: `户主${String(n)}`,
  }));
  const file = await fileOf(BACK_ENTRY, rows);
  const answer = await plan('activity', file);
  expect(answer.data).toMatchObject({ faults: [], lines: 41, counts: { new: 41 }, slices: 3 });
  const { import: id } = answer.data as ImportSummary;
  expect(await ask('readImport', { import: id, slice: 0 }, ADMIN)).toMatchObject(refused('not-allowed'));
  expect(await ask('readImport', { import: id, slice: 0 })).toMatchObject({ ok: true });
  expect(await plan('activity', await fileOf(BACK_ENTRY, rows, ADMIN), ADMIN)).toMatchObject(
    refused('not-allowed'),
  );
});

it('of who was elected all lines in one slice, while a change of term is prepared', async () => {
  const rows = ['甲', '乙'].flatMap((last) =>
    Array.from({ length: 60 }, (_, n) => ({
      name: `王${last}${String.fromCodePoint(0x4e00 + n)}`,
      constituency: directory.constituencies.find(({ level }) => level === 'town')?.name ?? '',
      group: directory.groups[0]?.name ?? '',
    })),
  );
  const file = await fileOf(ELECTED_TABLE, rows);
  expect(await plan('elected', file)).toMatchObject(refused('wrong-state', { state: 'dropped' }));
  const term = (state: string) => [
    {
      _id: 'bh~term~t20',
      township: 'bh',
      rev: 1,
      edition: 1,
      term: 't20',
      name: '第二十届',
      opens: '2026-12-28',
      state,
      elected: [],
      villages: {},
      termSeq: '2026-11-20~x',
      acts: [],
    },
  ];
  cloud.replace('changes', term('opened'));
  expect(await plan('elected', file)).toMatchObject(refused('wrong-state', { state: 'opened' }));
  cloud.replace('changes', term('preparing'));
  expect((await plan('elected', file)).data).toMatchObject({ faults: [], lines: 120, slices: 1 });
});

it('names lines that are wrong, and then there is nothing to go on with', async () => {
  const { data } = await plan(
    'village',
    await fileOf(tableOf('village').spec, [{ name: '', home: '没有的站' }]),
  );
  expect(data).toMatchObject({ slices: 0 });
  expect((data as ImportSummary).faults.length).toBeGreaterThan(0);
});

it('is refused: somebody else’s file, none, one that is no table, of whoever may not', async () => {
  const good = await writeTemplate(toTemplate(tableOf('unit').spec, [{ name: '一站' }], directory));
  expect(await plan('unit', send(good, ADMIN))).toMatchObject(refused('not-your-file'));
  expect(await plan('unit', send(good).replace('table', 'gone'))).toMatchObject(
    refused('file-unreadable', { why: 'broken' }),
  );
  expect(await plan('unit', send(Buffer.from('x')))).toMatchObject(
    refused('file-unreadable', { why: 'broken' }),
  );
  expect(await plan('unit', send(good, ADMIN), ADMIN)).toMatchObject(refused('not-allowed'));
  expect(await plan('unit', send(good, 'bh-p5'), 'bh-p5')).toMatchObject(refused('not-allowed'));
});

describe('going out', () => {
  const linesOf = async (input: object, openid?: string) => {
    const { data } = await ask('exportTable', input, openid);
    const { file, name } = data as PrintedFile;
    const sheet = readFirstSheet(mockStored.get(file) ?? Buffer.alloc(0), () => 0);
    if (!sheet.ok) throw new Error(sheet.why);
    return { name, lines: sheet.lines.map(({ cells }) => Object.values(cells).map(({ text }) => text)) };
  };
  const reason = 'archive';

  it('what stands in the directory, under its name and day; empty with its heads alone', async () => {
    const { name, lines } = await linesOf({ table: 'unit', reason });
    expect(name).toBe('承办单位 2026年11月23日.xlsx');
    expect(lines.slice(1).map(([unit]) => unit)).toEqual(directory.units.map((unit) => unit.name));
    const empty = await linesOf({ table: 'unit', empty: true });
    expect(empty).toEqual({ name: '承办单位 空表.xlsx', lines: [lines[0]] });
    for (const table of ['activity', 'person', 'elected', 'invitation', 'route'])
      expect([table, (await linesOf({ table, empty: true })).lines.length]).toEqual([table, 1]);
    expect((await linesOf({ table: 'activity', reason })).lines).toHaveLength(1);
  });

  it('planned as it went out, it is all the same', async () => {
    for (const table of ['unit', 'village', 'group', 'constituency', 'route', 'person'] as const) {
      const { data } = await ask('exportTable', { table, reason });
      const file = send(mockStored.get((data as PrintedFile).file) ?? Buffer.alloc(0));
      const again = (await plan(table, file)).data as ImportSummary;
      expect([table, again.faults, again.counts.same, again.slices]).toEqual([table, [], again.lines, 0]);
      expect(again.lines).toBeGreaterThan(2);
    }
  });

  it('profiles, who was elected and who was invited, for the office alone', async () => {
    const elected = [
      {
        row: 'r1',
        person: 'p5',
        name: sealed('王当选'),
        fresh: false,
        constituency: directory.constituencies[0]?.id,
        group: 'g1',
        leader: true,
        presidium: false,
      },
    ];
    cloud.replace('changes', [
      {
        _id: 'bh~term~t20',
        township: 'bh',
        rev: 1,
        edition: 1,
        term: 't20',
        name: '第二十届',
        opens: '2026-12-28',
        state: 'preparing',
        elected,
        villages: {},
        termSeq: '2026-11-20~x',
        acts: [],
      },
    ]);
    for (const table of ['elected', 'invitation'] as const) {
      const counts = await Promise.all(
        [STAFF, ADMIN].map(async (openid) => (await linesOf({ table, reason }, openid)).lines.length),
      );
      expect([table, (counts[0] ?? 0) > 1, counts[1]]).toEqual([table, true, 1]);
    }
    expect((await linesOf({ table: 'elected', reason })).lines[1]?.[0]).toBe('王当选');
    const [office, admin] = await Promise.all(
      [STAFF, ADMIN].map((openid) => linesOf({ table: 'person', reason }, openid)),
    );
    const said = (all: string[][] | undefined) => (all ?? []).flat().filter((text) => text !== '').length;
    expect(admin?.lines).toHaveLength(office?.lines.length ?? 0);
    expect(said(admin?.lines)).toBeLessThan(said(office?.lines));
  });
});
