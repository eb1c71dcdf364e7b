/** Papers of sessions and of studies, signed letters: what one is is asked before it leaves the phone; then media takes it in. */
import { NOT_HERE, PAPER_LABELS } from '../../contract/congress/session-labels';
import type { PaperKind } from '../../contract/congress/session';
import { LIMITS } from '../../contract/limits';
import type { FileFault } from '../../contract/media';
import type { PrintedFile } from '../../contract/report';
import type { Failure, Result } from '../../contract/result';
import { ask } from '../../platform/cloud';
import { chooseFile } from '../../platform/documents';
import { sendFile } from '../../platform/files';
import { chooseOne } from '../../platform/phone';
import { township } from '../../platform/whereabouts';
import { whoAmI } from '../../services/registry';

const PAPER_ENDINGS = ['pdf', 'docx', 'jpg', 'jpeg', 'png'];

/** In the order in which they are offered; the last one may not lie here. */
const OFFERED: readonly { kind?: PaperKind; text: string }[] = [
  { kind: 'public', text: PAPER_LABELS.public },
  { kind: 'informational', text: PAPER_LABELS.informational },
  { text: '涉密、人事、党委没有公布的意见' },
];

/** Why media took no copy. */
const PAPER_FAULTS: Readonly<Record<FileFault, string>> = {
  gone: '文件没有传上来，请再传一次。',
  empty: '文件是空的。',
  large: '文件太大，请另存为小一点的 PDF。',
  unreadable: '只收 PDF、Word（.docx，不带宏）和照片，这个文件打不开。',
};

export interface ChosenPaper {
  kind: PaperKind;
  path: string;
  name: string;
}

/** Undefined: nothing was chosen. */
export async function choosePaper(): Promise<ChosenPaper | { refused: string } | Failure | undefined> {
  const at = await chooseOne(OFFERED.map(({ text }) => text));
  if (at === undefined) return undefined;
  const kind = OFFERED[at]?.kind;
  if (kind === undefined) return { refused: `${NOT_HERE}请用保密的渠道送，这里没有上传。` };
  const chosen = await chooseFile(PAPER_ENDINGS, LIMITS.paperBytes);
  if (!chosen.ok) return chosen;
  return chosen.data.path === '' ? undefined : { kind, ...chosen.data };
}

/** Its name as the chat has it, without the ending, within what a title may be. */
export function titleOf(name: string, most: number): string {
  const plain = name.replace(/\.[A-Za-z0-9]{2,5}$/, '').trim();
  return Array.from(plain).slice(0, most).join('') || '材料';
}

/**
 * Where media keeps the paper now; a string: why it took none. The same key is the same file: what was taken in once is
 * answered again.
 */
export async function sendPaper(
  { path, name }: ChosenPaper,
  key: string,
): Promise<Result<{ file: string }> | string> {
  const who = await whoAmI();
  if (!who.ok) return who;
  const ending = PAPER_ENDINGS.find((each) => name.toLowerCase().endsWith(`.${each}`)) ?? 'pdf';
  const sent = await sendFile(path, `${who.data.folder}/paper-${key}/1.${ending}`, () => undefined);
  if (!sent.ok) return sent;
  const taken = await ask('media', 'takePaper', { township: township(), file: sent.data });
  if (!taken.ok) return taken;
  return 'fault' in taken.data ? PAPER_FAULTS[taken.data.fault] : { ok: true, data: taken.data };
}

/** The scan of a signed 答复函. */
export function openLetter(suggestion: string, at: number): Promise<Result<PrintedFile>> {
  return ask('congress', 'openLetter', { township: township(), suggestion, at });
}
