/** What the office may write into its directory: each row by itself and beside its like. */
import { checkRemoval, checkRow } from '../../../../../cloudfunctions/registry/directory/rules/check-row';
import { routeId } from '../../../../../cloudfunctions/registry/directory/rules/directory-rows';
import type { Directory } from '../../../../../cloudfunctions/registry/directory/rules/directory';
import { after, apply, base, check, route, rowOf, TODAY } from './scene';

describe('a row', () => {
  const village = rowOf('village', 'v1');
  const person = rowOf('person', 'p1');
  const term = { name: '第二届', from: '2019-01-01', to: '2019-12-31' };
  const [membership] = person.memberships;

  it.each([
    ['village', 'v1', village],
    ['village', 'v1', { ...village, name: '甲 村' }],
    ['person', 'p1', person],
    ['person', 'p1', { ...person, absent: [{ from: TODAY, to: TODAY }, { from: TODAY }] }],
    ['person', 'p1', { ...person, memberships: [{ ...membership, leader: true }] }],
    ['term', '', term],
    ['route', '', route],
    ['route', '', { ...route, to: route.from }],
    ['route', '', { ...route, villagerGroup: 'v1s1' }],
    ['fallback', 'v2', { group: 'g1' }],
    ['calendar', '2026-10-02', { workday: false, name: 'x' }],
    ['year', '2027', { entered: true }],
    ['card', 'tt', { name: '测试镇', population: 10, voters: 10, countedOn: TODAY }],
    ['setting', 'closingTime', { value: '18:00' }],
    ['setting', 'h1.closingTime', { value: '18:00' }],
    ['ownKind', '夜校', { unit: 'households', fields: ['household'] }],
    ['ownKind', '夜校', { unit: 'sessions', fields: [] }],
  ] as const)('%s %s is as it should be', (kind, id, row) => {
    expect(check(kind, id, row)).toBeUndefined();
  });

  it.each([
    ['village', 'v9', { ...village, name: '甲 村' }, 'name', 'taken'],
    ['village', 'v1', { ...village, name: '甲、乙' }, 'name', 'name'],
    [
      'village',
      'v1',
      {
        ...village,
        villagerGroups: [
          { id: 'a', name: '一组' },
          { id: 'b', name: '第1组' },
        ],
      },
      'villagerGroups',
      'taken',
    ],
    ['village', 'v1', { ...village, villagerGroups: [{ id: 'a', name: '' }] }, 'villagerGroups', 'name'],
    [
      'village',
      'v1',
      {
        ...village,
        villagerGroups: [
          { id: 'a', name: '一组' },
          { id: 'b', name: '' },
        ],
      },
      'villagerGroups',
      'name',
    ],
    ['village', 'v1', { ...village, formerNames: [''] }, 'formerNames', 'name'],
    ['home', 'h9', { name: 'h1' }, 'name', 'taken'],
    ['group', 'g9', { name: '第一小组' }, 'name', 'taken'],
    ['category', 'k9', { name: '道路' }, 'name', 'taken'],
    ['unit', 'u9', { name: '交通办' }, 'name', 'taken'],
    ['constituency', 'c9', { name: 'c1' }, 'name', 'taken'],
    ['person', 'p1', { ...person, name: '' }, 'name', 'name'],
    [
      'person',
      'p1',
      { ...person, absent: [{ from: TODAY }, { from: TODAY, to: '2026-11-22' }] },
      'absent',
      'span',
    ],
    [
      'person',
      'p1',
      { ...person, memberships: [membership, { ...membership, to: '2019-01-01' }] },
      'memberships',
      'span',
    ],
    [
      'person',
      'p1',
      { ...person, memberships: [{ ...membership, group: undefined, leader: true }] },
      'group',
      'needed',
    ],
    ['term', '', { ...term, to: '2018-12-31' }, 'to', 'span'],
    ['term', '', { ...term, to: '2020-01-01' }, 'from', 'overlap'],
    ['term', '', { name: '第二届', from: '2030-01-01' }, 'from', 'overlap'],
    ['term', '', { ...term, name: '第一届' }, 'name', 'taken'],
    ['route', '', { ...route, to: '2025-12-31' }, 'to', 'span'],
    ['route', '', { ...route, village: '*', villagerGroup: 'v1s1' }, 'village', 'needed'],
    ['fallback', 'v9', { group: 'g1' }, 'id', 'unknown'],
    ['card', 'other', { name: 'x' }, 'id', 'unknown'],
    ['card', 'tt', { name: 'x', population: 1 }, 'countedOn', 'needed'],
    ['card', 'tt', { name: 'x', voters: 1 }, 'countedOn', 'needed'],
    ['card', 'tt', { name: 'x', countedOn: TODAY }, 'population', 'needed'],
    ['card', 'tt', { name: 'x', population: 1, voters: 2, countedOn: TODAY }, 'voters', 'bounds'],
    ['setting', 'none', { value: 1 }, 'id', 'unknown'],
    ['setting', 'h9.closingTime', { value: '18:00' }, 'id', 'unknown'],
    ['setting', 'h1.assignDays', { value: 3 }, 'id', 'unknown'],
    ['setting', 'closingTime', { value: '24:00' }, 'value', 'bounds'],
    ['setting', 'h1.closingTime', { value: 18 }, 'value', 'bounds'],
    ['ownKind', '入户 走访', { unit: 'sessions', fields: [] }, 'id', 'taken'],
    ['ownKind', '夜校', { unit: 'households', fields: ['village'] }, 'fields', 'needed'],
  ] as const)('%s %s %j is wrong in %s: %s', (kind, id, row, field, why) => {
    expect(check(kind, id, row)).toEqual({ field, why });
  });

  it('a term may begin on the day after another, and end on the day before it, but not on its days', () => {
    const terms = { ...base, terms: [{ id: 't1', name: '第一届', from: '2020-01-01', to: '2024-12-31' }] };
    const second = (from: string, to?: string) =>
      checkRow(terms, 'term', '', { name: '第二届', from, ...(to !== undefined && { to }) });
    expect([second('2025-01-01'), second('2019-01-01', '2019-12-31')]).toEqual([undefined, undefined]);
    for (const [from, to] of [
      ['2024-12-31'],
      ['2019-01-01', '2020-01-01'],
      ['2021-01-01', '2021-12-31'],
    ] as const)
      expect(second(from, to)).toEqual({ field: 'from', why: 'overlap' });
    // It does not stand in its own way.
    expect(checkRow(terms, 'term', 't1', { name: '第一届', from: '2020-01-01' })).toBeUndefined();
  });

  it('another own kind of the same name is none, the same one is', () => {
    const own = {
      ...base,
      ownKinds: [{ id: '夜校', unit: 'sessions', fields: [], by: 'office' }],
    } as unknown as Directory;
    const row = { unit: 'sessions', fields: [], by: 'office' } as never;
    expect(checkRow(own, 'ownKind', '夜校', row)).toBeUndefined();
    expect(checkRow(own, 'ownKind', '夜 校', row)).toEqual({ field: 'id', why: 'taken' });
  });
});

describe('taking away', () => {
  it('a card stays, and a kind that activities may name; whoever holds an account ends by date', () => {
    expect(checkRemoval(base, 'card', 'tt')).toEqual({ field: 'id', why: 'stays' });
    expect(checkRemoval(base, 'ownKind', '夜校')).toEqual({ field: 'id', why: 'stays' });
    expect(checkRemoval(base, 'person', 'p1')).toEqual({ field: 'claimed', why: 'claimed' });
    expect([checkRemoval(base, 'person', 'p2'), checkRemoval(base, 'village', 'v1')]).toEqual([
      undefined,
      undefined,
    ]);
  });

  it('keeps the name for what happened under it, and its id is never given again', () => {
    const without = after(apply('person', [{ id: 'p2', row: null }]));
    expect(without.former).toEqual([{ kind: 'person', id: 'p2', name: '代表p2', ended: TODAY }]);
    const { ids } = apply(
      'person',
      [{ id: '', row: { ...rowOf('person', 'p2'), name: '新人' } }],
      without,
    ) as { ids: readonly string[] };
    expect(ids).toEqual(['p3']);
    expect(after(apply('calendar', [{ id: '2026-10-01', row: null }])).former).toEqual([]);
  });

  it('is refused while a row still names it, with those that do', () => {
    expect(apply('group', [{ id: 'g1', row: null }])).toEqual({
      ok: false,
      code: 'still-used',
      details: { id: 'g1', n: 3, by: ['person~p1', `route~${routeId(route)}`, 'fallback~v1'] },
    });
    const many = {
      ...base,
      people: Array.from({ length: 15 }, (_, n) => ({ ...base.people[1], id: `x${String(n)}` })),
    } as Directory;
    const by = many.people.slice(0, 10).map(({ id }) => `person~${id}`);
    expect(apply('group', [{ id: 'g2', row: null }], many)).toMatchObject({ details: { n: 15, by } });
  });
});

describe('writing', () => {
  it('takes the row as its editor saw it, and one that somebody made meanwhile not at all', () => {
    expect(apply('group', [{ id: 'g1', row: rowOf('group', 'g1'), seen: 'old' }])).toEqual({
      ok: false,
      code: 'row-changed',
      details: { id: 'g1' },
    });
    expect(
      apply('calendar', [{ id: '2026-10-01', row: { workday: true, name: 'x' }, seen: '' }]),
    ).toMatchObject({ code: 'row-changed' });
    expect(apply('group', [{ id: 'g9', row: null }])).toEqual({
      ok: false,
      code: 'row-wrong',
      details: { id: 'g9', field: 'id', why: 'unknown' },
    });
    expect(apply('group', [{ id: 'g9', row: { name: '新', home: 'h1' } }])).toEqual({
      ok: false,
      code: 'row-wrong',
      details: { id: 'g9', field: 'id', why: 'unknown' },
    });
  });

  it('gives the next id, and answers what stood there and what stands there', () => {
    const made = apply('group', [
      { id: '', row: { name: '第三小组', home: 'h1' } },
      { id: 'g2', row: { name: '二组', home: 'h2' } },
    ]);
    expect(made).toMatchObject({
      ids: ['g3', 'g2'],
      from: [null, { id: 'g2', name: '第二小组', home: 'h2' }],
      to: [
        { id: 'g3', name: '第三小组', home: 'h1' },
        { id: 'g2', name: '二组', home: 'h2' },
      ],
    });
    expect(apply('person', [{ id: 'p2', row: null }])).toMatchObject({ ids: ['p2'], to: [null] });
    expect(apply('year', [{ id: '', row: { entered: true } }])).toMatchObject({
      code: 'row-wrong',
      details: { field: 'id', why: 'unknown' },
    });
    expect(after(made).groups.map(({ id }) => id)).toEqual(['g1', 'g2', 'g3']);
  });

  it('all of an act or nothing', () => {
    expect(
      apply('group', [
        { id: '', row: { name: '第三小组', home: 'h1' } },
        { id: '', row: { name: '第三小组', home: 'h1' } },
      ]),
    ).toMatchObject({ ok: false, code: 'row-wrong', details: { why: 'taken' } });
  });

  it('a row that names what is not there is refused; one that named it before is left alone', () => {
    expect(apply('group', [{ id: 'g1', row: { name: '第一小组', home: 'h9' } }])).toEqual({
      ok: false,
      code: 'row-wrong',
      details: { id: 'g1', field: 'home', why: 'unknown' },
    });
    const broken = {
      ...base,
      groups: base.groups.map((group) => (group.id === 'g2' ? { ...group, home: 'h9' } : group)),
    };
    expect(apply('group', [{ id: 'g1', row: { name: '新名', home: 'h1' } }], broken)).toHaveProperty(
      'directory',
    );
  });

  it('a routing row moves with its place, category and first day, and not onto another', () => {
    const id = routeId(route);
    expect(after(apply('route', [{ id, row: { ...route, category: 'water' } }])).routing.rows).toEqual([
      { ...route, category: 'water' },
    ]);
    const two = { ...base, routing: { ...base.routing, rows: [route, { ...route, category: 'water' }] } };
    expect(apply('route', [{ id, row: { ...route, category: 'water' } }], two)).toEqual({
      ok: false,
      code: 'row-doubled',
      details: { id: routeId({ ...route, category: 'water' }) },
    });
    expect(after(apply('route', [{ id, row: { ...route, reason: 'w' } }])).routing.rows).toEqual([
      { ...route, reason: 'w' },
    ]);
    expect(routeId({ ...route, villagerGroup: 'v1s1' })).toBe('v1.v1s1.road.2026-01-01');
  });

  it('numbers a village’s groups anew, never as one that was', () => {
    const row = rowOf('village', 'v1');
    const fewer = after(
      apply('village', [{ id: 'v1', row: { ...row, villagerGroups: row.villagerGroups.slice(0, 1) } }]),
    );
    expect(fewer.former).toMatchObject([{ id: 'v1s2', ended: TODAY }]);
    const more = after(
      apply(
        'village',
        [
          {
            id: 'v1',
            row: {
              ...row,
              villagerGroups: [
                { id: '', name: '三组' },
                { id: '', name: '四组' },
              ],
            },
          },
        ],
        fewer,
      ),
    );
    expect(more.villages[0]?.villagerGroups).toEqual([
      { id: 'v1s3', name: '三组' },
      { id: 'v1s4', name: '四组' },
    ]);
  });
});
