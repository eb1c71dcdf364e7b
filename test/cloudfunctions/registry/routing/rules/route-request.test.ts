import type { RoutingRow } from '../../../../../cloudfunctions/registry/directory/rules/directory';
import { routeRequest } from '../../../../../cloudfunctions/registry/routing/rules/route-request';
import { smallDirectory } from '../../../request/rules/books';

const row = (
  village: string,
  category: string,
  group: string,
  more: Partial<RoutingRow> = {},
): RoutingRow => ({
  village,
  category,
  group,
  from: '2026-01-01',
  ...more,
});
const road = { village: 'v1', villagerGroup: 'v1s2', category: 'road' };
const route = (rows: RoutingRow[], request: object = road, date = '2026-06-01') =>
  routeRequest(smallDirectory(rows, []), { ...road, ...request }, date);

describe('the narrowest row decides', () => {
  // From the broadest to the narrowest: each beats all before it, in whatever order they stand in the table.
  const broadToNarrow = [
    row('*', '*', 'g1'),
    row('*', 'road', 'g2'),
    row('v1', '*', 'g1'),
    row('v1', 'road', 'g2'),
    row('v1', '*', 'g1', { villagerGroup: 'v1s2' }),
    row('v1', 'road', 'g2', { villagerGroup: 'v1s2' }),
  ];
  it.each([1, 2, 3, 4, 5, 6])('of the %i broadest the last one', (count) => {
    const rows = broadToNarrow.slice(0, count);
    const expected = rows.at(-1)?.group;
    expect(route(rows).group).toBe(expected);
    expect(route([...rows].reverse()).group).toBe(expected);
  });
});

describe('dates', () => {
  it('counts a row from its day on, not the day before', () => {
    const rows = [row('v1', '*', 'g1'), row('v1', '*', 'g2', { from: '2026-06-01' })];
    expect([route(rows, {}, '2026-05-31').group, route(rows, {}, '2026-06-01').group]).toEqual(['g1', 'g2']);
  });

  it('prefers the later of two equal rows, and of the same day the one entered last', () => {
    const later = [row('v1', '*', 'g2', { from: '2026-03-01' }), row('v1', '*', 'g1')];
    const sameDay = [row('v1', '*', 'g1'), row('v1', '*', 'g2')];
    expect([route(later).group, route(sameDay).group]).toEqual(['g2', 'g2']);
  });

  it('counts a row to its last day, that day too', () => {
    const rows = [row('*', '*', 'g1'), row('v1', '*', 'g2', { to: '2026-06-01' })];
    expect([route(rows, {}, '2026-06-01').group, route(rows, {}, '2026-06-02').group]).toEqual(['g2', 'g1']);
  });

  it('does not let a broad new row beat a narrow old one', () => {
    const rows = [row('v1', 'road', 'g1'), row('*', '*', 'g2', { from: '2026-05-01' })];
    expect(route(rows).group).toBe('g1');
  });
});

describe('fallbacks', () => {
  it('takes the village’s fallback, then the office', () => {
    expect(route([])).toMatchObject({ rule: 'village-fallback', group: 'g1', home: 'h1' });
    const none = route([], { village: 'v2', villagerGroup: 'v2s1' });
    expect(none).toMatchObject({
      rule: 'last-fallback',
      home: 'h1',
      words: '乙村还没有对应的代表小组，先由人大办接',
    });
    expect(none.group).toBeUndefined();
  });

  it('passes over a row whose group is gone', () => {
    expect(route([row('v1', 'road', 'gone'), row('*', '*', 'g2')])).toMatchObject({ group: 'g2' });
  });

  it('does not apply a row of another villager group, nor of «不知道»', () => {
    const rows = [row('v1', '*', 'g2', { villagerGroup: 'v1s1' })];
    expect(route(rows).rule).toBe('village-fallback');
    const { villagerGroup: _unknown, ...unknown } = road;
    expect(routeRequest(smallDirectory(rows, []), unknown, '2026-06-01').rule).toBe('village-fallback');
  });
});

describe('the reason in words', () => {
  it('names what decided, for the figures of routing', () => {
    const rules = [
      row('v1', 'road', 'g2', { villagerGroup: 'v1s2' }),
      row('v1', '*', 'g1'),
      row('*', '*', 'g1'),
    ];
    expect(rules.map((only) => route([only]).rule)).toEqual(['villager-group', 'village', 'everywhere']);
  });

  it('names the village whose fallback it is', () => {
    expect(route([]).words).toBe('甲村的事 先归第一小组');
  });

  it('leaves out the name of a village that the directory does not know', () => {
    const gone = row('v9', '*', 'g2', { villagerGroup: 'v9s1' });
    const request = { village: 'v9', villagerGroup: 'v9s1' };
    expect(route([gone], request)).toMatchObject({ group: 'g2', words: '的事 归第二小组' });
    const nowhere = route([], { village: 'v9' });
    expect(nowhere).toEqual({ rule: 'last-fallback', words: '还没有对应的代表小组，先由人大办接' });
  });

  it.each([
    [row('v1', '*', 'g2'), '甲村的事 归第二小组'],
    [row('v1', 'road', 'g2'), '甲村·道路 归第二小组'],
    [row('v1', 'road', 'g2', { villagerGroup: 'v1s2' }), '甲村二组·道路 归第二小组'],
    [row('*', 'road', 'g2'), '全镇·道路 归第二小组'],
  ])('%#', (only, words) => {
    expect(route([only]).words).toBe(words);
  });

  it('says that the villager chose', () => {
    expect(route([row('v1', '*', 'g1')], { group: 'g2' })).toMatchObject({
      rule: 'chosen',
      group: 'g2',
      home: 'h2',
      words: '反映时选了第二小组',
    });
  });

  it('sends to the row’s own home where it names one', () => {
    expect(route([row('v1', '*', 'g2', { home: 'h1' })]).home).toBe('h1');
  });
});
