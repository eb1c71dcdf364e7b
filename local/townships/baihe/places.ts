/** 白鹤镇: the township of the report that this project serves. Everything that the report leaves out is invented. */
import type { Directory, RoutingRow } from '../../../cloudfunctions/registry/directory/rules/directory';
import type { Category, VillageCard } from '../../../miniprogram/contract/registry';
import type { LocalDate } from '../../../miniprogram/contract/wire';

export const BAIHE = 'bh';

export const card = {
  id: BAIHE,
  name: '白鹤镇',
  host: '白鹤镇人民代表大会（示例数据，人名均为虚构）',
  filingNumber: '示例备案号 0000000000 号',
  complaints: '0000-1234567',
  population: 32_150,
  voters: 24_860,
  countedOn: '2025-12-31',
};

export const homes = [
  { id: 'h1', name: '城关代表之家', address: '城关村一组，镇政府院内东侧一楼', landline: '0000-1234561' },
  { id: 'h2', name: '柳树城代表之家', address: '柳树城村二组，村委会一楼', landline: '0000-1234562' },
  { id: 'h3', name: '白鹤桥代表之家', address: '白鹤桥村三组，油橄榄产业园门口', landline: '0000-1234563' },
].map((home, at) => ({
  ...home,
  hours: at === 2 ? '每天 9:00—16:00' : '周一至周五 8:30—17:30',
  equipment: ['电脑', '办公桌', '档案柜', ...(at === 0 ? ['沙发', '打印机'] : [])],
  own: {},
  marketDays: [],
  phoneDays: [],
}));

/** Name, former names, villager groups, home, group of the village; v1 … v12 in this order. */
const VILLAGES: readonly (readonly [string, readonly string[], number, string, string])[] = [
  ['城关村', ['城东村', '城西村'], 6, 'h1', 'g1'],
  ['石桥村', [], 4, 'h1', 'g1'],
  ['河湾村', ['上河村', '下河村'], 5, 'h1', 'g2'],
  ['柳树城村', ['柳树村', '上城村'], 5, 'h2', 'g3'],
  ['双井村', [], 4, 'h2', 'g3'],
  ['大坪村', ['杨家坪村'], 4, 'h2', 'g4'],
  ['红石岩村', [], 3, 'h2', 'g5'],
  ['白鹤桥村', ['桥头村'], 6, 'h3', 'g6'],
  ['梨园村', [], 4, 'h3', 'g6'],
  ['新民村', ['民主村', '民生村'], 5, 'h3', 'g7'],
  ['竹林沟村', [], 3, 'h3', 'g7'],
  ['高山移民新村', ['云台村', '天池村', '望乡村'], 8, 'h3', 'g8'],
];

const NUMERALS = ['一', '二', '三', '四', '五', '六', '七', '八'] as const;

export const villages: readonly VillageCard[] = VILLAGES.map(([name, formerNames, groups, home], at) => ({
  id: `v${at + 1}`,
  name,
  formerNames,
  home,
  villagerGroups: NUMERALS.slice(0, groups).map((numeral, n) => ({
    id: `v${at + 1}s${n + 1}`,
    name: `${numeral}组`,
  })),
}));

export const groups = NUMERALS.map((numeral, at) => ({
  id: `g${at + 1}`,
  name: `第${numeral}代表小组`,
  home: VILLAGES.find((village) => village[4] === `g${at + 1}`)?.[3] ?? 'h1',
}));

/** The representative group of a village. */
export function groupOfVillage(village: string): string {
  return VILLAGES[Number(village.slice(1)) - 1]?.[4] ?? '';
}

const ids = villages.map(({ id }) => id);
export const constituencies: Directory['constituencies'] = [
  ...villages.map(({ id, name }, at) => ({
    id: `c${at + 1}`,
    name: `${name}选区`,
    villages: [id],
    level: 'town' as const,
  })),
  { id: 'd1', name: '区第十一选区', level: 'district', villages: ids.slice(0, 6) },
  { id: 'd2', name: '区第十二选区', level: 'district', villages: ids.slice(6) },
];

export const categories: readonly Category[] = [
  { id: 'road', name: '道路桥梁', hint: '村道、桥、路灯、通社公路' },
  { id: 'water', name: '水利饮水', hint: '自来水、水渠、河堤' },
  { id: 'sanitation', name: '环境卫生', hint: '垃圾、污水、厕所' },
  { id: 'relief', name: '低保救助', hint: '低保、临时救助、残疾补贴' },
  { id: 'farming', name: '产业惠农', hint: '油橄榄、药材、农业补贴' },
  { id: 'housing', name: '住房用地', hint: '危房、宅基地、土地' },
  { id: 'school', name: '教育上学', hint: '学校、校车、营养餐' },
  { id: 'medical', name: '看病医保', hint: '卫生室、医保报销' },
  { id: 'power', name: '用电通信', hint: '停电、网络、信号' },
  { id: 'other', name: '其他', hint: '说不清归哪类，选这个' },
];

export const units: Directory['units'] = [
  { id: 'u1', name: '交通建设办', categories: ['road'] },
  { id: 'u2', name: '水利站', categories: ['water'] },
  { id: 'u3', name: '社会事务办', categories: ['relief', 'medical'] },
  { id: 'u4', name: '农业农村办', categories: ['farming'] },
  { id: 'u5', name: '自然资源所', categories: ['housing'] },
  { id: 'u6', name: '环卫所', categories: ['sanitation'] },
  { id: 'u7', name: '中心小学', categories: ['school'] },
];

/** Two villages have no row of their own, so that the fallback of a village is seen as well. */
export function routing(from: LocalDate): Directory['routing'] {
  const own: RoutingRow[] = villages
    .slice(0, 10)
    .map(({ id }) => ({ village: id, category: '*', group: groupOfVillage(id), from }));
  const rows: RoutingRow[] = [
    ...own,
    // The road through 双井村 belongs to the group that looks after the whole valley road.
    { village: 'v5', category: 'road', group: 'g4', from },
    // 河湾村五组 lies across the river, beside 柳树城村.
    { village: 'v3', villagerGroup: 'v3s5', category: '*', group: 'g3', home: 'h2', from },
    // Teachers among the deputies of the first group take what concerns schools, where a village says nothing else.
    { village: '*', category: 'school', group: 'g1', from },
  ];
  const villageFallback = Object.fromEntries(villages.map(({ id }) => [id, groupOfVillage(id)]));
  return { rows, villageFallback, lastFallback: 'office' };
}
