/** Sending what was entered for somebody else: files first, then the words, all under one key. */
import type { Submitted } from '../../contract/request';
import { beginAnew, beginSending, emptyDraft, toSubmitInput, withTry } from '../../platform/drafts';
import { dropFile } from '../../platform/files';
import type { Draft } from '../../platform/kept';
import type { Result } from '../../contract/result';
import { forget, recall } from '../../platform/storage';
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
  let ready = beginSending(draft);
  reach(ready);
  const note = (next: typeof ready): void => {
    ready = next;
    reach(next);
  };
  const failed = await sendFiles(ready, note, onUpload);
  if (failed) return failed;
  const { sending } = ready;
  note(withTry(ready));
  const result = await submitFor({ ...toSubmitInput(ready), name: draft.name.trim(), livesIn }, sending);
  if (result.ok) finish(ready);
  else if (result.code === 'bad-input' || result.code === 'too-many-requests') reach(beginAnew(ready));
  return result;
}

function finish(draft: Draft): void {
  forget('entry');
  for (const { path } of [...draft.photos, ...draft.recordings]) dropFile(path);
}
