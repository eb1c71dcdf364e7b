/** The office edits the directory: all of an act or nothing, never over somebody else's, never what is still used. */
import { decryptField } from '../../../cloudfunctions/shared/cipher';
import { TEST_FIELD_KEYS } from '../../support/given';
import type { DirectoryView } from '../../../miniprogram/contract/registry-office';
import { ADMIN, CHIEF, newKey, openRegistry, reason, STAFF, type Registry } from './support/office';

jest.setTimeout(120_000);

let office: Registry;
beforeAll(async () => {
  office = await openRegistry();
});
/** Most acts here are refused and leave the sample as it was. */
beforeEach(async () => {
  if (office.book().version !== 1) await office.reset();
});
afterAll(() => office.close());

const street = { village: 'v11', category: 'road', group: 'g7', from: '2026-12-01', reason };

describe('one act', () => {
  it('costs admit and two calls, and the next reading shows it', async () => {
    const answer = await office.edit('route', [{ id: '', seen: '', row: street }]);
    expect(answer).toMatchObject({ ok: true, cost: { calls: 3 }, data: { edition: 2 } });
    expect((answer.data as { ids: string[] }).ids).toEqual(['v11..road.2026-12-01']);
    expect(office.book().routing.rows.at(-1)).toEqual(street);
    const { edition: version, rows } = await office.view('routing');
    expect(version).toBe(2);
    expect(rows.at(-1)).toMatchObject({ kind: 'fallback' });
    expect(rows.filter(({ kind }) => kind === 'route').at(-1)?.row).toEqual(street);
  });

  it('takes effect for the next request, in this instance at once', async () => {
    const row = { ...street, from: '2026-11-01' };
    await office.edit('route', [{ id: '', seen: '', row }]);
    const asked = { village: 'v11', category: 'road', date: '2026-11-23', edits: [] };
    const tried = await office.ask(STAFF, 'tryRoute', asked);
    expect(tried).toMatchObject({ ok: true, data: { rule: 'village', group: 'g7', home: 'h3' } });
  });

  it('leaves one row of history with who, why, before and after, and one event that says what is under way stays', async () => {
    const before = await office.row('routing', 'fallback', 'v1');
    const row = { group: 'g2' };
    await office.edit('fallback', [{ id: 'v1', seen: before.tag, row }], {}, CHIEF);
    expect((office.book() as unknown as { outbox: object[] }).outbox).toEqual([
      expect.objectContaining({
        event: 'routing-changed',
        about: { version: 2, kind: 'fallback', open: 'keep' },
      }),
    ]);
    await office.kick();
    const rows = office.audit().filter(({ document }) => document === 'bh');
    expect(rows).toEqual([
      expect.objectContaining({
        act: 'edit-book',
        of: 'fallback',
        by: 'p1',
        from: JSON.stringify([{ id: 'v1', group: 'g1' }]),
        to: JSON.stringify([{ id: 'v1', ...row }]),
      }),
    ]);
    process.env['FIELD_KEYS'] = TEST_FIELD_KEYS;
    const [{ words = '' } = {}] = rows as { words?: string }[];
    expect(decryptField(words)).toBe(reason);
    expect(office.book()).toMatchObject({ version: 2, outbox: [], history: [], outboxAt: 0 });
  });

  it('says in its event when what is under way is to follow', async () => {
    await office.edit('route', [{ id: '', seen: '', row: street }], { reroute: true });
    expect((office.book() as unknown as { outbox: object[] }).outbox).toMatchObject([
      { about: { open: 'reroute' } },
    ]);
  });

  it('answers a repetition the same, and refuses its key for something else', async () => {
    const key = newKey();
    const edits = [{ id: '', seen: '', row: { name: '民政办', categories: ['relief'] } }];
    const first = await office.edit('unit', edits, {}, STAFF, key);
    expect((await office.edit('unit', edits, {}, STAFF, key)).data).toEqual(first.data);
    expect(office.book().units).toHaveLength(8);
    expect(await office.edit('unit', edits, { reason: '别的' }, STAFF, key)).toMatchObject({
      code: 'key-reused',
    });
  });
});

describe('people and voters of the township’s card', () => {
  const edit = async (figures: object) => {
    const { tag, row } = await office.row('names', 'card', 'bh');
    const { population: _people, voters: _voters, countedOn: _day, ...said } = row;
    return office.edit('card', [{ id: 'bh', seen: tag, row: { ...said, ...figures } }]);
  };
  const wrong = (field: string, why: string) => ({ code: 'row-wrong', details: { id: 'bh', field, why } });

  it('stand with their day, or not at all', async () => {
    const countedOn = '2026-06-30';
    expect(await edit({ population: 31_000 })).toMatchObject(wrong('countedOn', 'needed'));
    expect(await edit({ countedOn })).toMatchObject(wrong('population', 'needed'));
    expect((await edit({ voters: 24_000, countedOn })).ok).toBe(true);
    expect((await edit({})).ok).toBe(true);
    expect(office.book().card).not.toHaveProperty('voters');
  });

  it('more voters than people are refused; as many are not', async () => {
    const [population, countedOn] = [31_000, '2026-06-30'];
    expect(await edit({ population, voters: 31_001, countedOn })).toMatchObject(wrong('voters', 'bounds'));
    expect((await edit({ population, voters: 31_000, countedOn })).ok).toBe(true);
    expect(office.book().card).toMatchObject({ population, voters: population, countedOn });
  });

  it('half a person and a township of nobody are no figures', async () => {
    for (const population of [0, 99, 3.2, -5, '31000'])
      expect(await edit({ population, countedOn: '2026-06-30' })).toMatchObject({ code: 'bad-input' });
  });
});

describe('two editors', () => {
  it('of one row: the later is told, and nothing of its act is written', async () => {
    const seen = (await office.row('names', 'unit', 'u1')).tag;
    const renamed = (name: string) => [
      { id: 'u1', seen, row: { name, categories: ['road'] } },
      { id: '', seen: '', row: { name: `${name}二`, categories: [] } },
    ];
    expect((await office.edit('unit', renamed('交通站'))).ok).toBe(true);
    expect(await office.edit('unit', renamed('公路站'), {}, CHIEF)).toMatchObject({
      ok: false,
      code: 'row-changed',
      details: { id: 'u1' },
    });
    expect(office.book().units.map(({ name }) => name)).not.toContain('公路站二');
  });

  it('of two rows at the same instant: both are kept', async () => {
    const rows = ['v1', 'v2', 'v4', 'v5', 'v8', 'v9'].map((village) => ({ ...street, village }));
    const answers = await Promise.all(rows.map((row) => office.edit('route', [{ id: '', seen: '', row }])));
    expect(answers.map(({ code }) => code ?? 'ok')).toEqual(rows.map(() => 'ok'));
    expect(office.book().version).toBe(1 + rows.length);
    expect(office.book().routing.rows).toEqual(expect.arrayContaining(rows));
  });

  it('who make the same row at the same instant: one of them', async () => {
    const edits = [{ id: '', seen: '', row: street }];
    const answers = await Promise.all([1, 2, 3].map(() => office.edit('route', edits)));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.filter(({ code }) => code === 'row-doubled')).toHaveLength(2);
  });
});

describe('what is still used does not go', () => {
  it.each([
    ['group', 'g3', 'names'],
    ['village', 'v4', 'names'],
    ['home', 'h2', 'names'],
    ['category', 'road', 'names'],
    ['constituency', 'c1', 'names'],
    ['term', 't18', 'people'],
  ] as const)('%s %s', async (kind, id, part) => {
    const { tag } = await office.row(part, kind, id);
    const answer = await office.edit(kind, [{ id, seen: tag, row: null }]);
    expect(answer).toMatchObject({ ok: false, code: 'still-used', details: { id } });
    const { by, n } = answer.details as { by: string[]; n: number };
    expect(by.length).toBeGreaterThan(0);
    expect(n).toBeGreaterThanOrEqual(by.length);
    expect(office.book().version).toBe(1);
  });

  it('a group goes once nothing routes to it and nobody is in it; its name is kept and its id not given again', async () => {
    const row = { name: '第九代表小组', home: 'h1' };
    await office.edit('group', [{ id: '', seen: '', row }]);
    const { tag } = await office.row('names', 'group', 'g9');
    expect((await office.edit('group', [{ id: 'g9', seen: tag, row: null }])).ok).toBe(true);
    expect(office.book().former).toEqual([
      { kind: 'group', id: 'g9', name: '第九代表小组', ended: '2026-11-23' },
    ]);
    const again = await office.edit('group', [{ id: '', seen: '', row }]);
    expect(again.data).toMatchObject({ ids: ['g10'] });
  });

  it('a villager group with a row of its own', async () => {
    const { tag, row } = await office.row('names', 'village', 'v3');
    const parts = row['villagerGroups'] as { id: string }[];
    const villagerGroups = parts.filter(({ id }) => id !== 'v3s5');
    expect(
      await office.edit('village', [{ id: 'v3', seen: tag, row: { ...row, villagerGroups } }]),
    ).toMatchObject({ code: 'still-used', details: { id: 'v3.v3s5' } });
  });
});

describe('what is wrong is refused with its field', () => {
  it.each([
    ['route', '', { ...street, group: 'g99' }, 'group'],
    ['route', '', { ...street, village: 'v99' }, 'village'],
    ['route', '', { ...street, villagerGroup: 'v1s1' }, 'villagerGroup'],
    ['route', '', { ...street, to: '2026-11-30' }, 'to'],
    ['unit', '', { name: '水利站', categories: [] }, 'name'],
    ['unit', '', { name: '新站', categories: ['nothing'] }, 'categories'],
    ['unit', 'u99', { name: '新站', categories: [] }, 'id'],
    ['setting', 'contactDays', { value: 0 }, 'value'],
    ['setting', 'contactDays', { value: 'x' }, 'value'],
    ['setting', 'h1.closingTime', { value: '25:00' }, 'value'],
    ['setting', 'h1.contactDays', { value: 3 }, 'id'],
    ['setting', 'noSuchThing', { value: 3 }, 'id'],
    ['term', '', { name: '第十九届', from: '2026-01-01' }, 'from'],
  ] as const)('%s %s', async (kind, id, row, field) => {
    const answer = await office.edit(kind, [{ id, seen: '', row }]);
    expect(answer).toMatchObject({ ok: false, code: 'row-wrong', details: { field } });
    expect(office.book().version).toBe(1);
  });
});

describe('kinds of their own', () => {
  it('a setting of a home, back to the township’s, and one that the administrator changes', async () => {
    await office.edit('setting', [{ id: 'h1.closingTime', seen: '', row: { value: '17:00' } }]);
    expect(office.book().homes[0]?.own).toEqual({ closingTime: '17:00' });
    const { tag } = await office.row('settings', 'setting', 'h1.closingTime');
    await office.edit('setting', [{ id: 'h1.closingTime', seen: tag, row: null }]);
    expect(office.book().homes[0]?.own).toEqual({});
    const edits = [{ id: 'contactDays', seen: '', row: { value: 4 } }];
    expect((await office.edit('setting', edits, {}, ADMIN)).ok).toBe(true);
    expect(await office.edit('unit', [{ id: '', seen: '', row: null }], {}, ADMIN)).toMatchObject({
      code: 'not-allowed',
    });
    const { settings } = await office.view('settings', ADMIN);
    expect(settings.find(({ name }) => name === 'contactDays')).toMatchObject({
      value: 4,
      usual: 3,
      unit: '工作日',
      least: 1,
      most: 90,
    });
  });

  it('the office’s own calendar', async () => {
    await office.edit('calendar', [{ id: '2027-01-04', seen: '', row: { workday: false, name: '镇庆' } }]);
    await office.edit('year', [{ id: '2029', seen: '', row: { entered: true } }]);
    expect(office.book().calendar.rows).toContainEqual({ date: '2027-01-04', workday: false, name: '镇庆' });
    expect(office.book().calendar.years).toContain(2029);
  });

  it('days on which a home receives by phone are public, market days are not', async () => {
    const { tag, row } = await office.row('names', 'home', 'h1');
    const days = { marketDays: ['2026-12-10'], phoneDays: ['2026-12-17'] };
    expect((await office.edit('home', [{ id: 'h1', seen: tag, row: { ...row, ...days } }])).ok).toBe(true);
    expect(office.book().homes[0]).toMatchObject(days);
    const places = JSON.stringify(await office.ask(STAFF, 'places', {}));
    expect(places).toContain('2026-12-17');
    expect(places).not.toContain('2026-12-10');
  });

  it('a person keeps the account whatever is edited, and a group’s change reaches the grant', async () => {
    const { tag, row } = await office.row('people', 'person', 'p5');
    const [membership] = row['memberships'] as object[];
    const memberships = [{ ...membership, group: 'g1', home: 'h1' }];
    const edits = [{ id: 'p5', seen: tag, row: { ...row, memberships } }];
    expect((await office.edit('person', edits)).ok).toBe(true);
    expect(office.book().people.find(({ id }) => id === 'p5')?.claimed).toBe(true);
    await office.kick();
    expect(office.invitations().find(({ openid }) => openid === 'bh-p5')).toMatchObject({
      group: 'g1',
      home: 'h1',
      state: 'confirmed',
    });
  });

  it('a gap is shown until a row or a fallback closes it', async () => {
    const { tag } = await office.row('routing', 'fallback', 'v12');
    await office.edit('fallback', [{ id: 'v12', seen: tag, row: null }]);
    const gaps = (await office.view('routing')).gaps;
    // The row for schools everywhere still covers those.
    expect(gaps).toHaveLength(9);
    expect(gaps).toContainEqual({ village: 'v12', category: 'road' });
    await office.edit('route', [
      { id: '', seen: '', row: { ...street, village: 'v12', category: '*', from: '2026-01-01' } },
    ]);
    expect((await office.view('routing')).gaps).toEqual([]);
  });

  it('a try with edits that are not saved changes nothing', async () => {
    const edits = [{ id: '', seen: '', row: { ...street, group: 'g1', from: '2026-11-01' } }];
    const asked = { village: 'v11', category: 'road', date: '2026-11-23', edits };
    expect(await office.ask(STAFF, 'tryRoute', asked)).toMatchObject({ data: { group: 'g1' } });
    expect(await office.ask(STAFF, 'tryRoute', { ...asked, edits: [] })).toMatchObject({
      data: { group: 'g7', rule: 'village-fallback' },
    });
    expect(office.book().version).toBe(1);
  });
});

it('shows each part to the office and the administrator alone', async () => {
  for (const openid of ['bh-p5', 'bh-unit', 'bh-helper', 'qs-staff', 'qu-district'])
    expect(await office.ask(openid, 'book', { part: 'people' })).toMatchObject({ code: 'not-allowed' });
  const { rows } = (await office.view('people', ADMIN)) satisfies DirectoryView;
  expect(rows.filter(({ kind }) => kind === 'person')).toHaveLength(63);
});
