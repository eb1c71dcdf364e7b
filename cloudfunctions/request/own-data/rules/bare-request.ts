/** What is left of a request whose asker had it deleted: that it was, its dates, its steps; no words, no person. */
import { CALL_BACK } from '../../lists/rules/facets';
import { keptMarks } from '../../lists/rules/marks';
import type { RequestDocument } from '../../rules/request-document';

type Kept = Pick<
  RequestDocument,
  'photos' | 'recordings' | 'steps' | 'tokens' | 'facets' | 'acts' | 'account' | 'openid' | 'title' | 'bare'
> &
  Partial<Pick<RequestDocument, 'replies' | 'assigned' | 'assists' | 'visit' | 'delivery'>>;

/** Fields that go as a whole. */
export const DROPPED = [
  'text',
  'summary',
  'phone',
  'passedSummary',
  'passedAnswer',
  'draft',
  'checks',
  'intake',
  'extension',
  'paused',
  // Nobody is left to be called.
  'callback',
  'calledBack',
  'dispatches',
  'eraseFor',
  // Nobody is left to be told.
  'word',
] as const satisfies readonly (keyof RequestDocument)[];

/** What was merged into another is not over: it ends with that one, or goes on by itself. */
export function isOver({ open, state }: Pick<RequestDocument, 'open' | 'state'>): boolean {
  return !open && state !== 'merged';
}

function withoutWords<T extends { words?: string }>({ words: _words, ...rest }: T): Omit<T, 'words'> {
  return rest;
}

/** What units had to do stays, without what they wrote. */
function bareTasks({ assigned, assists }: RequestDocument): Pick<Kept, 'assigned' | 'assists'> {
  const bare = Object.entries(assists ?? {}).map(([unit, one]) => [unit, withoutWords(one)] as const);
  return {
    ...(assigned && { assigned: withoutWords(assigned) }),
    ...(assists && { assists: Object.fromEntries(bare) }),
  };
}

/** That it was brought, how and when; not by whom. */
function bareDelivery({ delivery }: RequestDocument): Pick<Kept, 'delivery'> {
  if (!delivery) return {};
  const { who: _who, ...rest } = delivery;
  return { delivery: rest };
}

/** The booking goes by the stranger's name too (reception/own-data). */
function bareVisit({ account, visit }: RequestDocument, stranger: string): Pick<Kept, 'visit'> {
  return visit ? { visit: { ...visit, booking: visit.booking.replace(account, stranger) } } : {};
}

/** Why the words are gone, in place of the title. */
const TITLES = { erase: '内容已按本人要求删除', sweep: '已过保存期限，内容已删除' } as const;
export type BareBy = keyof typeof TITLES;

/** `stranger`: in place of the account. What the office published was agreed to, has no name, and stays. */
export function bareRequest(request: RequestDocument, stranger: string, act: BareBy): Kept {
  const { steps, replies } = request;
  return {
    account: stranger,
    openid: '',
    title: TITLES[act],
    bare: true,
    photos: [],
    recordings: [],
    tokens: keptMarks(request.tokens),
    facets: request.facets.filter((facet) => facet !== CALL_BACK),
    acts: request.acts.filter(({ k }) => !k.startsWith(`${request.account}~`)),
    steps: steps.map((step) => ({
      ...withoutWords(step),
      by: step.by === request.account ? stranger : step.by,
    })),
    ...bareTasks(request),
    ...bareVisit(request, stranger),
    ...bareDelivery(request),
    ...(replies && { replies: replies.map((reply) => ({ ...reply, words: '' })) }),
  };
}
