/** 履职档案 of one person and year: the ledger's rows by the eight headings, in the order in which they happened. */
import { labelOf } from '../../../../miniprogram/contract/activity-kinds';
import { HEADINGS, type Heading } from '../../../../miniprogram/contract/facts';
import type { LocalDate } from '../../../../miniprogram/contract/wire';
import type { Directory } from '../../../registry/directory/rules/directory';
import type { Block, Sheet } from './sheet';
import { footOf, sayFullDay } from './words';

export interface RecordedFact {
  kind: string;
  date: LocalDate;
  heading?: Heading;
  village?: string;
  /** What it was called, where it has a title. */
  title?: string;
  entered: boolean;
}

const OTHER_KINDS: Readonly<Record<string, string>> = {
  reception: '接待群众',
  'reception-other': '接待群众',
  'request-answered': '答复群众意见',
  'request-solved': '群众意见解决',
};

function sayWhat({ kind, title }: RecordedFact): string {
  const label = labelOf(kind) ?? OTHER_KINDS[kind] ?? '履职';
  return title === undefined || title === '' ? label : `${label}：${title}`;
}

export function makeDutyRecord(
  directory: Directory,
  {
    name,
    year,
    facts,
    today,
  }: { name: string; year: number; facts: readonly RecordedFact[]; today: LocalDate },
): Sheet {
  const villages = new Map(directory.villages.map((village) => [village.id, village.name]));
  const sections = (Object.keys(HEADINGS) as Heading[]).flatMap((heading): Block[] => {
    const own = facts.filter((fact) => fact.heading === heading);
    const sorted = own.sort((one, other) => (one.date < other.date ? -1 : 1));
    if (sorted.length === 0) return [];
    const rows = sorted.map((fact) => [
      sayFullDay(fact.date),
      sayWhat(fact),
      [villages.get(fact.village ?? '') ?? '', fact.entered ? '补录' : ''].filter(Boolean).join('，'),
    ]);
    const head = ['日期', '内容', '地点'];
    return [
      { line: HEADINGS[heading], size: 'large', bold: true },
      { columns: [26, 52, 22], head, rows },
    ];
  });
  const empty: Block[] = sections.length === 0 ? [{ line: '这一年还没有记下的。' }] : [];
  return {
    name: `履职档案 ${name} ${String(year)}年`,
    title: `${directory.card.name}人大代表履职档案（${String(year)}年）`,
    blocks: [
      { line: `代表：${name}` },
      ...sections,
      ...empty,
      {
        line: `按 ${sayFullDay(today)}的台账打印。有出入的，请在小程序里点「这条不对」告诉人大办。`,
        size: 'small',
      },
    ],
    foot: footOf(directory.card),
  };
}
