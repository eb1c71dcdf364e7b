/** What the office and the presidium see beside the request: dispatches, the board's text, the merge. */
import type { Reader } from './reader';
import type { RequestDocument } from '../../rules/request-document';

export function toOversight(request: RequestDocument, reader: Reader) {
  const { mergedInto, dispatches = [], published, passedSummary: summary, passedAnswer } = request;
  const answer = passedAnswer && { words: passedAnswer.words, on: passedAnswer.on };
  const inside = reader === 'office' || reader === 'overseer';
  return {
    dispatches: inside ? dispatches.map(({ at, words }) => ({ at, words })) : [],
    ...(published && {
      published: { title: published.title, summary: published.summary, result: published.result },
    }),
    ...(reader === 'office' && summary !== undefined && { passedUp: { summary, ...(answer && { answer }) } }),
    ...(reader === 'office' && mergedInto !== undefined && { mergedInto: { request: mergedInto } }),
  };
}
