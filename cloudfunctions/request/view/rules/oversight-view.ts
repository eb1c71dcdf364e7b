/** What the office and the presidium see beside the request: dispatches, the board's text, the merge. */
import type { Reader } from './reader';
import type { RequestDocument } from '../../rules/request-document';

export function toOversight(request: RequestDocument, reader: Reader) {
  const { mergedInto, dispatches = [], published } = request;
  const inside = reader === 'office' || reader === 'overseer';
  return {
    dispatches: inside ? dispatches.map(({ at, words }) => ({ at, words })) : [],
    ...(published && {
      published: { title: published.title, summary: published.summary, result: published.result },
    }),
    ...(reader === 'office' && mergedInto !== undefined && { mergedInto: { request: mergedInto } }),
  };
}
