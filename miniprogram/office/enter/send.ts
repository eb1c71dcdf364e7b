/** Sending what was entered for somebody else: files first, then the words, all under one key. */
import { LIMITS } from '../../contract/limits';
import type { Submitted } from '../../contract/request';
import { today } from '../../platform/clock';
import { beginAnew, beginSending, emptyDraft, toSubmitInput } from '../../platform/drafts';
import { dropFile } from '../../platform/files';
import type { Draft } from '../../platform/kept';
import type { Result } from '../../contract/result';
import { forget, keep, recall } from '../../platform/storage';
import { submitFor } from '../../services/request-lists';
import { sendFiles } from '../../services/uploads';
import type { Upload } from '../../services/uploads';

export function openEntry(township: string): Draft {
  const kept = recall('entry');
  return kept?.township === township ? kept : emptyDraft(township);
}

/** After a failure the same call goes on where it stopped; `reach` is told how far it came. */
export async function sendEntry(
  draft: Draft,
  livesIn: string,
  reach: (draft: Draft) => void,
  onUpload: (upload: Upload) => void,
): Promise<Result<Submitted>> {
  let ready = beginSending(draft, today(), recall('lastEntry'), LIMITS.entriesPerOperator);
  reach(ready);
  const note = (next: typeof ready): void => {
    ready = next;
    reach(next);
  };
  const failed = await sendFiles(ready, note, onUpload);
  if (failed) return failed;
  const result = await submitFor(
    { ...toSubmitInput(ready), name: draft.name.trim(), livesIn },
    ready.sending.key,
  );
  if (result.ok) finish(ready, result.data.n);
  else if (result.code === 'bad-input' || result.code === 'too-many-requests') reach(beginAnew(ready));
  return result;
}

function finish(draft: ReturnType<typeof beginSending>, n: number): void {
  keep('lastEntry', { day: draft.sending.day, n });
  forget('entry');
  for (const { path } of [...draft.photos, ...draft.recordings]) dropFile(path);
}
