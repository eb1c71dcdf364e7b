/** Whom the office invites: what each role needs, and the table in which a line is one person and one role. */
import { toInvitee } from '../../../../../cloudfunctions/registry/invitations/rules/invite';
import {
  INVITATION_TABLE,
  listUninvited,
  planInvitations,
  sayInvitations,
  TABLE_ROLES,
} from '../../../../../cloudfunctions/registry/invitations/rules/invitation-table';
import { ROLE_LABELS } from '../../../../../miniprogram/contract/roles';
import { smallDirectory } from '../../../request/rules/books';

const TODAY = '2026-06-01';
const small = smallDirectory(
  [],
  [
    { id: 'p1', level: 'town', group: 'g1', home: 'h1' },
    { id: 'p2', level: 'town', group: 'g2', leader: true },
    { id: 'p3', receiver: true },
    { id: 'p4', level: 'town', to: '2026-05-31' },
  ],
);
const directory = {
  ...small,
  units: [{ id: 'u1', name: '交通办', categories: [] }],
} as unknown as typeof small;
const invite = (invited: object) => toInvitee(directory, { phoneLast4: '0135', ...invited } as never, TODAY);
const lacking = (field: string) => ({
  ok: false,
  code: 'row-wrong',
  details: { id: '', field, why: 'unknown' },
});

describe('an invitation', () => {
  it('stands on the membership of its person, with its days, group and home', () => {
    expect(invite({ role: 'deputy', person: 'p1' })).toEqual({
      name: '代表p1',
      person: 'p1',
      from: '2020-01-01',
      until: '9999-12-31',
      group: 'g1',
      home: 'h1',
    });
    expect(invite({ role: 'leader', person: 'p2' })).toMatchObject({ person: 'p2', group: 'g2' });
    expect(invite({ role: 'leader', person: 'p1' })).toEqual(lacking('role'));
    expect([
      invite({ role: 'deputy', person: 'p9' }),
      invite({ role: 'deputy', person: 'p4' }),
      invite({ role: 'deputy', name: '某' }),
    ]).toEqual([lacking('person'), lacking('person'), lacking('person')]);
  });

  it('of a unit or a village names one that there is, and whoever it is for', () => {
    expect(invite({ role: 'unit', name: '某', unit: 'u1' })).toEqual({
      name: '某',
      from: '0001-01-01',
      until: '9999-12-31',
      unit: 'u1',
    });
    expect(invite({ role: 'helper', name: '某', village: 'v1' })).toMatchObject({ village: 'v1' });
    expect([
      invite({ role: 'unit', name: '某', unit: 'u9' }),
      invite({ role: 'unit', name: '某' }),
      invite({ role: 'helper', name: '某', village: 'v9' }),
      invite({ role: 'unit', unit: 'u1' }),
      invite({ role: 'staff', person: 'p9' }),
    ]).toEqual([lacking('unit'), lacking('unit'), lacking('village'), lacking('name'), lacking('person')]);
    expect(invite({ role: 'unit', person: 'p9', unit: 'u1' })).toEqual(lacking('person'));
    const two = { ...directory, units: [...directory.units, { id: 'u2', name: '水利站', categories: [] }] };
    expect(toInvitee(two, { role: 'unit', name: '某', unit: 'u2', phoneLast4: '0135' }, TODAY)).toMatchObject(
      { unit: 'u2' },
    );
    expect(invite({ role: 'staff', name: '某', unit: 'u1', village: 'v1' })).toEqual({
      name: '某',
      from: '0001-01-01',
      until: '9999-12-31',
    });
    expect(invite({ role: 'staff', person: 'p1' })).toMatchObject({ person: 'p1', group: 'g1' });
  });
});

describe('the table', () => {
  const row = (line: number, changes: object = {}) => ({
    line,
    cells: { name: '代表p1', role: ROLE_LABELS.deputy, phone: '0135', ...changes },
  });
  const plan = (rows: object[], live: object[] = [], faults: object[] = []) =>
    planInvitations({ rows, faults } as never, directory, live as never, TODAY);
  const only = (changes: object) => plan([row(2, changes)]);

  it('invites a person of the directory, a clerk of a unit, a helper of a village', () => {
    expect(only({}).lines).toEqual([
      {
        line: 2,
        mark: 'new',
        title: '代表p1',
        words: ROLE_LABELS.deputy,
        body: { role: 'deputy', person: 'p1', phoneLast4: '0135' },
      },
    ]);
    expect(only({ name: '某', role: ROLE_LABELS.unit, unit: '交通 办' }).lines).toMatchObject([
      { words: `${ROLE_LABELS.unit}，交通办`, body: { role: 'unit', name: '某', unit: 'u1' } },
    ]);
    expect(only({ name: '某', role: ROLE_LABELS.helper, village: '甲村' }).lines).toMatchObject([
      { words: `${ROLE_LABELS.helper}，甲村`, body: { role: 'helper', name: '某', village: 'v1' } },
    ]);
  });

  it('puts back a nought that a spreadsheet dropped, and reads wide digits', () => {
    expect(['135', '０１３５', '5'].map((phone) => only({ phone }).lines[0]?.body.phoneLast4)).toEqual([
      '0135',
      '0135',
      '0005',
    ]);
  });

  it.each([
    [
      'a role that is not invited by tables',
      { role: ROLE_LABELS.staff },
      '身份',
      'unknown',
      ROLE_LABELS.staff,
    ],
    ['nobody of the directory', { name: '没有' }, '姓名', 'unknown', '没有'],
    ['who was', { name: '代表p4' }, '姓名', 'unknown', '代表p4'],
    ['no unit', { name: '某', role: ROLE_LABELS.unit }, '承办单位', 'needed', ''],
    [
      'a unit that there is not',
      { name: '某', role: ROLE_LABELS.unit, unit: '没有' },
      '承办单位',
      'unknown',
      '没有',
    ],
    ['no village', { name: '某', role: ROLE_LABELS.helper }, '村', 'needed', ''],
    [
      'a village that there is not',
      { name: '某', role: ROLE_LABELS.helper, village: '没有' },
      '村',
      'unknown',
      '没有',
    ],
    ['no digits', { phone: '' }, '手机号后四位', 'needed', ''],
    ['what are none', { phone: '12345' }, '手机号后四位', 'phone', '12345'],
    ['a role that the person has not', { role: ROLE_LABELS.leader }, '身份', 'unknown', ROLE_LABELS.leader],
  ] as const)('is wrong with %s', (_what, changes, column, why, text) => {
    expect(only(changes)).toEqual({ lines: [], same: 0, faults: [{ line: 2, column, why, text }] });
  });

  it('two of one name cannot be told apart, but by whoever is something today', () => {
    const twins = (to?: string) => ({
      ...directory,
      people: directory.people.map((one) =>
        one.id === 'p2'
          ? {
              ...one,
              name: '代表p1',
              memberships: one.memberships.map((row) => ({ ...row, ...(to && { to }) })),
            }
          : one,
      ),
    });
    const of = (to?: string) => planInvitations({ rows: [row(2)], faults: [] }, twins(to), [], TODAY);
    expect(of().faults).toMatchObject([{ why: 'namesake' }]);
    expect(of('2026-05-31').lines).toHaveLength(1);
  });

  it('leaves whoever is invited already, and names a line that is there twice', () => {
    expect(
      plan([row(2, { phone: '' })], [{ role: 'deputy', person: 'p1', state: 'issued', name: 'x' }]),
    ).toEqual({ lines: [], same: 1, faults: [] });
    expect(plan([row(2)], [{ role: 'leader', person: 'p1', state: 'issued', name: 'x' }]).lines).toHaveLength(
      1,
    );
    // Somebody else’s invitation of that role is no invitation of this person.
    expect(plan([row(2)], [{ role: 'deputy', person: 'p2', state: 'issued', name: 'x' }]).lines).toHaveLength(
      1,
    );
    const helper = { name: '某', role: ROLE_LABELS.helper, village: '甲村' };
    const helps = (village: string) => [{ role: 'helper', village, name: '某', state: 'issued' }];
    expect([plan([row(2, helper)], helps('v1')).same, plan([row(2, helper)], helps('v2')).same]).toEqual([
      1, 0,
    ]);
    const clerk = { name: '某', role: ROLE_LABELS.unit, unit: '交通办' };
    expect(plan([row(2, clerk)], [{ role: 'unit', unit: 'u1', name: ' 某', state: 'issued' }]).same).toBe(1);
    expect(plan([row(2, clerk)], [{ role: 'unit', unit: 'u2', name: '某', state: 'issued' }]).same).toBe(0);
    expect(plan([row(2, clerk)], [{ role: 'unit', unit: 'u1', name: '别人', state: 'issued' }]).same).toBe(0);
    expect(
      plan(
        [row(3), row(2, { name: '没有' }), row(4)],
        [],
        [{ line: 9, column: 'x', why: 'needed', text: '' }],
      ).faults,
    ).toEqual([
      { line: 2, column: '姓名', why: 'unknown', text: '没有' },
      { line: 4, column: '姓名', why: 'doubled', text: '3' },
      { line: 9, column: 'x', why: 'needed', text: '' },
    ]);
  });

  it('goes out with who is invited and who is not yet, and without any digits', () => {
    const live = [
      { role: 'deputy', person: 'p1', name: '代表p1', state: 'confirmed' },
      { role: 'unit', unit: 'u1', name: '某', state: 'issued' },
      { role: 'staff', name: '干事', state: 'confirmed' },
    ] as never;
    expect(sayInvitations(directory, live, TODAY)).toEqual([
      { name: '代表p2', role: ROLE_LABELS.deputy, state: '没有邀请' },
      { name: '代表p3', role: ROLE_LABELS.receiver, state: '没有邀请' },
      { name: '代表p1', role: ROLE_LABELS.deputy, unit: '', village: '', state: '已确认' },
      { name: '某', role: ROLE_LABELS.unit, unit: '交通办', village: '', state: '没认领' },
    ]);
    expect(listUninvited(directory.people, [], TODAY).map(({ person, role }) => [person, role])).toEqual([
      ['p1', 'deputy'],
      ['p2', 'deputy'],
      ['p3', 'receiver'],
    ]);
  });

  it('is for the roles that the whole office invites for', () => {
    expect(TABLE_ROLES).toEqual(
      expect.arrayContaining(['deputy', 'leader', 'presidium', 'receiver', 'unit', 'helper']),
    );
    for (const role of ['staff', 'chief', 'admin', 'district'] as const)
      expect(TABLE_ROLES).not.toContain(role);
    expect(INVITATION_TABLE.columns.map(({ key, kind }) => `${key} ${kind}`)).toEqual([
      'name text',
      'role choice',
      'phone text',
      'unit text',
      'village text',
      'state text',
    ]);
    expect(INVITATION_TABLE.columns.flatMap(({ needed, key }) => (needed ? [key] : []))).toEqual([
      'name',
      'role',
    ]);
    expect(INVITATION_TABLE.columns.flatMap(({ choices = [] }) => choices)).toEqual(
      TABLE_ROLES.map((role) => ROLE_LABELS[role]),
    );
    expect(INVITATION_TABLE.columns.flatMap((column) => ('offers' in column ? [column.offers] : []))).toEqual(
      ['units', 'villages'],
    );
    expect(
      INVITATION_TABLE.columns.flatMap((column) => ('also' in column ? (column.also ?? []) : [])),
    ).toEqual(['后四位', '手机后四位', '单位', '村（社区）']);
  });
});
