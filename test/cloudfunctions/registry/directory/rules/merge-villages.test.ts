import fc from 'fast-check';
import { baiheDirectory } from '../../../../../local/townships/baihe/book';
import { routeRequest } from '../../../../../cloudfunctions/registry/routing/rules/route-request';
import { routeId } from '../../../../../cloudfunctions/registry/directory/rules/directory-rows';
import { listBroken } from '../../../../../cloudfunctions/registry/directory/rules/references';
import { mergeVillages } from '../../../../../cloudfunctions/registry/directory/rules/merge-villages';
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
    expect(mergeVillages(base, { from, into, today })).toMatchObject({ ok: false, code: 'row-wrong' });
});
