/**
 * Every act of a person on an article goes this way: read once, decide by a rule, write once on the edition and the
 * state that were read. Somebody else's act in between means reading and deciding again; what the relay clears up
 * and what the push notes does not.
 */
import type { ArticleAct, ArticleState } from '../../../miniprogram/contract/article';
import type { Answer, Instant, Refused } from '../../../miniprogram/contract/wire';
import { encryptField } from '../../shared/cipher';
import { append, put, type Changes, type Where } from '../../shared/conditions';
import { actOnce, actorOf, findAct, isRefused, markOf } from '../../shared/act';
import { refuse } from '../../shared/errors';
import { recordAct } from '../../shared/outbox';
import type { Call } from '../../shared/serve';
import type { ArticleDocument, StoredAct, StoredStep } from './rules/article-document';
import { isLegal, stepOf, type SystemAct } from './rules/article-life';
import { changeArticle, readArticle } from './store';

const TURNS = 4;
/** Steps that are shown; older ones are in the audit alone. */
const STEPS_KEPT = 60;
export const ACTS_KEPT = 40;

export interface Stepped {
  article: string;
  state: ArticleState;
  edition: number;
}

export interface Decided {
  changes?: Changes;
  where?: Where;
  words?: string;
  edition?: number;
}

/** What somebody says of the article by the way. */
export function wordsOf({ words }: { words?: string }): Pick<Decided, 'words'> {
  return words === undefined ? {} : { words };
}

interface Asked {
  township: string;
  article: string;
  edition: number;
}

export function stepRow(
  at: Instant,
  act: string,
  state: ArticleState,
  by?: string,
  words?: string,
): StoredStep {
  return { at, act, state, ...(by !== undefined && { by }), ...(words !== undefined && { words }) };
}

/** What a person's act leaves in the document beside its own changes. */
export function recordOf(call: Call, article: ArticleDocument, act: ArticleAct, decided: Decided): Changes {
  const { now, key } = call;
  const { to, event } = stepOf(act);
  const edition = decided.edition ?? article.edition;
  const stored: StoredAct = { ...markOf(call), edition, state: to };
  const by = encryptField(call.admitted?.name ?? '');
  return {
    state: put(to),
    acts: append([stored], ACTS_KEPT),
    ...(act !== 'save' && { steps: append([stepRow(now, act, to, by, decided.words)], STEPS_KEPT) }),
    ...recordAct({
      at: now,
      by: actorOf(call),
      act,
      of: article._id,
      from: article.state,
      to,
      key,
      event,
      about: { article: article._id, by: actorOf(call) },
    }),
    ...decided.changes,
  };
}

/** What the push itself leaves when it moves the article on. */
export function recordSystem(
  article: ArticleDocument,
  act: SystemAct,
  key: string,
  now: Instant,
  words?: string,
): Changes {
  const { to, event } = stepOf(act);
  return {
    state: put(to),
    steps: append([stepRow(now, act, to, undefined, words)], STEPS_KEPT),
    ...recordAct({
      at: now,
      by: 'system',
      act,
      of: article._id,
      from: article.state,
      to,
      key,
      event,
      about: { article: article._id },
    }),
  };
}

/** Two calls; two more for each act that came in between. Refused: one. */
export async function actOnArticle(
  call: Call,
  act: ArticleAct,
  { township, article: id, edition }: Asked,
  decide: (article: ArticleDocument) => Refused | Decided | Promise<Refused | Decided> = () => ({}),
): Promise<Answer<Stepped>> {
  return actOnce<ArticleDocument | undefined, Stepped>(call, {
    turns: TURNS,
    read: () => readArticle(township, id),
    seen: (article) => {
      const before = findAct(call, article?.acts);
      return (
        before && { hash: before.h, answer: { article: id, state: before.state, edition: before.edition } }
      );
    },
    decide: async (article) => {
      if (!article) return refuse('not-found');
      if (!isLegal(act, article.state)) return refuse('wrong-state', { state: article.state });
      if (article.edition !== edition) return refuse('article-changed', { edition: article.edition });
      const decided = await decide(article);
      if (isRefused(decided)) return decided;
      const where: Where = { edition, state: article.state, ...decided.where };
      const changes = recordOf(call, article, act, decided);
      return {
        answer: { article: id, state: stepOf(act).to, edition: decided.edition ?? edition },
        write: () => changeArticle(township, id, where, changes),
      };
    },
  });
}
