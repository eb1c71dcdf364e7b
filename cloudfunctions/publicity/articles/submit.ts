import type { Input, Output } from '../../../miniprogram/contract/wire';
import { isRefused } from '../../shared/act';
import { put } from '../../shared/conditions';
import { refuse } from '../../shared/errors';
import type { Action } from '../../shared/serve';
import { actOnArticle, wordsOf } from './act-on-article';
import { markToGoOn } from './mark-article';
import { checkContent } from './rules/check-content';
import { withWords } from '../schemas';

/** Marks are looked for anew: what is known of people may have grown since it was saved. */
export const submit: Action<Input<'publicity', 'submit'>, Output<'publicity', 'submit'>> = {
  write: true,
  input: withWords,
  run: (call, asked) =>
    actOnArticle(call, 'submit', asked, async (article) => {
      const problems = checkContent(article.content);
      if (problems.length > 0)
        return refuse('article-incomplete', { problems: problems.map(({ code }) => code) });
      const marks = await markToGoOn(article, call.now);
      if (isRefused(marks)) return marks;
      return { changes: { marks: put(marks), openMarks: put(0) }, ...wordsOf(asked) };
    }),
};
