/** A paper of a session as a file: what it is was asked before it leaves the phone. */
import { NOT_HERE, PAPER_LABELS } from '../../contract/congress/session-labels';
import type { PaperKind, SessionFields } from '../../contract/congress/session';

/** In the order in which they are offered; the last one may not lie here. */
const OFFERED: readonly { kind?: PaperKind; text: string }[] = [
  { kind: 'public', text: PAPER_LABELS.public },
  { kind: 'informational', text: PAPER_LABELS.informational },
  { text: '涉密、人事、党委没有公布的意见' },
];

export const ASKED: readonly string[] = OFFERED.map(({ text }) => text);

/** What it is, or why it may not be here. */
export function kindAt(at: number): PaperKind | { refused: string } {
  return OFFERED[at]?.kind ?? { refused: `${NOT_HERE}请用保密的渠道送，这里没有上传。` };
}

/** Its name as the chat has it, without the ending, within what a title may be. */
export function titleOf(name: string, most: number): string {
  const plain = name.replace(/\.[A-Za-z0-9]{2,5}$/, '').trim();
  return Array.from(plain).slice(0, most).join('') || '会议材料';
}

export function toPaper(
  kind: PaperKind,
  title: string,
  { file, bill }: { file: string; bill: string },
): { act: 'addPaper' } & SessionFields['addPaper'] {
  const paper = { act: 'addPaper', title, kind, where: '附件', file } as const;
  return bill === '' ? paper : { ...paper, bill };
}

/** Why media took no copy. */
export const PAPER_FAULTS = {
  gone: '文件没有传上来，请再传一次。',
  empty: '文件是空的。',
  large: '文件太大，请另存为小一点的 PDF。',
  unreadable: '只收 PDF、Word（.docx，不带宏）和照片，这个文件打不开。',
} as const;
