import type { Input, Output } from '../../../miniprogram/contract/wire';
import { refuse } from '../../shared/errors';
import type { Action } from '../../shared/serve';
import { actOnArticle } from './act-on-article';
import { sendBackInput } from '../schemas';

/** The second reading (复审): by somebody of the office who did not write in it. It stays submitted. */
export const review: Action<Input<'publicity', 'review'>, Output<'publicity', 'review'>> = {
  write: true,
  input: sendBackInput,
  run: (call, asked) =>
    actOnArticle(call, 'review', asked, ({ writers }) =>
      writers.includes(call.account) ? refuse('own-article') : { words: asked.words },
    ),
};
