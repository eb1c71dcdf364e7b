import type { Input, Output } from '../../../miniprogram/contract/wire';
import { ok, refuse } from '../../shared/errors';
import type { Action } from '../../shared/serve';
import { toPushView } from '../articles/rules/article-view';
import { ofArticle } from '../schemas';
import { readArticle } from '../articles/store';

/** One read after admit. */
export const pushStatus: Action<Input<'publicity', 'pushStatus'>, Output<'publicity', 'pushStatus'>> = {
  write: false,
  input: ofArticle,
  async run(_call, { township, article: id }) {
    const article = await readArticle(township, id);
    return article ? ok(toPushView(article)) : refuse('not-found');
  },
};
