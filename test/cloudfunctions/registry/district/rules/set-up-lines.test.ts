/** What is left to do before a new township opens, as its rows have it. */
import type { Directory } from '../../../../../cloudfunctions/registry/directory/rules/directory';
import { emptyDirectory } from '../../../../../cloudfunctions/registry/directory/rules/empty-directory';
import {
  listSteps,
  proposeFallbacks,
  type Around,
} from '../../../../../cloudfunctions/registry/district/rules/set-up-lines';
import { smallDirectory } from '../../../request/rules/books';

const NOTHING: Around = { today: '2026-12-31', district: false, office: false, knowsYear: () => false };
const born = emptyDirectory('tt', '测试镇');
const full = smallDirectory([], [{ id: 'p1', level: 'town' }]);
const line = (step: string, directory: Directory, around: Partial<Around> = {}) => {
  const found = listSteps(directory, { ...NOTHING, ...around }).find((each) => each.step === step);
  return found && [found.count, found.done];
};

it('comes in the order in which it is done', () => {
  expect(listSteps(born, NOTHING).map(({ step }) => step)).toEqual([
    'district',
    'card',
    'population',
    'term',
    'home',
    'village',
    'group',
    'constituency',
    'unit',
    'person',
    'fallback',
    'category',
    'chief',
    'calendar',
    'next-year',
  ]);
});

it('on a township’s first day nothing is done but the categories that it was born with', () => {
  const done = listSteps(born, NOTHING).filter((each) => each.done);
  expect(done).toEqual([{ step: 'category', count: 10, done: true }]);
});

it.each([
  ['term', 1],
  ['home', 2],
  ['village', 2],
  ['group', 2],
  ['constituency', 3],
  ['person', 1],
  ['category', 2],
] as const)('of %s it says how many there are', (step, count) => {
  expect(line(step, full)).toEqual([count, true]);
});

it('a unit is one that can be entrusted with something', () => {
  expect(line('unit', full)).toEqual([0, false]);
  expect(line('unit', { ...full, units: [{ id: 'u1', name: '水利站', categories: [] }] })).toEqual([1, true]);
});

it('the card says who answers for the product and where to complain, both', () => {
  const card = (changes: object) => line('card', { ...full, card: { ...full.card, ...changes } });
  expect(card({ host: '测试镇人大' })).toEqual([0, false]);
  expect(card({ complaints: '5550100' })).toEqual([0, false]);
  expect(card({ host: '测试镇人大', complaints: '5550100' })).toEqual([1, true]);
});

it('the report needs people and voters, both', () => {
  const card = (changes: object) => line('population', { ...full, card: { ...full.card, ...changes } });
  expect(card({ population: 9_000 })).toEqual([0, false]);
  expect(card({ voters: 7_000 })).toEqual([0, false]);
  expect(card({ population: 9_000, voters: 7_000 })).toEqual([1, true]);
});

it('what lies outside the rows is told by whoever looked', () => {
  expect([line('district', full), line('district', full, { district: true })]).toEqual([
    [0, false],
    [1, true],
  ]);
  expect([line('chief', full), line('chief', full, { office: true })]).toEqual([
    [0, false],
    [1, true],
  ]);
});

it('holidays of this year and of the next are known, by the library or because the office entered the year', () => {
  const entered = { ...full, calendar: { years: [2027], rows: [] } };
  expect([line('calendar', full), line('next-year', full)]).toEqual([
    [0, false],
    [0, false],
  ]);
  expect([line('calendar', entered), line('next-year', entered)]).toEqual([
    [0, false],
    [1, true],
  ]);
  const knows2026 = { knowsYear: (year: number) => year === 2026 };
  expect([line('calendar', full, knows2026), line('next-year', full, knows2026)]).toEqual([
    [1, true],
    [0, false],
  ]);
});

describe('a group for what no row of the routing table names', () => {
  it('is there once each village has one: half of them is not enough', () => {
    const fallback = (villageFallback: Record<string, string>) =>
      line('fallback', { ...full, routing: { ...full.routing, villageFallback } });
    expect(fallback({})).toEqual([0, false]);
    expect(fallback({ v1: 'g1' })).toEqual([1, false]);
    expect(fallback({ v1: 'g1', v2: 'g1' })).toEqual([2, true]);
    expect(fallback({ v1: 'g1', v9: 'g1' })).toEqual([1, false]);
    // No village at all is nothing done.
    expect(line('fallback', born)).toEqual([0, false]);
  });

  it('is proposed where there is none: the first of the village’s own home', () => {
    const villages = full.villages.map((each) => (each.id === 'v2' ? { ...each, home: 'h2' } : each));
    const more = { id: 'g3', name: '第三小组', home: 'h2' };
    const directory = { ...full, villages, groups: [...full.groups, more] };
    expect(proposeFallbacks(directory)).toEqual([{ village: 'v2', group: 'g2' }]);
    const none = { ...directory, routing: { ...full.routing, villageFallback: {} } };
    expect(proposeFallbacks(none)).toEqual([
      { village: 'v1', group: 'g1' },
      { village: 'v2', group: 'g2' },
    ]);
    // A home without a group has nobody to propose.
    expect(proposeFallbacks({ ...none, groups: full.groups.slice(0, 1) })).toEqual([
      { village: 'v1', group: 'g1' },
    ]);
  });
});
