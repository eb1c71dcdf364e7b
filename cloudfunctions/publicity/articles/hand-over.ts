import type { Input, Output } from '../../../miniprogram/contract/wire';
import { isRefused } from '../../shared/act';
import { put } from '../../shared/conditions';
import type { Action } from '../../shared/serve';
import { actOnArticle, wordsOf } from './act-on-article';
import { markToGoOn } from './mark-article';
import { sendBackInput } from '../schemas';

/** It goes out as surely as by a push: what stands against that is looked for anew. */
export const handOver: Action<Input<'publicity', 'handOver'>, Output<'publicity', 'handOver'>> = {
  write: true,
  input: sendBackInput,
  run: (call, asked) =>
    actOnArticle(call, 'hand-over', asked, async (article) => {
      const marks = await markToGoOn(article, call.now);
      if (isRefused(marks)) return marks;
      return { changes: { marks: put(marks), openMarks: put(0), workAt: put(0) }, ...wordsOf(asked) };
    }),
};
