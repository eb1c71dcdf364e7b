/** A matter that the office passed up, as the office and the district read it. */
import type { PassedUp } from '../../../../miniprogram/contract/request-lists';
import { nameOf, type Directory } from '../../../registry/directory/rules/directory';
import { toLocalDate } from '../../../shared/china-time';
import type { RequestDocument } from '../../rules/request-document';

export function toPassedUp(
  row: RequestDocument,
  words: Pick<Directory, 'card' | 'categories'> | undefined,
): PassedUp {
  const { _id, number, category, passedSummary = '', passedSeq = '', passedAnswer, state } = row;
  return {
    request: _id,
    from: words?.card.name ?? '',
    number,
    category: nameOf(words?.categories ?? [], category),
    summary: passedSummary,
    state,
    on: toLocalDate(Number(passedSeq.slice(0, 13))),
    ...(passedAnswer && { answer: { words: passedAnswer.words, on: passedAnswer.on } }),
  };
}
