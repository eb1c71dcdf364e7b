/** The name book of a large township: a hundred villages, three hundred people, answers that fit the phone. */
import { main as registry } from '../../../cloudfunctions/registry/index';
import type { Directory } from '../../../cloudfunctions/registry/directory/rules/directory';
import type { DirectoryPart, DirectoryView } from '../../../miniprogram/contract/registry-office';
import type { Output } from '../../../miniprogram/contract/wire';
import { partAt, readParts } from '../../../miniprogram/services/parts';
import { startInProcess, type InProcessCloud } from '../../support/in-process';
import { enlarge, LARGE } from '../../support/large-township';
import { newKey } from '../request/requests';

jest.mock('../../../cloudfunctions/shared/database', () =>
  jest.requireActual<object>('../../support/memory-database'),
);

const KB = 1_024;
const { villages: VILLAGES, people: PEOPLE } = LARGE;
const PARTS: readonly DirectoryPart[] = ['names', 'people', 'routing', 'settings'];
let cloud: InProcessCloud;

const stored = () => cloud.documents<Directory>('townships').find(({ _id }) => _id === 'bh') as Directory;

beforeAll(async () => {
  cloud = await startInProcess({ registry });
  const others = cloud.documents<Directory>('townships').filter(({ _id }) => _id !== 'bh');
  cloud.replace('townships', [...others, enlarge(stored(), 2026)]);
});

async function ask(input: object): Promise<DirectoryView> {
  const answer = await cloud.invoke(
    'registry',
    'book',
    { township: 'bh', inParts: true, ...input },
    { openid: 'bh-staff' },
  );
  expect(answer).toMatchObject({ ok: true, cost: { calls: 2 } });
  expect(Buffer.byteLength(JSON.stringify(answer.data))).toBeLessThanOrEqual(16 * KB);
  return answer.data as DirectoryView;
}

it.each(PARTS)(
  '%s: each answer is two calls and fits the phone, and together they are every row once',
  async (part) => {
    const read = await readParts<DirectoryView>(async (after) => ({
      ok: true,
      data: await ask({ part, ...(after !== undefined && { after }) }),
    }));
    if (!read.ok) throw new Error(read.code);
    const { rows } = read.data;
    const named = rows.map(({ kind, id }) => `${kind} ${id}`);
    expect(new Set(named).size).toBe(named.length);
    const count = (kind: string) => rows.filter((row) => row.kind === kind).length;
    if (part === 'names') expect(count('village')).toBe(VILLAGES);
    if (part === 'people') expect(count('person')).toBe(PEOPLE);
    if (part === 'routing') expect(count('route')).toBe(stored().routing.rows.length);
  },
);

it('one kind comes with what its rows name, and without the others', async () => {
  const { rows, next } = await ask({ part: 'people', kind: 'person' });
  expect(new Set(rows.map(({ kind }) => kind))).toEqual(new Set(['term', 'constituency', 'person']));
  expect(next).toBeDefined();
  const units = await ask({ part: 'names', kind: 'unit' });
  expect(new Set(units.rows.map(({ kind }) => kind))).toEqual(new Set(['unit']));
});

it('a part behind one of an earlier edition is refused, so that no row is missing or twice', async () => {
  const { next } = await ask({ part: 'people' });
  const [village] = (await ask({ part: 'names', kind: 'village' })).rows;
  const edits = [
    { id: village?.id, seen: village?.tag, row: Object.assign({}, village?.row, { name: '新名村' }) },
  ];
  const input = { township: 'bh', kind: 'village', edits, reason: '改名' };
  const caller = { openid: 'bh-staff', key: newKey() };
  expect(await cloud.invoke('registry', 'editBook', input, caller)).toMatchObject({ ok: true });
  const late = { township: 'bh', part: 'people', inParts: true, after: next };
  expect(await cloud.invoke('registry', 'book', late, caller)).toMatchObject({ code: 'row-changed' });
});

it('whoever asks for no parts gets every row at once', async () => {
  const input = { township: 'bh', part: 'people', kind: 'person' };
  const { data } = await cloud.invoke('registry', 'book', input, { openid: 'bh-staff' });
  const { rows, next } = data as DirectoryView;
  expect(rows.filter(({ kind }) => kind === 'person')).toHaveLength(PEOPLE);
  expect(next).toBeUndefined();
});

describe('the names that every page shows', () => {
  type Told = Output<'registry', 'places'>;
  const VILLAGER = { openid: 'o-villager' };

  async function askPlaces(after?: string): Promise<Told> {
    const input = { township: 'bh', ...partAt(after) };
    const { data, cost } = await cloud.invoke('registry', 'places', input, VILLAGER);
    expect(cost.calls).toBeLessThanOrEqual(1);
    expect(Buffer.byteLength(JSON.stringify(data))).toBeLessThanOrEqual(16 * KB);
    return data as Told;
  }
  async function readAll(): Promise<Told> {
    const read = await readParts<Told>(async (after) => ({ ok: true, data: await askPlaces(after) }));
    if (!read.ok) throw new Error(read.code);
    return read.data;
  }

  it('come in parts that fit the phone, and together they are the whole', async () => {
    const { end, ...joined } = await readAll();
    const { data } = await cloud.invoke('registry', 'places', { township: 'bh' }, VILLAGER);
    expect(joined).toEqual(data);
    expect(joined.villages).toHaveLength(VILLAGES);
    expect(joined.deputies.length).toBeGreaterThan(PEOPLE / 2);
    expect(end).toMatch(/\.\d+$/);
  });

  it('are not sent again to whoever has them, until one of them is another', async () => {
    const { end } = await readAll();
    const still = await askPlaces(end);
    expect(still).toMatchObject({ villages: [], deputies: [], homes: [], end });
    const { categories, ...rest } = stored();
    const renamed = categories.map((category) => ({ ...category, name: `${category.name}等` }));
    const others = cloud.documents<Directory>('townships').filter(({ _id }) => _id !== 'bh');
    cloud.replace('townships', [...others, { ...rest, categories: renamed }]);
    cloud.clock.set(cloud.clock.now() + 120_000);
    const input = { township: 'bh', ...partAt(end) };
    expect(await cloud.invoke('registry', 'places', input, VILLAGER)).toMatchObject({ code: 'row-changed' });
  });
});
