import type { PushView } from '../../../miniprogram/contract/publicity';
import type { Answer, Input } from '../../../miniprogram/contract/wire';
import { isRefused } from '../../shared/act';
import { hashParts } from '../../shared/cipher';
import { drop, put, type Changes } from '../../shared/conditions';
import { ok, refuse } from '../../shared/errors';
import type { Action, Call } from '../../shared/serve';
import { actOnArticle, type Decided } from '../articles/act-on-article';
import { markToGoOn, readSettings } from '../articles/mark-article';
import { learnKeys } from '../keys/store';
import { hasKeys } from './official-account';
import type { ArticleDocument, StoredPush } from '../articles/rules/article-document';
import { toPushView } from '../articles/rules/article-view';
import { bodyPictures } from '../articles/rules/render-article';
import { pushInput } from '../schemas';
import { readArticle } from '../articles/store';

type Asked = Input<'publicity', 'push'>;

/** How long a new push may wait for its first step before the clock takes it up. */
const FIRST_STEP_MS = 60_000;

/** The draft was found deleted, and nobody has said yet that a new one is wanted. */
function mustAsk({ push }: ArticleDocument): boolean {
  return push?.failure?.code === '40007';
}

async function decide(call: Call, { anew = false }: Asked, article: ArticleDocument) {
  if (mustAsk(article) && !anew) return refuse('draft-deleted');
  const [settings, marked] = await Promise.all([
    readSettings(call.township),
    markToGoOn(article, call.now),
    learnKeys(call.township),
  ]);
  if (isRefused(marked)) return marked;
  if (!hasKeys(call.township)[settings.account]) return refuse('account-missing');
  const push: StoredPush = {
    id: hashParts(['push', article._id, call.account, call.key]),
    edition: article.edition,
    account: settings.account,
    publish: settings.publish === 'submit',
    step: 'pictures',
    anew,
    pictures: bodyPictures(article.content),
    urls: [],
    lease: 0,
  };
  const forget: Changes = anew ? { draft: drop, adding: drop } : {};
  const decided: Decided = {
    changes: { push: put(push), workAt: put(call.now + FIRST_STEP_MS), ...forget },
  };
  return decided;
}

/** Six calls after admit, seven where what it tells of is asked. The work itself is pushStep's. */
async function run(call: Call, asked: Asked): Promise<Answer<PushView>> {
  const stepped = await actOnArticle(call, 'push', asked, (article) => decide(call, asked, article));
  if (!stepped.ok) return stepped;
  const article = await readArticle(asked.township, asked.article);
  return article ? ok(toPushView(article)) : refuse('not-found');
}

export const push: Action<Asked, PushView> = { write: true, input: pushInput, run };
