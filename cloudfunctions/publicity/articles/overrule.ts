import type { Answer, Input, Output, Refused } from '../../../miniprogram/contract/wire';
import { decryptField, encryptField } from '../../shared/cipher';
import { append, put } from '../../shared/conditions';
import { refuse } from '../../shared/errors';
import { recordAct } from '../../shared/outbox';
import type { Action, Call } from '../../shared/serve';
import { actOnce, actorOf, findAct, markOf, nothingToWrite, type Decided } from '../../shared/act';
import { ACTS_KEPT } from './act-on-article';
import type { ArticleDocument } from './rules/article-document';
import { toMarks } from './rules/article-view';
import { countOpen, isOverrulable } from './rules/find-marks';
import { overruleInput } from '../schemas';
import { changeArticle, openContent, readArticle } from './store';

type Asked = Input<'publicity', 'overrule'>;
type Overruled = Output<'publicity', 'overrule'>;

const TURNS = 5;
/** What was overruled last counts; of marks long gone the oldest go. */
const KEPT = 200;

function answerOf(article: ArticleDocument, overruled: ArticleDocument['overruled']): Overruled {
  const content = openContent(article.content);
  return { marks: toMarks({ marks: article.marks, overruled }, content, decryptField) };
}

function check(article: ArticleDocument, { edition, mark: id }: Asked) {
  if (article.state !== 'draft' && article.state !== 'submitted')
    return refuse('wrong-state', { state: article.state });
  if (article.edition !== edition) return refuse('article-changed', { edition: article.edition });
  const mark = article.marks.find((one) => one.id === id);
  if (!mark) return refuse('mark-gone');
  return isOverrulable(mark) ? undefined : refuse('mark-stands');
}

function decide(call: Call, article: ArticleDocument, asked: Asked): Refused | Decided<Overruled> {
  const wrong = check(article, asked);
  if (wrong) return wrong;
  const { _id: id, township, overruled, marks, rev, state, edition } = article;
  const { mark, words } = asked;
  if (overruled.some((one) => one.mark === mark))
    return { answer: answerOf(article, overruled), write: nothingToWrite };
  const row = { mark, by: encryptField(call.admitted?.name ?? ''), at: call.now, words };
  const changes = {
    overruled: append([row], KEPT),
    openMarks: put(countOpen(marks, [...overruled, row])),
    acts: append([{ ...markOf(call), edition, state }], ACTS_KEPT),
    ...recordAct({
      at: call.now,
      by: actorOf(call),
      act: 'overrule',
      of: mark,
      from: state,
      to: state,
      words,
      key: call.key,
      event: 'article-mark-overruled',
      about: { article: id },
    }),
  };
  return {
    answer: answerOf(article, [...overruled, row]),
    write: () => changeArticle(township, id, { rev }, changes),
  };
}

/** Two calls after admit; overruled already: one. */
function run(call: Call, asked: Asked): Promise<Answer<Overruled>> {
  return actOnce<ArticleDocument | undefined, Overruled>(call, {
    turns: TURNS,
    read: () => readArticle(asked.township, asked.article),
    seen: (article) => {
      const act = findAct(call, article?.acts);
      return article && act && { hash: act.h, answer: answerOf(article, article.overruled) };
    },
    decide: (article) => (article ? decide(call, article, asked) : refuse('not-found')),
  });
}

export const overrule: Action<Asked, Overruled> = { write: true, input: overruleInput, run };
