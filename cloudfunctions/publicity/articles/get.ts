import type { ArticleView } from '../../../miniprogram/contract/publicity';
import type { Answer, Input } from '../../../miniprogram/contract/wire';
import { CHIEF } from '../../../miniprogram/contract/roles';
import { holdsOne } from '../../registry/invitations/grants-store';
import { decryptField } from '../../shared/cipher';
import { ok, refuse } from '../../shared/errors';
import type { Action, Call } from '../../shared/serve';
import { linkPictures } from '../pictures/link-pictures';
import { legalActs } from './rules/article-life';
import { toCard, toMarks, toPushView, toSteps } from './rules/article-view';
import { checkContent } from './rules/check-content';
import { countOpen } from './rules/find-marks';
import { ofArticle } from '../schemas';
import { openContent, readArticle } from './store';

type Asked = Input<'publicity', 'get'>;

/** `admit` names one of the caller's roles; the others are read only where the answer depends on them. */
async function isChief(call: Call, state: string): Promise<boolean> {
  if (call.admitted && CHIEF.includes(call.admitted.role)) return true;
  return state === 'submitted' && holdsOne(call, CHIEF);
}

/** One read after admit, and links for the pictures. */
async function run(call: Call, { township, article: id }: Asked): Promise<Answer<ArticleView>> {
  const article = await readArticle(township, id);
  if (!article) return refuse('not-found');
  const content = openContent(article.content);
  const mine = article.writers.includes(call.account);
  const [links, chief] = await Promise.all([linkPictures(township, content), isChief(call, article.state)]);
  return ok({
    ...toCard(article, decryptField),
    openMarks: countOpen(article.marks, article.overruled),
    edition: article.edition,
    content,
    links,
    mine,
    marks: toMarks(article, content, decryptField),
    problems: checkContent(content),
    steps: toSteps(article.steps, decryptField),
    acts: legalActs(article.state, { chief, wrote: mine }),
    push: toPushView(article),
  });
}

export const get: Action<Asked, ArticleView> = { write: false, input: ofArticle, run };
