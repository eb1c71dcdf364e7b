import { listDeputies, ownGroup, sayDeputy } from '../../../../miniprogram/more/deputies/view';
import { places } from '../../../support/sample-answers';

const names = (group: string, search: string): string[] =>
  listDeputies(places, group, search).map(({ name }) => name);

test('a group at a time', () => {
  expect(names('g1', '')).toEqual(['陈样样', '王样样']);
  expect(names('g3', '')).toEqual([]);
});

test('what is typed is looked for everywhere: names, villages, groups', () => {
  expect(names('g1', '李样')).toEqual(['李样样']);
  expect(names('g3', ' 双井 ')).toEqual(['陈样样', '李样样', '王样样']);
  expect(names('g1', '第二')).toEqual(['李样样']);
  expect(names('g1', '没有的')).toEqual([]);
});

test('a former village name finds the deputies of the village it is now', () => {
  const moved = { ...places, deputies: places.deputies.map((each) => ({ ...each, villages: ['v2'] })) };
  expect(listDeputies(moved, 'g1', '上柳')).toHaveLength(3);
});

test('what they are, without counts or ranks', () => {
  expect(places.deputies.map(sayDeputy)).toEqual(['镇代表 · 主席团成员 · 小组组长', '镇代表', '区代表']);
});

test('the group of my own village first, else the first', () => {
  expect(ownGroup(places, 'v2')).toBe('g2');
  expect(ownGroup(places, undefined)).toBe('g1');
  expect(ownGroup({ ...places, groups: [] }, 'v2')).toBe('');
});
