/** Sending what was entered for somebody else: files first, then the words, all under one key. */
import type { Submitted } from '../../contract/request';
import { beginAnew, beginSending, emptyDraft, toSubmitInput, withTry } from '../../platform/drafts';
import { dropFile } from '../../platform/files';
import type { Draft } from '../../platform/kept';
import type { Result } from '../../contract/result';
import { forget, recall } from '../../platform/storage';
import { submitFor } from '../../services/request-lists';
import { sendFiles, sendOnce } from '../../services/uploads';
import type { Progress, Ready } from '../../services/uploads';

export function openEntry(township: string): Draft {
  const kept = recall('entry');
  return kept?.township === township ? kept : emptyDraft(township);
}

/** After a failure the same call goes on where it stopped; `onProgress` is told how far it came, and keeps it. */
export function sendEntry(
  draft: Draft,
  livesIn: string,
  onProgress: (progress: Progress) => void,
): Promise<Result<Submitted>> {
  const ready = beginSending(draft);
  return sendOnce(ready.sending.key, onProgress, (tell) => sendReady(ready, livesIn, tell));
}

async function sendReady(
  begun: Ready,
  livesIn: string,
  tell: (progress: Progress) => void,
): Promise<Result<Submitted>> {
  let ready = begun;
  const reach = (next: Ready): void => {
    ready = next;
    tell({ draft: next });
  };
  reach(ready);
  const failed = await sendFiles(ready, reach, tell);
  if (failed) return failed;
  const { sending } = ready;
  reach(withTry(ready));
  const result = await submitFor({ ...toSubmitInput(ready), name: ready.name.trim(), livesIn }, sending);
  // Under this key other words are there already: what was kept is done with.
  if (result.ok || result.code === 'key-reused') finish(ready);
  else if (result.code === 'bad-input' || result.code === 'too-many-requests')
    tell({ draft: beginAnew(ready) });
  return result;
}

function finish(draft: Draft): void {
  forget('entry');
  for (const { path } of [...draft.photos, ...draft.recordings]) dropFile(path);
}
