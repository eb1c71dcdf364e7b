/** A paper as somebody reads it, and a small township whose papers they are. */
import type { Directory } from '../../../../../cloudfunctions/registry/directory/rules/directory';
import type { Block, Line, Sheet, Table } from '../../../../../cloudfunctions/report/documents/rules/sheet';
import { baiheDirectory } from '../../../../../local/townships/baihe/book';

export const TODAY = '2026-11-23';

const term = { term: 't18', from: '2024-01-01' };
const homeOf = (id: string, name: string) => ({
  id,
  name,
  address: `${name}一楼`,
  landline: `0000-${id}`,
  own: {},
  marketDays: [],
  phoneDays: [],
});
const personOf = (id: string, name: string, strokes: number, own: object) => ({
  id,
  name,
  strokes,
  claimed: true,
  absent: [],
  memberships: [{ ...term, ...own }],
});
const villageOf = (id: string, name: string, home: string) => ({
  id,
  name,
  formerNames: [],
  home,
  villagerGroups: [],
});

export const township: Directory = {
  ...baiheDirectory(TODAY),
  township: 'xk',
  card: {
    id: 'xk',
    name: '溪口镇',
    host: '溪口镇人大',
    filingNumber: '备案1号',
    complaints: '0000-9',
  },
  homes: [homeOf('h1', '东街之家'), homeOf('h2', '西街之家')],
  villages: [villageOf('v1', '柳村', 'h1'), villageOf('v2', '石村', 'h2')],
  groups: [{ id: 'g1', name: '第一小组', home: 'h1' }],
  constituencies: [{ id: 'c1', name: '柳村选区', level: 'town', villages: ['v1'] }],
  categories: [
    { id: 'road', name: '道路', hint: '' },
    { id: 'water', name: '饮水', hint: '' },
  ],
  units: [
    { id: 'u1', name: '交通办', categories: ['road'] },
    { id: 'u2', name: '水利站', categories: ['water'] },
  ],
  people: [
    personOf('p1', '丁甲', 2, { level: 'town', title: '主席团成员', constituency: 'c1', group: 'g1' }),
    personOf('p2', '于乙', 3, { level: 'district' }),
    personOf('p3', '王丙', 4, { receiver: true, title: '党委委员' }),
    personOf('p5', '石己', 5, { receiver: true }),
    personOf('p4', '卜戊', 1, { level: 'town' }),
  ],
};

/** Whom to ask about what left the house. */
export const FOOT = '主办单位：溪口镇人大　备案号：备案1号　投诉建议：0000-9';

const oneLine = (text: string) =>
  text.replace(/\n+/g, ({ length }) => (length === 1 ? '⏎' : `⏎${String(length)}`));

function readLine({ line, size, bold, align, indent }: Line): string {
  const set = [size, bold && 'bold', align, indent && 'indent'].filter(Boolean).join(' ');
  return set === '' ? oneLine(line) : `[${set}] ${oneLine(line)}`;
}

/** Throws where a row has not as many cells as there are columns, or the columns leave the page's width unused. */
function readTable({ columns, head, rows, size, merged }: Table): string[] {
  const all = [...(head ? [head] : []), ...rows];
  const width = columns.reduce((sum, share) => sum + share, 0);
  if (!(width >= 97 && width <= 100.01)) throw new Error(`columns take ${String(width)} % of the width`);
  for (const row of all)
    if (row.length !== columns.length) throw new Error(`no room or no words: ${row.join(' | ')}`);
  const set = ['table', size, merged && 'merged'].filter(Boolean).join(' ');
  return [
    ...(set === 'table' ? [] : [`[${set}]`]),
    ...all.map((row, at) => `${head && at === 0 ? '[head] ' : ''}${row.map(oneLine).join(' | ')}`),
  ];
}

function readBlock(block: Block): string[] {
  if ('page' in block) return [`[page] ${block.page}`];
  if ('photo' in block) return [`[photo ${String(block.ratio)}] ${block.photo}`];
  if ('line' in block) return [readLine(block)];
  if ('columns' in block) return readTable(block);
  const { code, scene, edge, beside } = block;
  return [
    `[${scene ? 'scene' : 'code'} ${String(edge)}] ${code}`,
    ...beside.map((line) => `> ${readLine(line)}`),
  ];
}

/** A line for each line and each row, and before it how it is set; ⏎ parts the lines of a cell. */
export function readPaper({ blocks }: Pick<Sheet, 'blocks'>): string[] {
  return blocks.flatMap(readBlock);
}
