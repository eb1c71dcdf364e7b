import type { Input, Output } from '../../../miniprogram/contract/wire';
import { isRefused } from '../../shared/act';
import { put } from '../../shared/conditions';
import { refuse } from '../../shared/errors';
import type { Action } from '../../shared/serve';
import { actOnArticle, wordsOf } from './act-on-article';
import { markToGoOn } from './mark-article';
import { withWords } from '../schemas';

/** By a chief who did not write in it. */
export const approve: Action<Input<'publicity', 'approve'>, Output<'publicity', 'approve'>> = {
  write: true,
  input: withWords,
  run: (call, asked) =>
    actOnArticle(call, 'approve', asked, async (article) => {
      if (article.writers.includes(call.account)) return refuse('own-article');
      const marks = await markToGoOn(article, call.now);
      if (isRefused(marks)) return marks;
      return { changes: { marks: put(marks), openMarks: put(0) }, ...wordsOf(asked) };
    }),
};
