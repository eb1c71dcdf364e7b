/** A small township whose term ends, and somebody who was elected. */
import type { Elected } from '../../../../../cloudfunctions/congress/term/rules/term-document';
import type { Directory } from '../../../../../cloudfunctions/registry/directory/rules/directory';

export const TODAY = '2026-11-23';
export const OPENS = '2026-12-21';
const person = (id: string, name: string, ...memberships: object[]) => ({
  id,
  name,
  strokes: 1,
  claimed: true,
  absent: [],
  memberships,
});
const town = (from: string, to?: string) => ({
  term: 't1',
  from,
  level: 'town',
  group: 'g1',
  ...(to && { to }),
});
export const directory = {
  people: [
    person('p1', '马样样', town('2021-12-01')),
    person('p2', '文样样', town('2021-12-01', '2026-12-20')),
    person('p3', '同名', town('2021-12-01', '2026-12-31')),
    person('p4', '同名', town('2021-12-01', '2026-12-19')),
    person('p5', '区代表', { term: 't1', from: '2021-12-01', level: 'district' }),
  ],
  groups: [
    { id: 'g1', name: '第一代表小组', home: 'h1' },
    { id: 'g2', name: '第二代表小组', home: 'h2' },
  ],
  villages: [{ id: 'v1' }, { id: 'v2' }],
  constituencies: [
    { id: 'c1', name: '镇第一选区', level: 'town', villages: ['v1'] },
    { id: 'c2', name: '镇第二选区', level: 'town', villages: ['v2'] },
    { id: 'd1', name: '区第三选区', level: 'district', villages: ['v1'] },
  ],
  terms: [{ id: 't1', name: '第十八届', from: '2021-12-01', to: '2026-12-25' }],
  routing: { rows: [], villageFallback: { v1: 'g1', v2: 'g1' }, lastFallback: 'office' },
} as unknown as Directory;
export const idOf = (row: string, name: string) => `new ${row} ${name}`;
export const elected = (row: string, changes: Partial<Elected> = {}): Elected => ({
  row,
  person: row,
  name: row,
  fresh: false,
  constituency: 'c1',
  group: 'g1',
  leader: false,
  presidium: false,
  ...changes,
});
