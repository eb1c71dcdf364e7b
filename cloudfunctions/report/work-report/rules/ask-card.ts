/** What the office wrote on the cards of the township (人口, 选民) and its homes. Nothing written is nothing said. */
import type { SlotRow } from '../../../../miniprogram/contract/work-report';
import type { Directory } from '../../../registry/directory/rules/directory';

type Counted = 'population' | 'voters';

const LABELS: Readonly<Record<Counted, string>> = { population: '人口', voters: '登记选民' };

/** 32,150 → «3.2», 8,640 → «0.86»: one place after the point, two where the first would say too little. */
export function sayTenThousands(n: number): string {
  return n < 10_000 ? String(Math.round(n / 100) / 100) : String(Math.round(n / 1000) / 10);
}

/** As any answer, of rows of the directory. */
interface Written {
  text: string;
  n: number;
  rows: { of: 'directory'; id: string }[];
}

/** One row, the line of the card: there are no people behind it to be opened. */
export function askCard({ card }: Directory, what: Counted): Written {
  const n = card[what] ?? 0;
  const text = what === 'population' ? sayTenThousands(n) : String(n);
  return { text, n, rows: n === 0 ? [] : [{ of: 'directory', id: what }] };
}

/** What stands in the homes, each thing once; it opens the homes where anything is noted. */
export function askEquipment({ homes }: Directory): Written {
  const equipped = homes.filter(({ equipment = [] }) => equipment.length > 0);
  const things = new Set(homes.flatMap(({ equipment = [] }) => equipment));
  const rows = equipped.map(({ id }) => ({ of: 'directory' as const, id }));
  return { text: [...things].join('、'), n: things.size, rows };
}

/** That line as it was written; undefined: the row is another one. */
export function cardRow(id: string, { card }: Directory): SlotRow | undefined {
  if (id !== 'population' && id !== 'voters') return undefined;
  const n = card[id];
  if (n === undefined) return undefined;
  const title = `${LABELS[id]}${String(n)}人`;
  const words = '写在名册的“本镇”里，数字截至这一天';
  return { row: id, title, words, ...(card.countedOn !== undefined && { date: card.countedOn }) };
}
