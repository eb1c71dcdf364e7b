/** Photos and recordings of a request on their way to the cloud storage. */
import { beginSending, cloudPathOf, unsentFiles, withSentFile, withSentFiles } from '../platform/drafts';
import { sendFile } from '../platform/files';
import type { Draft, DraftFile, Sending } from '../platform/kept';
import { canRetry } from '../contract/result';
import type { Failure, Result } from '../contract/result';
import { recall } from '../platform/storage';
import { whoAmI } from './registry';

export type Ready = Draft & { sending: Sending };

/** One file on its way: how far it has come (0…100), or why it did not get in. */
export interface FileState {
  percent: number;
  why: string;
}

/** How far the file that is on its way has come (0…100), the how-many-th it is, and each file by its path. */
export interface Upload {
  percent: number;
  upload: string;
  uploads: Readonly<Record<string, FileState>>;
}

export const NO_UPLOADS: Upload['uploads'] = {};

/** What a page shows on the way: the draft as far as reached, and the files on their way. */
export type Progress = { draft: Draft } | Upload;
type Listener = (progress: Progress) => void;

/** What is being sent, by key; it goes on when its page is left. */
const running = new Map<string, { work: Promise<unknown> | undefined; listener: Listener }>();

/**
 * Runs once for a key. Asked again meanwhile, by the page when it is opened again, whoever asked last is told how it goes
 * on and how it ends; the one before hears no more.
 */
export async function sendOnce<T>(
  key: string,
  listener: Listener,
  run: (tell: Listener) => Promise<T>,
): Promise<T> {
  const known = running.get(key);
  if (known) known.listener = listener;
  const own = known ?? { listener, work: undefined as Promise<unknown> | undefined };
  running.set(key, own);
  own.work ??= run((progress) => {
    own.listener(progress);
  }).finally(() => running.delete(key));
  const result = (await own.work) as T;
  return own.listener === listener ? result : new Promise<T>(() => undefined);
}

/**
 * One after the other: a village network carries one better than nine at once. One that the phone cannot give does not keep
 * the others; without a network they wait.
 */
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
  let failed: Failure | undefined;
  const uploads: Record<string, FileState> = {};
  for (const [done, file] of files.entries()) {
    const upload = sayUpload(file, done + 1, files.length);
    const show = (percent: number, why = ''): void => {
      uploads[file.path] = { percent, why };
      onUpload({ percent, upload, uploads: { ...uploads } });
    };
    show(0);
    const sent = await sendFile(file.path, cloudPathOf(folder.data, draft.sending, file), show);
    if (sent.ok) {
      ready = withSentFile(ready, file.i, sent.data);
      reach(ready);
    } else {
      failed = sent;
      show(0, sent.code === 'offline' ? '没有网络' : '手机里找不到它了，再传不行就删掉重新加');
      if (sent.code === 'offline') break;
    }
  }
  return failed;
}

interface UploadPage {
  draft(): Draft;
  change(draft: Draft): void;
  send(): Promise<void>;
  setData(data: Partial<Upload> & { busy?: boolean; problem?: string; retry?: boolean }): void;
}

/**
 * A page that is opened again goes on with the sending that still runs; else with the files that were left behind. The words
 * go when the person presses again.
 */
export async function goOn(page: UploadPage, explain: (failure: Failure) => string): Promise<void> {
  const draft = page.draft();
  if (!draft.sending) return;
  if (running.has(draft.sending.key)) await page.send();
  else if (unsentFiles(draft).length > 0) await sendLeft(page, explain);
}

/** The files alone; what is written meanwhile stays. */
export async function sendLeft(page: UploadPage, explain: (failure: Failure) => string): Promise<void> {
  const ready = beginSending(page.draft());
  page.setData({ busy: true, percent: -1, problem: '' });
  const listener: Listener = (progress) => {
    if (!('draft' in progress)) page.setData(progress);
    else page.change({ ...withSentFiles(page.draft(), progress.draft), sending: ready.sending });
  };
  const failed = await sendOnce(`files ${ready.sending.key}`, listener, (tell) => {
    const reach = (draft: Draft): void => {
      tell({ draft });
    };
    return sendFiles(ready, reach, tell);
  });
  page.setData({ busy: false });
  if (failed) page.setData({ problem: explain(failed), retry: canRetry(failed.code) });
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
