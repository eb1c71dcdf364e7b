import type { Input, Output } from '../../../miniprogram/contract/wire';
import { ok, refuse } from '../../shared/errors';
import type { Action } from '../../shared/serve';
import { advancePush } from './push-slice';
import { toPushView } from '../articles/rules/article-view';
import { ofArticle } from '../schemas';

/** As pushStep, for the clock: the phone or the instance went away. */
export const resume: Action<Input<'publicity', 'resume'>, Output<'publicity', 'resume'>> = {
  write: false,
  input: ofArticle,
  async run({ now }, { township, article: id }) {
    const article = await advancePush(township, id, now);
    return article ? ok(toPushView(article)) : refuse('not-found');
  },
};
