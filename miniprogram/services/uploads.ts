/** Photos and recordings of a request on their way to the cloud storage. */
import { cloudPathOf, unsentFiles, withSentFile } from '../platform/drafts';
import { sendFile } from '../platform/files';
import type { Draft, DraftFile, Sending } from '../platform/kept';
import type { Failure, Result } from '../contract/result';
import { recall } from '../platform/storage';
import { whoAmI } from './registry';

export type Ready = Draft & { sending: Sending };

/** How far the file that is on its way has come (0…100), and the how-many-th it is. */
export interface Upload {
  percent: number;
  upload: string;
}

/** One after the other: a village network carries one better than nine at once. */
export async function sendFiles(
  draft: Ready,
  reach: (draft: Ready) => void,
  onUpload: (upload: Upload) => void,
): Promise<Failure | undefined> {
  const files = unsentFiles(draft);
  if (files.length === 0) return undefined;
  const folder = await ownFolder(draft.township);
  if (!folder.ok) return folder;
  let ready = draft;
  for (const [done, file] of files.entries()) {
    const path = cloudPathOf(folder.data, draft.sending, file);
    const upload = sayUpload(file, done + 1, files.length);
    const sent = await sendFile(file.path, path, (percent) => {
      onUpload({ percent, upload });
    });
    if (!sent.ok) return sent;
    ready = { ...withSentFile(ready, file.i, sent.data), sending: draft.sending };
    reach(ready);
  }
  return undefined;
}

/** 正在传照片（第2个，共5个）. */
function sayUpload({ seconds }: DraftFile, nth: number, all: number): string {
  const what = seconds === undefined ? '照片' : '录音';
  return all === 1 ? `正在传${what}` : `正在传${what}（第${String(nth)}个，共${String(all)}个）`;
}

async function ownFolder(township: string): Promise<Result<string>> {
  const known = recall('folders')?.[township];
  if (known !== undefined) return { ok: true, data: known };
  const who = await whoAmI();
  return who.ok ? { ok: true, data: who.data.folder } : who;
}
