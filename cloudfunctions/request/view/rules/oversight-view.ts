/** What the office and the presidium see beside the request: dispatches, the board's text, the merge; 登记回执. */
import type { RequestView } from '../../../../miniprogram/contract/request';
import type { Reader } from './reader';
import type { RequestDocument } from '../../rules/request-document';

function toWord({ by, told }: NonNullable<RequestDocument['word']>): NonNullable<RequestView['word']> {
  return { by, ...(told && { told: { on: told.on, way: told.way } }) };
}

export function toOversight(request: RequestDocument, reader: Reader) {
  const {
    mergedInto,
    dispatches = [],
    published,
    offered,
    board,
    open,
    passedSummary: summary,
    passedAnswer,
    word,
  } = request;
  const knows = reader === 'office' || reader === 'asker';
  const answer = passedAnswer && { words: passedAnswer.words, on: passedAnswer.on };
  const inside = reader === 'office' || reader === 'overseer';
  return {
    dispatches: inside ? dispatches.map(({ at, words }) => ({ at, words })) : [],
    ...(word && knows && { word: toWord(word) }),
    ...(published && {
      published: { title: published.title, summary: published.summary, result: published.result },
    }),
    ...(offered && open && board !== undefined && { offered: { title: offered.title } }),
    ...(reader === 'office' && summary !== undefined && { passedUp: { summary, ...(answer && { answer }) } }),
    ...(reader === 'office' && mergedInto !== undefined && { mergedInto: { request: mergedInto } }),
  };
}
