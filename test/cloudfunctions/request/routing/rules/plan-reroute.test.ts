/** What goes today's way after a change of the table, and what stays where somebody put it. */
import { rerouteStep } from '../../../../../cloudfunctions/request/routing/rules/plan-reroute';
import type { RequestDocument } from '../../../../../cloudfunctions/request/rules/request-document';
import { bornRequestOf } from '../../rules/born';
import { smallDirectory } from '../../rules/books';

const NOW = Date.parse('2026-06-02T09:00:00+08:00');
const row = (village: string, group: string, more: object = {}) => ({
  village,
  category: '*',
  group,
  from: '2026-01-01',
  ...more,
});
const people = [
  { id: 'p1', level: 'town', constituency: 'c1', group: 'g1' },
  { id: 'p2', level: 'town', constituency: 'c1', group: 'g2' },
] as const;
const known = (rows: Parameters<typeof smallDirectory>[0]) => ({
  directory: smallDirectory(rows, people),
  openByPerson: {},
});
const request = (more: Partial<RequestDocument> = {}): RequestDocument => ({
  ...bornRequestOf({}),
  village: 'v1',
  category: 'road',
  state: 'submitted',
  group: 'g1',
  recused: [],
  steps: [],
  route: { rule: 'village', ownerRule: 'constituency', words: '', bookRev: 1 },
  ...more,
});
const moved = (more: Partial<RequestDocument> = {}, rows = [row('v1', 'g2')]) =>
  rerouteStep(request(more), known(rows), NOW);

it('goes to the group that the table names today, and to its deputy, whose clock begins', () => {
  const step = moved();
  expect(step).toMatchObject({
    act: 'reroute',
    event: 'request-handed-over',
    plan: {
      owner: { kind: 'deputy', person: 'p2', group: 'g2' },
      words: '甲村的事 归第二小组，本选区的代表先接',
      set: { home: 'h2', deputy: 'p2', route: { rule: 'village', ownerRule: 'constituency', bookRev: 7 } },
    },
  });
  expect(step?.clockOn).toBeDefined();
});

it('stays where the table still says the same group: done twice it is done once', () => {
  expect(moved({ group: 'g2' })).toBeUndefined();
  expect(moved({ village: 'v2', group: '' }, [])).toBeUndefined();
});

it('goes by the villager group where one was said', () => {
  const rows = [row('v1', 'g1'), row('v1', 'g2', { villagerGroup: 'v1s2' })];
  expect(moved({ villagerGroup: 'v1s2' }, rows)).toMatchObject({ plan: { owner: { group: 'g2' } } });
  expect(moved({ villagerGroup: 'v1s1' }, rows)).toBeUndefined();
  expect(moved({}, rows)).toBeUndefined();
});

it('stays once somebody took it, or chose who should have it', () => {
  const route = { rule: 'village', ownerRule: 'constituency', words: '', bookRev: 1 } as const;
  const by = (act: string) => ({ at: NOW, act, by: 'a', state: 'submitted' });
  const kept: Partial<RequestDocument>[] = [
    { state: 'contacting' },
    { route: { ...route, rule: 'chosen' } },
    { route: { ...route, ownerRule: 'named' } },
    { route: { ...route, ownerRule: 'discipline' } },
    ...['handOver', 'reassign', 'keep'].map((act) => ({ steps: [by('submit'), by(act)] as never })),
  ];
  expect(kept.map((more) => moved(more))).toEqual(kept.map(() => undefined));
  expect(moved({ steps: [by('submit')] as never })).toBeDefined();
});
