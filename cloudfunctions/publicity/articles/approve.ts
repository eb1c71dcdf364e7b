import type { Input, Output } from '../../../miniprogram/contract/wire';
import { put } from '../../shared/conditions';
import { refuse } from '../../shared/errors';
import type { Action } from '../../shared/serve';
import { actOnArticle } from './act-on-article';
import { markArticle } from './mark-article';
import { ofEdition } from '../schemas';

/** By a chief who did not write in it. */
export const approve: Action<Input<'publicity', 'approve'>, Output<'publicity', 'approve'>> = {
  write: true,
  input: ofEdition,
  run: (call, asked) =>
    actOnArticle(call, 'approve', asked, async (article) => {
      if (article.writers.includes(call.account)) return refuse('own-article');
      const { marks, openMarks } = await markArticle(article, call.now);
      if (openMarks > 0) return refuse('marks-open', { open: openMarks });
      return { changes: { marks: put(marks), openMarks: put(0) } };
    }),
};
