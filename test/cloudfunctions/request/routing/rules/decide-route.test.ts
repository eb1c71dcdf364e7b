/** Where a request goes, and how that is said. */
import {
  decideRoute,
  findUnknown,
  nameHolder,
  nameOwner,
  officeName,
  sayOwner,
  toRoute,
} from '../../../../../cloudfunctions/request/routing/rules/decide-route';
import { smallDirectory } from '../../rules/books';

const row = (village: string, group: string) => ({ village, category: '*', group, from: '2026-01-01' });
const book = {
  ...smallDirectory(
    [row('v1', 'g2')],
    [
      { id: 'p1', level: 'town', constituency: 'c1', group: 'g2' },
      { id: 'p2', level: 'town', constituency: 'c2', group: 'g2' },
    ],
  ),
  units: [{ id: 'u1', name: '镇水利站', categories: [] }],
} as unknown as ReturnType<typeof smallDirectory>;
const privacy = { hideName: false, notOwnVillage: false, publishable: false };
const ask = { village: 'v1', category: 'road', privacy };
const decide = (more: object = {}, open = {}) => decideRoute(book, open, { ...ask, ...more }, '2026-06-01');

describe('what this township does not have', () => {
  it.each([
    [{}, undefined],
    [{ village: 'v9' }, 'village'],
    [{ villagerGroup: 'v1s2' }, undefined],
    [{ villagerGroup: 'v2s1' }, 'villagerGroup'],
    [{ category: 'gone' }, 'category'],
    [{ group: 'g1' }, undefined],
    [{ group: 'g9' }, 'group'],
    [{ deputy: 'p1' }, undefined],
    [{ deputy: 'p9' }, 'deputy'],
    [{ recused: ['p1', 'p2'] }, undefined],
    [{ recused: ['p1', 'p9'] }, 'recused'],
  ])('of %j: %s', (more, field) => {
    expect(findUnknown(book, { ...ask, ...more })).toBe(field);
  });
});

it('goes to the group of the table and its deputy, with both reasons', () => {
  expect(decide()).toEqual({
    owner: { kind: 'deputy', person: 'p1', group: 'g2' },
    group: 'g2',
    home: 'h2',
    route: {
      rule: 'village',
      ownerRule: 'constituency',
      words: '甲村的事 归第二小组，本选区的代表先接',
      bookRev: 7,
    },
    recused: [],
    hidden: [],
  });
});

it('to the named deputy, and to nobody who is recused or of the village where that is not wished', () => {
  expect(decide({ deputy: 'p2' })).toMatchObject({ owner: { person: 'p2' }, route: { ownerRule: 'named' } });
  expect(decide({ recused: ['p1'] })).toMatchObject({
    owner: { person: 'p2' },
    recused: ['p1'],
    hidden: ['p1'],
  });
  const shy = decide({ privacy: { notOwnVillage: true }, deputy: 'p1' });
  expect(shy).toMatchObject({ owner: { person: 'p2' }, recused: [], hidden: ['p1'] });
});

it('where no group is, the office has it, and no reason of a choice is said', () => {
  expect(decide({ village: 'v2' })).toMatchObject({
    owner: { kind: 'office', person: '', group: '' },
    group: '',
    home: 'h1',
    route: { rule: 'last-fallback', ownerRule: 'office', words: '乙村还没有对应的代表小组，先由人大办接' },
  });
});

it('what sounds like a matter of discipline is the office’s alone, whoever was named', () => {
  const text = '举报村支书贪污低保款';
  expect(decide({ text, deputy: 'p1', recused: ['p2'] })).toEqual({
    owner: { kind: 'office', person: '', group: '' },
    group: '',
    home: '',
    route: {
      rule: 'last-fallback',
      ownerRule: 'discipline',
      words: '人大办先看，不转给代表、村里和单位',
      bookRev: 7,
    },
    recused: ['p2'],
    hidden: ['p2'],
  });
  expect(decide({ text, privacy: { notOwnVillage: true } })).toMatchObject({ recused: [], hidden: ['p1'] });
});

describe('who has it, in words', () => {
  const held = (kind: string, more: object = {}, lead?: string) =>
    ({ owner: { kind, person: '', group: '', ...more }, ...(lead !== undefined && { lead }) }) as Parameters<
      typeof nameOwner
    >[1];

  it.each([
    [held('unit', {}, 'u1'), '镇水利站'],
    [held('unit'), '承办单位'],
    [held('unit', {}, 'gone'), '承办单位'],
    [held('chief'), '测试镇人大主席'],
    [held('presidium'), '测试镇人大主席团'],
    [held('office'), '测试镇人大办'],
    [held('deputy', { person: 'p1', group: 'g2' }), '代表p1代表'],
    [held('leader', { person: 'p2', group: 'g2' }), '代表p2代表'],
  ])('%j: %s', (one, words) => {
    expect(sayOwner(book, one)).toBe(words);
  });

  it('a person’s group stands before the name, the office has none', () => {
    expect(nameHolder(book, held('deputy', { person: 'p1', group: 'g2' }))).toBe('第二小组代表p1代表');
    expect(nameHolder(book, held('office', { group: 'g2' }))).toBe('测试镇人大办');
    expect(officeName(book)).toBe('测试镇人大办');
  });

  it('a deputy whom the directory no longer knows is the office', () => {
    expect(nameOwner(book, held('deputy', { person: 'gone' })).name).toBe('测试镇人大办');
  });

  it('only what there is is named', () => {
    expect(nameOwner(book, held('office'))).toEqual({ kind: 'office', name: '测试镇人大办' });
    expect(nameOwner(book, held('unit', { group: 'g2' }, 'u1'))).toEqual({
      kind: 'unit',
      name: '镇水利站',
      unit: 'u1',
      group: 'g2',
      groupName: '第二小组',
    });
    expect(nameOwner(book, held('unit'))).not.toHaveProperty('unit');
    expect(nameOwner(book, held('chief', {}, 'u1'))).not.toHaveProperty('unit');
    expect(nameOwner(book, held('deputy', { person: 'p1', group: 'g2' }))).toMatchObject({ person: 'p1' });
  });

  it('a route shows group and home where it has them', () => {
    expect(toRoute(book, decide())).toEqual({
      owner: { kind: 'deputy', name: '代表p1', person: 'p1', group: 'g2', groupName: '第二小组' },
      group: 'g2',
      groupName: '第二小组',
      home: 'h2',
      reason: '甲村的事 归第二小组，本选区的代表先接',
    });
    expect(toRoute(book, { ...decide({ village: 'v2' }), home: '' })).toEqual({
      owner: { kind: 'office', name: '测试镇人大办' },
      reason: '乙村还没有对应的代表小组，先由人大办接',
    });
  });
});
