/** A paper of a session as a file, as the act that registers it. */
import type { PaperKind, SessionFields } from '../../contract/congress/session';

export function toPaper(
  kind: PaperKind,
  title: string,
  { file, bill }: { file: string; bill: string },
): { act: 'addPaper' } & SessionFields['addPaper'] {
  const paper = { act: 'addPaper', title, kind, where: '附件', file } as const;
  return bill === '' ? paper : { ...paper, bill };
}
