import type { Answer, Input, Output } from '../../../miniprogram/contract/wire';
import { decryptField, encryptField } from '../../shared/cipher';
import { append, put } from '../../shared/conditions';
import { ok, refuse } from '../../shared/errors';
import { recordAct } from '../../shared/outbox';
import type { Action, Call } from '../../shared/serve';
import { actorOf } from '../../shared/act';
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

function answer(article: ArticleDocument, overruled: ArticleDocument['overruled']): Answer<Overruled> {
  const content = openContent(article.content);
  return ok({ marks: toMarks({ marks: article.marks, overruled }, content, decryptField) });
}

function check(article: ArticleDocument, { edition, mark: id }: Asked) {
  if (article.state !== 'draft' && article.state !== 'submitted')
    return refuse('wrong-state', { state: article.state });
  if (article.edition !== edition) return refuse('article-changed', { edition: article.edition });
  const mark = article.marks.find((one) => one.id === id);
  if (!mark) return refuse('mark-gone');
  return isOverrulable(mark) ? undefined : refuse('mark-stands');
}

/** Two calls after admit; overruled already: one. */
async function run(call: Call, asked: Asked): Promise<Answer<Overruled>> {
  const { township, article: id, mark, words } = asked;
  for (let turn = 0; turn < TURNS; turn++) {
    const article = await readArticle(township, id);
    if (!article) return refuse('not-found');
    const wrong = check(article, asked);
    if (wrong) return wrong;
    const { overruled, marks, rev, state } = article;
    if (overruled.some((one) => one.mark === mark)) return answer(article, overruled);
    const row = { mark, by: encryptField(call.admitted?.name ?? ''), at: call.now, words };
    const written = await changeArticle(
      township,
      id,
      { rev },
      {
        overruled: append([row], KEPT),
        openMarks: put(countOpen(marks, [...overruled, row])),
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
      },
    );
    if (written) return answer(article, [...overruled, row]);
  }
  return refuse('busy');
}

export const overrule: Action<Asked, Overruled> = { write: true, input: overruleInput, run };
