/** What is left of a request whose asker had it deleted: that it was, its dates, its steps; no words, no person. */
import type { RequestDocument } from '../../rules/request-document';

type Kept = Pick<
  RequestDocument,
  'photos' | 'recordings' | 'steps' | 'tokens' | 'acts' | 'account' | 'openid' | 'title'
> &
  Partial<Pick<RequestDocument, 'replies'>>;

/** Fields that go as a whole. */
export const DROPPED = [
  'text',
  'summary',
  'phone',
  'passedSummary',
  'checks',
  'intake',
  'extension',
  'paused',
  'calledBack',
  'dispatches',
  'eraseFor',
] as const satisfies readonly (keyof RequestDocument)[];

/** `stranger`: in place of the account. What the office published was agreed to, has no name, and stays. */
export function bareRequest(request: RequestDocument, stranger: string): Kept {
  const { steps, replies } = request;
  return {
    account: stranger,
    openid: '',
    title: '内容已按本人要求删除',
    photos: [],
    recordings: [],
    tokens: [],
    acts: request.acts.filter(({ k }) => !k.startsWith(`${request.account}~`)),
    steps: steps.map(({ words: _words, by, ...step }) => ({
      ...step,
      by: by === request.account ? stranger : by,
    })),
    ...(replies && { replies: replies.map((reply) => ({ ...reply, words: '' })) }),
  };
}
