/** Sending a request: files first, then the words, all under one key; what was reached is kept at each step. */
import type { Route } from '../contract/request';
import {
  beginAnew,
  beginSending,
  clearDraft,
  emptyDraft,
  saveDraft,
  toSubmitInput,
  toVisitInput,
  withTry,
} from '../platform/drafts';
import type { Draft } from '../platform/kept';
import { dropFile } from '../platform/files';
import { newKey } from '../platform/keys';
import { canRetry } from '../contract/result';
import type { Failure, Result } from '../contract/result';
import { keep } from '../platform/storage';
import { rememberVillage } from '../platform/whereabouts';
import { submit, submitFromVisit } from './request';
import { joinPublished } from './request-lists';
import { sendFiles, sendOnce } from './uploads';
import type { Progress, Ready, Upload } from './uploads';

export interface SentRequest {
  request: string;
  number: string;
  route: Route;
}

interface SendingPage {
  draft(): Draft;
  show(draft: Draft): void;
  setData(data: Partial<Upload> & { draft?: Draft; busy?: boolean; problem?: string; retry?: boolean }): void;
}

/** Sends what is on the page and shows how it goes, a refusal in the page's words; nothing when it did not get through. */
export async function sendFrom(
  page: SendingPage,
  explain: (failure: Failure) => string,
): Promise<SentRequest | undefined> {
  page.setData({ busy: true, percent: -1, problem: '' });
  const ready = beginSending(page.draft());
  const show = (progress: Progress): void => {
    page.setData(progress);
  };
  const result = await sendOnce(ready.sending.key, show, (tell) => sendRequest(ready, tell));
  page.setData({ busy: false });
  if (result.ok || result.code === 'key-reused') page.show(emptyDraft(page.draft().township));
  if (result.ok) return result.data;
  page.setData({ problem: explain(result), retry: canRetry(result.code) });
  return undefined;
}

/** After a failure the same call goes on where it stopped, under the same key. */
async function sendRequest(
  begun: Ready,
  onProgress: (progress: Progress) => void,
): Promise<Result<SentRequest>> {
  let ready = begun;
  const reach = (next: Ready): void => {
    ready = next;
    saveDraft(next);
    onProgress({ draft: next });
  };
  reach(ready);
  const failed = await sendFiles(ready, reach, onProgress);
  if (failed) return failed;
  const before = ready;
  reach(withTry(ready));
  const result = await submitReady(before);
  // «明天可以接着提交»: of this key nothing was stored.
  if (!result.ok && result.code === 'too-many-requests') saveAnew(ready, onProgress);
  if (!result.ok && result.code === 'key-reused') clearDraft(ready);
  if (!result.ok) return result;
  finish(ready);
  return result;
}

function submitReady(ready: Ready): ReturnType<typeof submit> {
  return ready.visit
    ? submitFromVisit(toVisitInput(ready, ready.visit), ready.sending)
    : submit(toSubmitInput(ready), ready.sending);
}

function saveAnew(ready: Ready, onProgress: (progress: Progress) => void): void {
  const draft = beginAnew(ready);
  saveDraft(draft);
  onProgress({ draft });
}

function finish(draft: Ready): void {
  if (!draft.visit) {
    if (draft.name.trim()) keep('self', { name: draft.name.trim(), phone: draft.phone });
    rememberVillage(draft.village, draft.villagerGroup || undefined);
  }
  clearDraft(draft);
  for (const { path } of [...draft.photos, ...draft.recordings]) dropFile(path);
}

/** «我也反映»: counted with what is there already; the draft stays as it is. Said twice it counts once. */
export function joinItem(request: string): ReturnType<typeof joinPublished> {
  return joinPublished(request, newKey());
}
