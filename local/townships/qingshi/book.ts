/** 青石镇: a small second township, wholly invented. It uses the same local ids as the first, on purpose. */
import type {
  Membership,
  Directory,
  Person,
} from '../../../cloudfunctions/registry/directory/rules/directory';
import { addDays } from '../../../cloudfunctions/shared/china-time';
import type { LocalDate } from '../../../miniprogram/contract/wire';

export const QINGSHI = 'qs';

/** 示例人名, in the order of surname strokes, with what each is. */
const PEOPLE: readonly (readonly [string, Omit<Membership, 'term' | 'from'>])[] = [
  ['孔方圆', { level: 'town', constituency: 'c1', group: 'g1', home: 'h1', leader: true }],
  ['邢山岚', { level: 'town', constituency: 'c1', group: 'g1', home: 'h1' }],
  ['汪小雪', { level: 'town', constituency: 'c2', group: 'g1', home: 'h1' }],
  ['段云起', { level: 'district', constituency: 'd1', group: 'g1', home: 'h1' }],
  [
    '秦青石',
    { level: 'town', constituency: 'c2', group: 'g1', home: 'h1', presidium: true, title: '人大主席' },
  ],
];

function people(from: LocalDate): Person[] {
  return PEOPLE.map(([name, role], at) => ({
    id: `p${at + 1}`,
    name,
    strokes: at + 1,
    claimed: true,
    absent: [],
    memberships: [{ term: 't1', from, ...role }],
  }));
}

export function qingshiDirectory(today: LocalDate): Directory {
  const from = addDays(today, -500);
  const village = (n: number, name: string) => ({
    id: `v${n}`,
    name,
    formerNames: [],
    home: 'h1',
    villagerGroups: [{ id: `v${n}s1`, name: '一组' }],
  });
  return {
    _id: QINGSHI,
    township: QINGSHI,
    rev: 1,
    version: 1,
    former: [],
    card: {
      id: QINGSHI,
      name: '青石镇',
      host: '青石镇人民代表大会（示例数据，人名均为虚构）',
      filingNumber: '示例备案号 0000000001 号',
      complaints: '0000-7654321',
    },
    homes: [
      {
        id: 'h1',
        name: '青石代表之家',
        address: '青石村一组，文化站一楼',
        landline: '0000-7654322',
        own: {},
        marketDays: [],
        phoneDays: [],
      },
    ],
    villages: [village(1, '青石村'), village(2, '黑松林村')],
    constituencies: [
      { id: 'c1', name: '青石村选区', level: 'town', villages: ['v1'] },
      { id: 'c2', name: '黑松林村选区', level: 'town', villages: ['v2'] },
      { id: 'd1', name: '区第十三选区', level: 'district', villages: ['v1', 'v2'] },
    ],
    groups: [{ id: 'g1', name: '青石代表小组', home: 'h1' }],
    terms: [{ id: 't1', name: '第六届', from }],
    people: people(from),
    categories: [
      { id: 'road', name: '道路桥梁', hint: '村道、桥、路灯' },
      { id: 'other', name: '其他', hint: '说不清归哪类，选这个' },
    ],
    units: [
      { id: 'u1', name: '青石镇建设办', categories: ['road'] },
      { id: 'u2', name: '青石镇党政办', categories: [] },
    ],
    settings: { contactDays: 5, receptionDay: 15, governmentUnit: 'u2' },
    calendar: { years: [], rows: [] },
    routing: { rows: [], villageFallback: { v1: 'g1', v2: 'g1' }, lastFallback: 'office' },
  };
}
