/** What the asker says later, on its way: files first, then the step, under one key; kept until it is there. */
import type { StepFields } from '../../contract/request-life';
import type { Result } from '../../contract/result';
import { beginSending, clearDraft, emptyDraft, saveDraft, withTry } from '../../platform/drafts';
import { dropFile } from '../../platform/files';
import type { Draft } from '../../platform/kept';
import { recall } from '../../platform/storage';
import { actOn } from '../../services/request';
import { sendFiles, sendOnce } from '../../services/uploads';
import type { Progress, Ready } from '../../services/uploads';

/** What was begun to be added to this request. */
export function loadLaterDraft(township: string, request: string): Draft {
  const kept = recall('visitDrafts')?.[request];
  return kept?.township === township ? kept : { ...emptyDraft(township), adds: request };
}

/** What goes over the wire, of files only those that are in the cloud. */
export function toSupplement({ text, photos, recordings }: Draft): StepFields['supplement'] {
  const words = text.trim();
  const shown = photos.flatMap(({ file }) => (file === undefined ? [] : [file]));
  const heard = recordings.flatMap(({ file, seconds = 0 }) =>
    file === undefined ? [] : [{ file, seconds }],
  );
  return {
    ...(words && { words }),
    ...(shown.length > 0 && { photos: shown }),
    ...(heard.length > 0 && { recordings: heard }),
  };
}

/** After a failure the same call goes on where it stopped. */
export function sendSupplement(
  request: string,
  draft: Draft,
  onProgress: (progress: Progress) => void,
): Promise<Result<unknown>> {
  const ready = beginSending(draft);
  return sendOnce(ready.sending.key, onProgress, (tell) => sendReady(request, ready, tell));
}

async function sendReady(
  request: string,
  begun: Ready,
  onProgress: (progress: Progress) => void,
): Promise<Result<unknown>> {
  let ready = begun;
  const reach = (next: Ready): void => {
    ready = next;
    saveDraft(next);
    onProgress({ draft: next });
  };
  reach(ready);
  const failed = await sendFiles(ready, reach, onProgress);
  if (failed) return failed;
  reach(withTry(ready));
  const result = await actOn(request, { act: 'supplement', ...toSupplement(ready) }, ready.sending.key);
  // Under this key other words are there already: what was kept is done with.
  if (result.ok || result.code === 'key-reused') {
    clearDraft(ready);
    for (const { path } of [...ready.photos, ...ready.recordings]) dropFile(path);
  }
  return result;
}
