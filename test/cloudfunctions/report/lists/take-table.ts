/** Lists as tables, taken from documents of a test's own, without a file made of them. */
import { main as report } from '../../../../cloudfunctions/report/index';
import type { Directory } from '../../../../cloudfunctions/registry/directory/rules/directory';
import { readExported } from '../../../../cloudfunctions/report/lists/read-lists';
import type { Call } from '../../../../cloudfunctions/shared/serve';
import type { ExportedList } from '../../../../miniprogram/contract/list-export';
import { startInProcess, type InProcessCloud } from '../../../support/in-process';

export interface Row {
  _id: string;
  township: string;
}

let cloud: InProcessCloud;
let own: Directory;

export async function startLists(): Promise<{ cloud: InProcessCloud; directory: Directory }> {
  cloud = await startInProcess({ report });
  own = cloud.documents<Directory>('townships').find(({ _id }) => _id === 'bh') as Directory;
  return { cloud, directory: own };
}

export const idOf = (n: number) => `bh~${String(n).padStart(16, '0')}`;
export const row = (n: number, said: object): Row =>
  Object.assign({ _id: idOf(n), township: 'bh', rev: 1, seq: String(n).padStart(21, '0') }, said);
export const many = (count: number, of: (n: number) => Row): Row[] =>
  Array.from({ length: count }, (_, n) => of(n));

/** As somebody of the office; `person` may not be somebody from whom a request is kept. */
const callOf = (person?: string): Call => {
  const admitted = { role: 'staff', name: '某', ...(person !== undefined && { person }) };
  return {
    township: 'bh',
    now: cloud.clock.now(),
    account: 'a',
    openid: 'bh-staff',
    admitted,
  } as unknown as Call;
};
const sayCell = (cell: string | number | { date: string }) =>
  typeof cell === 'object' ? cell.date : String(cell);
/** Its rows in words, under what is said above them. */
export async function take(of: ExportedList, { person, as = own }: { person?: string; as?: Directory } = {}) {
  const table = await readExported(of, callOf(person), as);
  if (!table) return undefined;
  const { name, said, rows } = table;
  return { name, said, rows: rows.map((each) => each.map(sayCell).join('|')) };
}
export const rowsOf = async (...asked: Parameters<typeof take>) => (await take(...asked))?.rows ?? [];
