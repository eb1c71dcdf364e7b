import type { Input, Output } from '../../../miniprogram/contract/wire';
import { ok, refuse } from '../../shared/errors';
import type { Action } from '../../shared/serve';
import { advancePush } from './push-slice';
import { toPushView } from '../articles/rules/article-view';
import { ofArticle } from '../schemas';

/** Takes no key: each step is conditional on what is there already, so that it may be asked for as often as one likes. */
export const pushStep: Action<Input<'publicity', 'pushStep'>, Output<'publicity', 'pushStep'>> = {
  write: false,
  input: ofArticle,
  async run({ now }, { township, article: id }) {
    const article = await advancePush(township, id, now);
    return article ? ok(toPushView(article)) : refuse('not-found');
  },
};
