import fc from 'fast-check';
import { baiheDirectory } from '../../../../../local/townships/baihe/book';
import { routeRequest } from '../../../../../cloudfunctions/registry/routing/rules/route-request';
import { routeId } from '../../../../../cloudfunctions/registry/directory/rules/directory-rows';
import { listBroken } from '../../../../../cloudfunctions/registry/directory/rules/references';
import { mergeVillages } from '../../../../../cloudfunctions/registry/directory/rules/merge-villages';
import { smallDirectory } from '../../../request/rules/books';
import type { Directory, RoutingRow } from '../../../../../cloudfunctions/registry/directory/rules/directory';

const today = '2026-11-24';
const base = baiheDirectory(today);
const ids = (rows: readonly { id: string }[]) => rows.map(({ id }) => id);

const row = fc
  .record({
    village: fc.constantFrom('*', 'v4', 'v5', 'v3'),
    part: fc.option(fc.constantFrom('s1', 's2', 's4'), { nil: undefined }),
    category: fc.constantFrom('*', 'road', 'school', 'other'),
    group: fc.constantFrom(...ids(base.groups)),
    home: fc.option(fc.constantFrom('h1', 'h2'), { nil: undefined }),
    from: fc.constantFrom('2026-01-01', '2026-11-24', '2027-01-01'),
  })
  .map(({ part, home, ...rest }): RoutingRow => {
    const narrow =
      part !== undefined && rest.village !== '*' ? { villagerGroup: `${rest.village}${part}` } : {};
    return { ...rest, ...narrow, ...(home !== undefined && { home }) };
  });

const directory = fc
  .tuple(fc.array(row, { maxLength: 12 }), fc.boolean())
  .map(([rows, fallback]): Directory => {
    const { v5, ...others } = base.routing.villageFallback;
    const villageFallback = fallback && v5 !== undefined ? { ...others, v5 } : others;
    return { ...base, routing: { ...base.routing, rows, villageFallback } };
  });

it('sends what each villager group reports where it went before, and leaves nothing that names the old village', () => {
  fc.assert(
    fc.property(directory, (before) => {
      const after = mergeVillages(before, { from: 'v5', into: 'v4', today });
      if ('ok' in after) throw new Error(after.code);
      for (const { id: villagerGroup } of before.villages.find(({ id }) => id === 'v5')?.villagerGroups ?? [])
        for (const { id: category } of before.categories) {
          const was = routeRequest(before, { village: 'v5', villagerGroup, category }, today);
          const is = routeRequest(after, { village: 'v4', villagerGroup, category }, today);
          if (was.group !== undefined) expect([is.group, is.home]).toEqual([was.group, was.home]);
        }
      expect(listBroken(after, today)).toEqual([]);
      // As the editor has it: one row for each place, category and first day.
      const doubled = (rows: readonly RoutingRow[]) => rows.length - new Set(rows.map(routeId)).size;
      expect(doubled(after.routing.rows)).toBe(0);
    }),
  );
});

it('keeps the old name to be found by, in the township it joined', () => {
  const after = mergeVillages(base, { from: 'v6', into: 'v4', today }) as Directory;
  const village = after.villages.find(({ id }) => id === 'v4');
  expect(village?.formerNames).toEqual(['柳树村', '上城村', '大坪村', '杨家坪村']);
  expect(village?.villagerGroups.at(-1)).toEqual({ id: 'v6s4', name: '原大坪村四组' });
  expect(after.villages).toHaveLength(11);
  expect(after.former).toEqual([{ kind: 'village', id: 'v6', name: '大坪村', ended: today, into: 'v4' }]);
});

it('refuses a village that is not there, and one with itself', () => {
  for (const [from, into] of [
    ['v99', 'v1'],
    ['v1', 'v99'],
    ['v1', 'v1'],
  ] as const)
    expect(mergeVillages(base, { from, into, today })).toEqual({
      ok: false,
      code: 'row-wrong',
      details: { id: from, field: 'into', why: 'unknown' },
    });
});

describe('甲村 joins 乙村', () => {
  const A = '2026-01-01';
  const row = (changes: Partial<RoutingRow>): RoutingRow => ({
    village: 'v1',
    category: 'road',
    group: 'g1',
    from: A,
    ...changes,
  });
  const town = (rows: readonly RoutingRow[], changes: Partial<Directory> = {}): Directory => ({
    ...smallDirectory(rows, []),
    ...changes,
  });
  const merged = (before: Directory): Directory => {
    const after = mergeVillages(before, { from: 'v1', into: 'v2', today });
    if ('ok' in after) throw new Error(after.code);
    return after;
  };
  const rowsOf = (...rows: RoutingRow[]) => merged(town(rows)).routing.rows;
  /** Where nothing was decided for 甲村 its fallback stays in force, category by category. */
  const fallsBack = ({ from }: RoutingRow) => from === today;

  it('a row for the whole village is one for each of its groups; other rows stay, one for a group moves', () => {
    const others = [
      row({ village: 'v2', category: 'water' }),
      row({ village: '*', category: '*', group: 'g2' }),
    ];
    const rows = rowsOf(
      row({ category: '*' }),
      row({ villagerGroup: 'v1s1', category: 'water', group: 'g2' }),
      ...others,
    );
    expect(rows).toEqual([
      row({ village: 'v2', villagerGroup: 'v1s1', category: '*' }),
      row({ village: 'v2', villagerGroup: 'v1s2', category: '*' }),
      row({ village: 'v2', villagerGroup: 'v1s1', category: 'water', group: 'g2' }),
      ...others,
    ]);
  });

  it('of a row for the group itself and one that came from the whole village the group’s own stays', () => {
    const whole = row({ group: 'g2' });
    const narrow = row({ villagerGroup: 'v1s1' });
    const stays = [
      row({ village: 'v2', villagerGroup: 'v1s1' }),
      row({ village: 'v2', villagerGroup: 'v1s2', group: 'g2' }),
    ];
    for (const rows of [rowsOf(whole, narrow), rowsOf(narrow, whole)]) {
      const kept = rows.filter((each) => !fallsBack(each));
      expect(kept).toHaveLength(2);
      expect(kept).toEqual(expect.arrayContaining(stays));
    }
  });

  it('what 乙村’s rows would send elsewhere goes where it went', () => {
    const theirs = row({ village: 'v2', category: '*', group: 'g2' });
    const kept = (villagerGroup: string, category: string): RoutingRow => ({
      village: 'v2',
      villagerGroup,
      category,
      group: 'g1',
      from: today,
      home: 'h1',
    });
    const all = ['v1s1', 'v1s2'].flatMap((part) => ['road', 'water'].map((category) => kept(part, category)));
    expect(rowsOf(theirs)).toEqual([theirs, ...all]);
  });

  it('and to the home to which it went, though the group is the same', () => {
    const all = row({ village: '*', category: '*', home: 'h2' });
    const theirs = row({ village: 'v2', category: '*' });
    expect(rowsOf(all, theirs).filter(fallsBack)).toMatchObject(
      [1, 2, 3, 4].map(() => ({ village: 'v2', group: 'g1', home: 'h2' })),
    );
    // Where nothing changes nothing is added.
    expect(rowsOf(all, { ...theirs, home: 'h2' }).filter(fallsBack)).toEqual([]);
  });

  it('a row that decides nothing any more makes way for one that does', () => {
    const theirs = row({ village: 'v2', category: '*', group: 'g2' });
    const dead = row({ group: 'g9', from: today });
    const rows = rowsOf(theirs, dead);
    expect(rows.filter(({ group }) => group === 'g9')).toEqual([]);
    expect(new Set(rows.map(routeId)).size).toBe(rows.length);
  });

  it('its fallback goes, its constituencies have 乙村 once, and its name is found there', () => {
    const constituencies = [
      { id: 'c1', name: 'c1', level: 'town' as const, villages: ['v3', 'v1'] },
      { id: 'd1', name: 'd1', level: 'district' as const, villages: ['v1', 'v2'] },
    ];
    const fallback = {
      routing: { rows: [], villageFallback: { v1: 'g1', v2: 'g2' }, lastFallback: 'office' as const },
    };
    const before = town([], { constituencies, ...fallback });
    const old = before.villages.map((each) =>
      each.id === 'v1' ? { ...each, formerNames: ['丙村', '丁村'] } : each,
    );
    const known = old.map((each) => (each.id === 'v2' ? { ...each, formerNames: ['丙村'] } : each));
    const after = merged({ ...before, villages: known });
    expect(after.constituencies.map(({ villages }) => villages)).toEqual([['v3', 'v2'], ['v2']]);
    expect(after.routing.villageFallback).toEqual({ v2: 'g2' });
    expect(after.villages).toHaveLength(1);
    expect(after.villages[0]?.formerNames).toEqual(['丙村', '甲村', '丁村']);
  });

  it('its groups come under its name, another one where that is taken; without any it is one itself', () => {
    const groups = (villages: Directory['villages']) =>
      merged(town([], { villages })).villages[0]?.villagerGroups.slice(-2);
    const [v1, v2] = town([]).villages as [Directory['villages'][0], Directory['villages'][0]];
    expect(groups([v1, v2])).toEqual([
      { id: 'v1s1', name: '原甲村一组' },
      { id: 'v1s2', name: '原甲村二组' },
    ]);
    const taken = ['原甲村一组', '原甲村一组（2）'].map((name, at) => ({ id: `v2s${String(at + 3)}`, name }));
    expect(groups([v1, { ...v2, villagerGroups: taken }])).toEqual([
      { id: 'v1s1', name: '原甲村一组（3）' },
      { id: 'v1s2', name: '原甲村二组' },
    ]);
    expect(groups([{ ...v1, villagerGroups: [] }, v2])?.at(-1)).toEqual({ id: 'v1s1', name: '原甲村' });
  });
});
