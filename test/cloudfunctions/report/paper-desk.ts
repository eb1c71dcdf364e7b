/** Half a year of the sample in one process, and its papers read as somebody reads them who has them printed. */
import { main as report } from '../../../cloudfunctions/report/index';
import type { Sheet } from '../../../cloudfunctions/report/documents/rules/sheet';
import type { Directory } from '../../../cloudfunctions/registry/directory/rules/directory';
import type { PrintedFile } from '../../../miniprogram/contract/report';
import type { Answer } from '../../support/cloud';
import { wordsOf } from '../../support/docx';
import { startInProcess, type InProcessCloud } from '../../support/in-process';
import { readPaper } from './documents/rules/read-paper';

const stored = new Map<string, Buffer>();

/** In the place of shared/files.ts: what is printed stays here. */
export const filesHere = {
  storeFile: (path: string, bytes: Buffer) => {
    stored.set(path, bytes);
    return Promise.resolve(path);
  },
  linkFiles: (paths: string[]) => Promise.resolve(paths),
  fetchFile: (path: string) => Promise.resolve(stored.get(path)),
};

/** As if somebody had sent it. */
export function keepHere(path: string, bytes: Buffer): void {
  stored.set(path, bytes);
}

/** In the place of documents/print-sheet.ts, where what stands on a paper is looked at and not how it is set. */
export const sheetsHere = {
  printSheet: (sheet: Sheet) => Promise.resolve(Buffer.from(JSON.stringify(sheet))),
};

const STAFF = 'bh-staff';
let cloud: InProcessCloud;

/** `lives`: with half a year behind it. */
export async function startPapers({ lives = true }: { lives?: boolean } = {}): Promise<InProcessCloud> {
  return (cloud = await startInProcess({ report }, { lives }));
}

export function ask(action: string, input: object = {}, openid = STAFF): Promise<Answer> {
  return cloud.invoke('report', action, { township: 'bh', ...input }, { openid });
}

/** The words of the paper that this answer hands out. */
export function wordsIn({ data }: Answer): string {
  return wordsOf(stored.get((data as PrintedFile).file) ?? Buffer.alloc(0));
}

/** What stands on the paper, line by line, with `sheetsHere`. */
export async function linesOf(action: string, input: object = {}, openid = STAFF): Promise<string[]> {
  const answer = await ask(action, input, openid);
  if (!answer.ok) throw new Error(`${action}: ${JSON.stringify(answer)}`);
  const bytes = stored.get((answer.data as PrintedFile).file) ?? Buffer.alloc(0);
  return readPaper(JSON.parse(bytes.toString()) as Sheet);
}

/** The words of the paper. */
export async function read(action: string, input: object = {}, openid = STAFF): Promise<string> {
  const answer = await ask(action, input, openid);
  if (!answer.ok) throw new Error(`${action}: ${JSON.stringify(answer)}`);
  return wordsIn(answer);
}

export function directory(): Directory {
  return cloud.documents<Directory>('townships').find(({ _id }) => _id === 'bh') as Directory;
}

export function named(rows: readonly { id: string; name: string }[], wanted: string | undefined): string {
  return rows.find(({ id }) => id === wanted)?.name ?? 'nobody';
}

export interface Row {
  _id: string;
  township: string;
}

/** Changes the document, or puts it there. */
export function put(collection: string, _id: string, changes: object): void {
  const all = cloud.documents<Row>(collection);
  const others = all.filter((one) => one._id !== _id);
  const found = all.find((one) => one._id === _id);
  cloud.replace(collection, [...others, Object.assign({ _id, township: 'bh', rev: 1 }, found, changes)]);
}
