/** What acts on the directory leave behind, what follows them, and what is said where there is no directory. */
import { main as registry } from '../../../cloudfunctions/registry/index';
import type { Directory } from '../../../cloudfunctions/registry/directory/rules/directory';
import { onInvitationChanged } from '../../../cloudfunctions/registry/events/on-invitation-changed';
import { alignGrants, onPeopleChanged } from '../../../cloudfunctions/registry/events/on-people-changed';
import { clearOldImports } from '../../../cloudfunctions/registry/events/on-imports-old';
import { keepImport, type Import } from '../../../cloudfunctions/registry/imports/store';
import type { Invitation } from '../../../cloudfunctions/registry/invitations/rules/invitation';
import { tagOf } from '../../../cloudfunctions/registry/store';
import { startInProcess, type InProcessCloud } from '../../support/in-process';
import { newKey } from '../request/requests';

jest.mock('../../../cloudfunctions/shared/database', () =>
  jest.requireActual<object>('../../support/memory-database'),
);

const STAFF = 'bh-staff';
let cloud: InProcessCloud;
beforeAll(async () => {
  cloud = await startInProcess({ registry });
});
beforeEach(() => {
  cloud.clock.set(cloud.clock.now() + 61_000);
});

const ask = (action: string, input: object = {}, openid = STAFF, key = newKey()) =>
  cloud.invoke('registry', action, { township: 'bh', ...input }, { openid, key });

interface Left {
  history: { act: string; of: string; by: string; from: string; to: string }[];
  outbox: { event: string; about: object }[];
}
const stored = () =>
  cloud.documents<Directory & Left>('townships').find(({ _id }) => _id === 'bh') as Directory & Left;
const swap = (changes: object) => {
  const others = cloud.documents<Directory>('townships').filter(({ _id }) => _id !== 'bh');
  cloud.replace('townships', [...others, { ...stored(), ...changes }]);
  cloud.clock.set(cloud.clock.now() + 61_000);
};
const grants = () => cloud.documents<Invitation>('invitations').filter(({ township }) => township === 'bh');
const event = { id: 'e1', township: 'bh', collection: '', document: '', by: 'system', at: 0, event: '' };

describe('an act is in the history with its rows, and its event says of what', () => {
  const last = () => ({ row: stored().history.at(-1), event: stored().outbox.at(-1) });

  test('villages merged: both as they were, one as it is', async () => {
    const [from, into] = ['v6', 'v4'];
    const named = (id: string) => stored().villages.find((one) => one.id === id);
    const before = JSON.stringify([named(from), named(into)]);
    expect(await ask('mergeVillages', { from, into, reason: '撤并' })).toEqual(
      expect.objectContaining({ ok: true, data: { edition: stored().version } }),
    );
    expect(last()).toMatchObject({
      row: { act: 'merge-villages', of: 'v6~v4', from: before, to: JSON.stringify([named(into)]) },
      event: { event: 'villages-merged', about: { version: stored().version, from, into } },
    });
    expect(await ask('mergeVillages', { from, into, reason: '撤并' })).toMatchObject({ ok: false });
  });

  test('a township closed and opened: since when, for what, to where', async () => {
    const turn = (closed: boolean, to?: string) =>
      ask('closeTownship', { closed, words: '并入', ...(to !== undefined && { to }) }, 'bh-admin');
    expect(await turn(true, 'qs')).toMatchObject({ data: { closed: true } });
    const closed = { since: cloud.clock.now(), words: '并入', to: 'qs' };
    expect(stored().closed).toEqual(closed);
    expect(last()).toMatchObject({
      row: { act: 'close-township', of: 'bh', from: '""', to: '"qs"' },
      event: { event: 'township-closed', about: { township: 'bh' } },
    });
    expect((await ask('setUpState', {}, 'bh-admin')).data).toMatchObject({ closed });
    expect(await turn(false)).toMatchObject({ data: { closed: false } });
    expect(stored()).not.toHaveProperty('closed');
    expect(last()).toMatchObject({
      row: { act: 'open-township', from: JSON.stringify(closed), to: '""' },
      event: { event: 'township-opened', about: { township: 'bh' } },
    });
  });

  const table: Import = {
    _id: 'bh~aaaaaaaaaaaaaaaaaaaa',
    township: 'bh',
    rev: 1,
    table: 'unit',
    by: 'somebody',
    at: 0,
    hash: '',
    reason: '机构改革',
    lines: 1,
    counts: { new: 1, changed: 0, same: 0, gone: 0 },
    faults: [],
    slices: 1,
  };
  const bodyOf = (name: string) => ({ id: '', seen: '', row: { name, categories: [] } });
  const lineOf = (name: string) => ({
    line: 2,
    mark: 'new' as const,
    title: name,
    words: '',
    body: bodyOf(name),
  });

  test('a table committed and taken back: by whoever brought it', async () => {
    await keepImport({ ...table, at: cloud.clock.now() }, [[lineOf('新站')]]);
    const asked = { import: table._id, slice: 0 };
    expect(await ask('takeBackImport', { ...asked, reason: '导错了' })).toMatchObject({
      code: 'wrong-state',
    });
    expect(await ask('commitImport', asked)).toMatchObject({ data: { done: 1, slices: 1 } });
    const id = stored().units.at(-1)?.id ?? '';
    const made = JSON.stringify([{ id, name: '新站', categories: [] }]);
    expect(last()).toMatchObject({
      row: { act: 'import', of: 'unit', from: '[null]', to: made },
      event: { event: 'names-changed', about: { kind: 'unit', ids: id } },
    });
    expect(await ask('takeBackImport', { ...asked, reason: '导错了' })).toMatchObject({
      data: { done: 0, slices: 1, kept: 0 },
    });
    expect(last()).toMatchObject({
      row: { act: 'take-back-import', of: 'unit', from: made, to: '[null]' },
      event: { event: 'names-changed', about: { kind: 'unit', ids: id } },
    });
    expect(await ask('commitImport', asked)).toMatchObject({
      code: 'wrong-state',
      details: { state: 'taken-back' },
    });
  });

  test('a table that is not there, has faults or no such slice cannot be committed, nor taken back', async () => {
    const at = cloud.clock.now();
    const faulty = { ...table, _id: 'bh~bbbbbbbbbbbbbbbbbbbb', at };
    const fault = { line: 2, column: '单位', why: 'needed' as const, text: '' };
    await keepImport({ ...faulty, faults: [fault] }, [[lineOf('别的站')]]);
    expect(await ask('commitImport', { import: faulty._id, slice: 0 })).toMatchObject({ code: 'not-found' });
    for (const missing of [
      { import: table._id, slice: 1 },
      { import: 'bh~cccccccccccccccccccc', slice: 0 },
    ]) {
      expect(await ask('commitImport', missing)).toMatchObject({ code: 'not-found' });
      expect(await ask('takeBackImport', { ...missing, reason: '某' })).toMatchObject({ code: 'not-found' });
    }
  });

  test('plans go when they are older than a month', async () => {
    const left = () => cloud.documents('imports').length;
    const start = cloud.clock.now();
    await clearOldImports('bh', start + 30 * 86_400_000 - 3_600_000);
    expect(left()).toBe(2);
    await clearOldImports('bh', start + 31 * 86_400_000);
    expect([left(), cloud.documents('importslices').length]).toEqual([0, 0]);
  });
});

describe('grants follow the people of the directory', () => {
  const of = (person: string) => grants().filter((one) => one.person === person);
  const moved = (group: string) => ({
    people: stored().people.map((one) =>
      one.id !== 'p5'
        ? one
        : { ...one, memberships: one.memberships.map((membership) => ({ ...membership, group })) },
    ),
  });

  test('of a person who is in another group now, and not one that was revoked; one that stands right is not written', async () => {
    const [own] = of('p5');
    const gone = { ...own, _id: 'bh~9999999999999999', state: 'revoked', openid: 'o-gone' };
    cloud.replace('invitations', [...cloud.documents<Invitation>('invitations'), gone]);
    const tell = (kind: string, ids: string) =>
      onPeopleChanged({ ...event, about: { kind, ids } }, cloud.clock.now());
    const revs = () => of('p5').map(({ group, rev }) => [group, rev]);
    const before = revs();
    await tell('person', 'p5');
    expect(revs()).toEqual(before);
    swap(moved('g7'));
    await tell('term', 'p5');
    await tell('person', 'p8');
    expect(revs()).toEqual(before);
    await tell('person', 'p8,p5');
    expect(of('p5').find(({ _id }) => _id === own?._id)).toMatchObject({ group: 'g7' });
    expect(of('p5').find(({ _id }) => _id === gone._id)).toMatchObject({ group: own?.group });
    swap(moved(own?.group ?? ''));
    await tell('person', 'all');
    expect(of('p5').find(({ _id }) => _id === own?._id)).toMatchObject({ group: own?.group });
  });

  test('every morning, of whom a membership began or ended these days; a longer time ago nobody looks', async () => {
    const [own] = of('p5');
    const begins = (from: string) => ({
      people: stored().people.map((one) =>
        one.id !== 'p5' ? one : { ...one, memberships: one.memberships.map((each) => ({ ...each, from })) },
      ),
    });
    const before = stored().people;
    for (const [from, follows] of [
      ['2026-11-10', false],
      ['2026-11-20', true],
    ] as const) {
      swap(begins(from));
      expect(await alignGrants('bh', cloud.clock.now())).toBe(0);
      expect([from, of('p5').find(({ _id }) => _id === own?._id)?.from === from]).toEqual([from, follows]);
    }
    swap({ people: before });
  });

  test('who holds a grant is marked in the directory, once; of an invitation that is gone nothing follows', async () => {
    const person =
      grants().find(({ state, role }) => state === 'confirmed' && role === 'deputy')?.person ?? '';
    const marked = () => stored().people.find(({ id }) => id === person)?.claimed;
    const [own] = of(person);
    const tell = (invitation = own?._id ?? '') =>
      onInvitationChanged({ ...event, about: { invitation } }, cloud.clock.now());
    const before = stored().version;
    await tell();
    await tell('bh~0000000000000000');
    expect([marked(), stored().version]).toEqual([true, before]);
    swap({ people: stored().people.map((one) => (one.id === person ? { ...one, claimed: false } : one)) });
    const others = stored().people.filter(({ id }) => id !== person);
    await tell();
    expect([marked(), stored().version]).toEqual([true, before + 1]);
    expect(stored().people.filter(({ id }) => id !== person)).toEqual(others);
    swap({ people: others });
    await tell();
    expect(stored().version).toBe(before + 1);
  });
});

test('a request of one group of villagers is tried by the row of that group', async () => {
  const row = stored().routing.rows.find(({ villagerGroup }) => villagerGroup !== undefined);
  const { village, villagerGroup, group } = row ?? {};
  const tried = { village, category: 'road', date: '2026-11-23', edits: [] };
  const one = await ask('tryRoute', { ...tried, villagerGroup });
  const other = await ask('tryRoute', tried);
  expect(one).toMatchObject({ data: { rule: 'villager-group', group } });
  expect((other.data as { rule: string }).rule).not.toBe('villager-group');
  const edits = [{ id: 'nothing', seen: tagOf('route', 'nothing', {}), row: null }];
  expect(await ask('tryRoute', { ...tried, edits })).toMatchObject({ ok: false });
});

test('gaps are told with the routing and settings with the settings, each there alone', async () => {
  const gone = { routing: { ...stored().routing, villageFallback: {} } };
  const { routing } = stored();
  swap(gone);
  const parts = ['names', 'people', 'routing', 'settings'];
  const told = await Promise.all(
    parts.map(async (part) => {
      const { gaps, settings } = (await ask('book', { part })).data as Record<string, object[]>;
      return [part, gaps?.length !== 0, settings?.length !== 0];
    }),
  );
  expect(told).toEqual([
    ['names', false, false],
    ['people', false, false],
    ['routing', true, false],
    ['settings', false, true],
  ]);
  swap({ routing });
});

test('twenty scans of an account are counted in a minute, the next one is told to wait; another’s is', async () => {
  const scan = (openid: string) => ask('countScan', { place: 'v4' }, openid);
  for (let n = 0; n < 20; n++) expect(await scan('o-many')).toMatchObject({ data: { counted: true } });
  const refused = await scan('o-many');
  expect(refused).toMatchObject({ code: 'rate-limited', details: { seconds: 60 } });
  expect(await scan('o-other')).toMatchObject({ ok: true });
  const { data } = await ask('scans');
  const { month, places } = data as { month: string; places: { place: string; scans: number }[] };
  expect([month, places.find(({ place }) => place === 'v4')?.scans]).toEqual(['2026-11', 21]);
  expect(await ask('scans', { month: '2026-10' })).toMatchObject({ data: { month: '2026-10' } });
});

test('where there is no directory each action says so', async () => {
  const [issued] = grants();
  const townships = cloud.documents<Directory>('townships');
  cloud.replace(
    'townships',
    townships.filter(({ _id }) => _id !== 'bh'),
  );
  cloud.clock.set(cloud.clock.now() + 61_000);
  const edits = [{ id: '', seen: '', row: { name: '新站', categories: [] } }];
  const asked: readonly [string, object, string?][] = [
    ['book', { part: 'names' }],
    ['editBook', { kind: 'unit', edits, reason: '某' }],
    ['mergeVillages', { from: 'v1', into: 'v2', reason: '某' }],
    ['tryRoute', { village: 'v1', category: 'road', date: '2026-11-23', edits: [] }],
    ['setUpState', {}, 'bh-admin'],
    ['closeTownship', { closed: true, words: '某' }, 'bh-admin'],
    ['issueInvitation', { role: 'unit', name: '某', unit: 'u3', phoneLast4: '1234' }],
    ['reissueInvitation', { invitation: issued?._id, phoneLast4: '1234' }],
    ['listUninvited', {}],
    ['places', {}],
    ['scans', {}],
    ['countScan', { place: 'v4' }, 'o-new'],
  ];
  for (const [action, input, openid] of asked)
    expect([action, (await ask(action, input, openid)).code]).toEqual([action, 'not-found']);
  cloud.replace('townships', townships);
});
