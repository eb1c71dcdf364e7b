import type {
  Membership,
  Directory,
  RoutingRow,
} from '../../../../cloudfunctions/registry/directory/rules/directory';

export interface PersonAt extends Omit<Membership, 'term' | 'from'> {
  id: string;
  claimed?: boolean;
  absent?: boolean;
}

/** A small township: villages v1, v2 (groups s1, s2), groups g1, g2; v1 lies in c1, v2 in c2, both in d1. */
export function smallDirectory(rows: readonly RoutingRow[], people: readonly PersonAt[]): Directory {
  const village = (id: string, name: string) => ({
    id,
    name,
    formerNames: [],
    home: 'h1',
    villagerGroups: [
      { id: `${id}s1`, name: '一组' },
      { id: `${id}s2`, name: '二组' },
    ],
  });
  const home = (id: string) => ({ id, name: id, address: '', landline: '', own: {}, marketDays: [] });
  return {
    _id: 'tt',
    township: 'tt',
    rev: 7,
    version: 7,
    former: [],
    card: { id: 'tt', name: '测试镇', host: '', filingNumber: '', complaints: '' },
    homes: [home('h1'), home('h2')],
    villages: [village('v1', '甲村'), village('v2', '乙村')],
    constituencies: [
      { id: 'c1', name: 'c1', level: 'town', villages: ['v1'] },
      { id: 'c2', name: 'c2', level: 'town', villages: ['v2'] },
      { id: 'd1', name: 'd1', level: 'district', villages: ['v1', 'v2'] },
    ],
    groups: [
      { id: 'g1', name: '第一小组', home: 'h1' },
      { id: 'g2', name: '第二小组', home: 'h2' },
    ],
    terms: [{ id: 't1', name: '第一届', from: '2020-01-01' }],
    people: people.map(({ id, claimed = true, absent = false, ...role }, at) => ({
      id,
      name: `代表${id}`,
      strokes: at + 1,
      claimed,
      absent: absent ? [{ from: '2020-01-01' }] : [],
      memberships: [{ term: 't1', from: '2020-01-01', ...role }],
    })),
    units: [],
    categories: [
      { id: 'road', name: '道路', hint: '' },
      { id: 'water', name: '水利', hint: '' },
    ],
    settings: {},
    calendar: { years: [], rows: [] },
    routing: { rows, villageFallback: { v1: 'g1' }, lastFallback: 'office' },
  };
}
