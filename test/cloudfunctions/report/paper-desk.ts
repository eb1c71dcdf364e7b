/** Half a year of the sample in one process, and its papers read as somebody reads them who has them printed. */
import { main as report } from '../../../cloudfunctions/report/index';
import type { Directory } from '../../../cloudfunctions/registry/directory/rules/directory';
import type { PrintedFile } from '../../../miniprogram/contract/report';
import type { Answer } from '../../support/cloud';
import { wordsOf } from '../../support/docx';
import { startInProcess, type InProcessCloud } from '../../support/in-process';

const stored = new Map<string, Buffer>();

/** In the place of shared/files.ts: what is printed stays here. */
export const filesHere = {
  storeFile: (path: string, bytes: Buffer) => {
    stored.set(path, bytes);
    return Promise.resolve(path);
  },
  linkFiles: (paths: string[]) => Promise.resolve(paths),
  fetchFile: () => Promise.resolve(undefined),
};

const STAFF = 'bh-staff';
let cloud: InProcessCloud;

export async function startPapers(): Promise<InProcessCloud> {
  return (cloud = await startInProcess({ report }, { lives: true }));
}

export function ask(action: string, input: object = {}, openid = STAFF): Promise<Answer> {
  return cloud.invoke('report', action, { township: 'bh', ...input }, { openid });
}

/** The words of the paper that this answer hands out. */
export function wordsIn({ data }: Answer): string {
  return wordsOf(stored.get((data as PrintedFile).file) ?? Buffer.alloc(0));
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
