/** 代表结构: what the office writes of a deputy is read by the office alone and lies closed wherever the directory goes. */
import { main as registry } from '../../../cloudfunctions/registry/index';
import { openPeople } from '../../../cloudfunctions/registry/directory/profiles';
import type { Directory } from '../../../cloudfunctions/registry/directory/rules/directory';
import { planTable } from '../../../cloudfunctions/registry/imports/rules/directory-table';
import { people } from '../../../cloudfunctions/registry/imports/rules/tables/people';
import type { DirectoryRows, DirectoryView } from '../../../miniprogram/contract/registry-office';
import { startInProcess, type InProcessCloud } from '../../support/in-process';
import { newKey } from '../request/requests';

jest.mock('../../../cloudfunctions/shared/database', () =>
  jest.requireActual<object>('../../support/memory-database'),
);

type Row = DirectoryRows['person'];
let cloud: InProcessCloud;
beforeAll(async () => {
  cloud = await startInProcess({ registry });
});

async function read(openid: string): Promise<{ tag: string; row: Row } | undefined> {
  const { data } = await cloud.invoke('registry', 'book', { township: 'bh', part: 'people' }, { openid });
  const { rows } = data as DirectoryView;
  return rows.find(({ kind, id }) => kind === 'person' && id === 'p5') as
    { tag: string; row: Row } | undefined;
}

async function edit(openid: string, change: (row: Row) => Row) {
  const found = await read(openid);
  if (!found) throw new Error('p5 is not there');
  const edits = [{ id: 'p5', seen: found.tag, row: change(found.row) }];
  const input = { township: 'bh', kind: 'person', edits, reason: '核对' };
  return cloud.invoke('registry', 'editBook', input, { openid, key: newKey() });
}

const stored = () => cloud.documents<Directory>('townships').find(({ _id }) => _id === 'bh');

it('the office reads what it wrote; it lies closed in the directory and in its history', async () => {
  expect(
    await edit('bh-staff', (row) => ({ ...row, profile: { sex: '女', nation: '水族', birthYear: '1976' } })),
  ).toMatchObject({ ok: true });
  expect((await read('bh-staff'))?.row.profile).toEqual({ sex: '女', nation: '水族', birthYear: '1976' });
  expect(JSON.stringify(stored())).not.toContain('水族');
  expect(JSON.stringify(stored())).not.toContain('1976');
});

it('an administrator who is not of the office gets none, and their edit leaves it as it is', async () => {
  expect((await read('bh-admin'))?.row.profile).toBeUndefined();
  await edit('bh-admin', (row) => ({ ...row, strokes: row.strokes + 1 }));
  expect((await read('bh-staff'))?.row.profile).toMatchObject({ nation: '水族' });
});

it('emptied it is gone', async () => {
  await edit('bh-staff', (row) => ({ ...row, profile: {} }));
  expect((await read('bh-staff'))?.row.profile).toEqual({});
  expect(stored()?.people.find(({ id }) => id === 'p5')?.profile).toBeUndefined();
});

it.each([{ birthYear: '76' }, { sex: '某' }, { illness: '无' }])('%o is refused', async (profile) => {
  expect(await edit('bh-staff', (row) => ({ ...row, profile }))).toMatchObject({ code: 'bad-input' });
});

it('a table that was taken out and comes back changes nothing; a cell that is empty leaves what stands there', () => {
  const directory = stored();
  if (!directory) throw new Error('no directory');
  const open = openPeople(directory);
  const rows = open.people.map((person, at) => ({
    line: at + 2,
    cells: people.say(open, person as unknown as Row),
  }));
  const context = { today: '2026-11-23', tagOf: () => 'tag' };
  const again = planTable(people, open, { rows, faults: [] }, context);
  expect([again.lines, again.faults]).toEqual([[], []]);
  const blank = rows.map(({ line, cells }) => ({ line, cells: { ...cells, nation: '', party: '' } }));
  expect(planTable(people, open, { rows: blank, faults: [] }, context).lines).toEqual([]);
  const [first, ...others] = rows;
  const wrong = { line: 2, cells: { ...first?.cells, birthYear: '1876' } };
  expect(planTable(people, open, { rows: [wrong, ...others], faults: [] }, context).faults).toMatchObject([
    { line: 2, column: '出生年份' },
  ]);
});
