/** Papers of a session: sent into the own folder, where media takes them in. */
import type { TakenIn } from '../../contract/media';
import type { Result } from '../../contract/result';
import { ask } from '../../platform/cloud';
import { sendFile } from '../../platform/files';
import { township } from '../../platform/whereabouts';
import { whoAmI } from '../../services/registry';

export const PAPER_ENDINGS = ['pdf', 'docx', 'jpg', 'jpeg', 'png'];

/** The same key is the same file: what was taken in once is answered again. */
export async function sendPaper(path: string, name: string, key: string): Promise<Result<TakenIn>> {
  const who = await whoAmI();
  if (!who.ok) return who;
  const ending = PAPER_ENDINGS.find((each) => name.toLowerCase().endsWith(`.${each}`)) ?? 'pdf';
  const sent = await sendFile(path, `${who.data.folder}/paper-${key}/1.${ending}`, () => undefined);
  return sent.ok ? ask('media', 'takePaper', { township: township(), file: sent.data }) : sent;
}
