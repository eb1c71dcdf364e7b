/** Sending a matter: files first, then the words, all under one key; what was reached is kept at each step. */
import type { Route } from '../contract/request';
import { today } from '../platform/clock';
import {
  beginAnew,
  beginSending,
  clearDraft,
  cloudPathOf,
  emptyDraft,
  saveDraft,
  toSubmitInput,
  toVisitInput,
  unsentFiles,
  withSentFile,
} from '../platform/drafts';
import type { Draft, DraftFile, Sending } from '../platform/kept';
import { canRetry, explainDraft } from '../platform/feedback';
import { dropFile, sendFile } from '../platform/files';
import type { Failure, Result } from '../platform/result';
import { keep, recall } from '../platform/storage';
import { rememberVillage } from '../platform/whereabouts';
import { whoAmI } from './registry';
import { submit, submitFromVisit } from './request';

export interface SentMatter {
  request: string;
  number: string;
  route: Route;
}

type Ready = Draft & { sending: Sending };

/** How far the file that is on its way has come (0…100), and the how-many-th it is. */
interface Upload {
  percent: number;
  upload: string;
}

/** What the page shows on the way: the draft as far as reached, and the file on its way. */
type OnProgress = (progress: { draft: Draft } | Upload) => void;

interface SendingPage {
  draft(): Draft;
  show(draft: Draft): void;
  setData(data: {
    draft?: Draft;
    percent?: number;
    upload?: string;
    busy?: boolean;
    problem?: string;
    retry?: boolean;
  }): void;
}

/** Sends what is on the page and shows how it goes; nothing when it did not get through. */
export async function sendFrom(page: SendingPage): Promise<SentMatter | undefined> {
  page.setData({ busy: true, percent: -1, problem: '' });
  const result = await sendMatter(page.draft(), (progress) => {
    page.setData(progress);
  });
  page.setData({ busy: false });
  if (result.ok || result.code === 'key-reused') page.show(emptyDraft(page.draft().township));
  if (result.ok) return result.data;
  page.setData({ problem: explainDraft(result), retry: canRetry(result.code) });
  return undefined;
}

/** After a failure the same call goes on where it stopped, under the same key. */
async function sendMatter(draft: Draft, onProgress: OnProgress): Promise<Result<SentMatter>> {
  const last = draft.visit ? undefined : recall('lastMatter');
  let ready: Ready = beginSending(draft, today(), last);
  const reach = (next: Ready): void => {
    ready = next;
    saveDraft(next);
    onProgress({ draft: next });
  };
  reach(ready);
  const failed = await sendFiles(ready, reach, onProgress);
  if (failed) return failed;
  let result = await submitReady(ready);
  if (isDayOver(result)) {
    reach(beginSending(beginAnew(ready), today(), last));
    result = await submitReady(ready);
  }
  // «明天可以接着提交»: of this key nothing was stored, and of its day nothing more will be.
  if (!result.ok && result.code === 'too-many-requests') saveAnew(ready, onProgress);
  if (!result.ok && result.code === 'key-reused') clearDraft(ready.visit);
  if (!result.ok) return result;
  finish(ready, result.data.n);
  return result;
}

function submitReady(ready: Ready): ReturnType<typeof submit> {
  const { key } = ready.sending;
  return ready.visit
    ? submitFromVisit(toVisitInput(ready, ready.visit), key)
    : submit(toSubmitInput(ready), key);
}

function saveAnew(ready: Ready, onProgress: OnProgress): void {
  const draft = beginAnew(ready);
  saveDraft(draft);
  onProgress({ draft });
}

/** A draft that was tried some days ago: nothing of it was stored, it starts again with today. */
function isDayOver(result: Result<unknown>): boolean {
  return !result.ok && result.code === 'bad-input' && result.details?.['field'] === 'day';
}

/** One after the other: a village network carries one better than nine at once. */
async function sendFiles(
  draft: Ready,
  reach: (draft: Ready) => void,
  onProgress: OnProgress,
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
      onProgress({ percent, upload });
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

function finish(draft: Ready, n: number): void {
  if (!draft.visit) {
    keep('lastMatter', { day: draft.sending.day, n });
    if (draft.name.trim()) keep('self', { name: draft.name.trim(), phone: draft.phone });
    rememberVillage(draft.village, draft.villagerGroup || undefined);
  }
  clearDraft(draft.visit);
  for (const { path } of [...draft.photos, ...draft.recordings]) dropFile(path);
}
