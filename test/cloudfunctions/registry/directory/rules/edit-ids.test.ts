/** Which id a new row gets, and which edits are refused because of what else names a row. */
import { routeId } from '../../../../../cloudfunctions/registry/directory/rules/directory-rows';
import { refuseBroken } from '../../../../../cloudfunctions/registry/directory/rules/edit-directory';
import type { DirectoryKind } from '../../../../../miniprogram/contract/registry-office';
import { after, apply, base, route, rowOf, TODAY } from './scene';

describe('a new row', () => {
  it.each<[DirectoryKind, object, string]>([
    ['home', { name: '新', address: '', landline: '', marketDays: [] }, 'h3'],
    ['village', { name: '丙村', formerNames: [], villagerGroups: [], home: 'h1' }, 'v3'],
    ['constituency', { name: '新', level: 'town', villages: ['v1'] }, 'c3'],
    ['group', { name: '第三小组', home: 'h1' }, 'g3'],
    ['term', { name: '第零届', from: '2016-01-01', to: '2019-12-31' }, 't2'],
    ['person', { name: '新', strokes: 1, absent: [], memberships: [] }, 'p3'],
    ['category', { name: '新', hint: '' }, 'k1'],
    ['unit', { name: '新', categories: [] }, 'u2'],
  ])('of kind %s has the next id of its like', (kind, row, id) => {
    expect(apply(kind, [{ id: '', row }])).toMatchObject({ ids: [id] });
  });

  it('beside ids that the office did not give has the next number all the same', () => {
    const odd = { ...base, groups: [...base.groups, { id: 'gx', name: '老组', home: 'h1' }] };
    expect(apply('group', [{ id: '', row: { name: '新组', home: 'h1' } }], odd)).toMatchObject({
      ids: ['g3'],
    });
  });

  it('does not take the id of a kind’s row that is no more, though of another kind it may', () => {
    const former = [
      { kind: 'group', id: 'g7', name: '老组', ended: TODAY },
      { kind: 'home', id: 'g9', name: '别的', ended: TODAY },
    ];
    expect(
      apply('group', [{ id: '', row: { name: '新组', home: 'h1' } }], { ...base, former }),
    ).toMatchObject({
      ids: ['g8'],
    });
  });
});

describe('an edit is refused', () => {
  it('where a row stays: the card', () => {
    expect(apply('card', [{ id: 'tt', row: null }])).toEqual({
      ok: false,
      code: 'row-wrong',
      details: { id: 'tt', field: 'id', why: 'stays' },
    });
  });

  it('for what it leaves without its target, though something else was so before', () => {
    const before = {
      ...base,
      groups: base.groups.map((each) => (each.id === 'g2' ? { ...each, home: 'h9' } : each)),
    };
    expect(apply('group', [{ id: 'g1', row: null }], before)).toMatchObject({
      code: 'still-used',
      details: { id: 'g1' },
    });
    expect(refuseBroken(before, before, TODAY)).toBeUndefined();
  });

  it('with those that name the first of two, and not those of the other', () => {
    expect(
      apply('group', [
        { id: 'g1', row: null },
        { id: 'g2', row: null },
      ]),
    ).toMatchObject({
      details: { id: 'g1', n: 3, by: ['person~p1', `route~${routeId(route)}`, 'fallback~v1'] },
    });
  });

  it('a villager group that no route names goes with its name for what happened there', () => {
    const village = rowOf('village', 'v2');
    const one = { ...village, villagerGroups: village.villagerGroups.slice(1) };
    expect(after(apply('village', [{ id: 'v2', row: one }])).former).toEqual([
      { kind: 'villager-group', id: 'v2s1', name: '乙村一组', ended: TODAY },
    ]);
  });
});
