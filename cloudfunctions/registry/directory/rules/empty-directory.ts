/** A township on its first day: nothing but a name and the categories that every office begins with. */
import type { Category } from '../../../../miniprogram/contract/registry';
import type { Directory } from './directory';

const CATEGORIES: readonly Category[] = [
  { id: 'road', name: '道路桥梁', hint: '村道、桥、路灯' },
  { id: 'water', name: '水利饮水', hint: '自来水、水渠、河堤' },
  { id: 'sanitation', name: '环境卫生', hint: '垃圾、污水、厕所' },
  { id: 'relief', name: '低保救助', hint: '低保、临时救助、残疾补贴' },
  { id: 'farming', name: '产业惠农', hint: '种植、养殖、农业补贴' },
  { id: 'housing', name: '住房用地', hint: '危房、宅基地、土地' },
  { id: 'school', name: '教育上学', hint: '学校、校车' },
  { id: 'medical', name: '看病医保', hint: '卫生室、医保报销' },
  { id: 'power', name: '用电通信', hint: '停电、网络、信号' },
  { id: 'other', name: '其他', hint: '说不清归哪类，选这个' },
];

export function emptyDirectory(township: string, name: string): Directory {
  return {
    _id: township,
    township,
    rev: 1,
    version: 1,
    former: [],
    card: { id: township, name, host: '', filingNumber: '', complaints: '' },
    homes: [],
    villages: [],
    constituencies: [],
    groups: [],
    terms: [],
    people: [],
    units: [],
    categories: CATEGORIES,
    settings: {},
    calendar: { years: [], rows: [] },
    routing: { rows: [], villageFallback: {}, lastFallback: 'office' },
  };
}
