import type { Input, Output } from '../../../miniprogram/contract/wire';
import { drop, put } from '../../shared/conditions';
import type { Action } from '../../shared/serve';
import { actOnArticle } from './act-on-article';
import { markPublishedInput } from '../schemas';

/** A person published it there; the draft has left the box by that. */
export const markPublished: Action<
  Input<'publicity', 'markPublished'>,
  Output<'publicity', 'markPublished'>
> = {
  write: true,
  input: markPublishedInput,
  run: (call, asked) =>
    actOnArticle(call, 'mark-published', asked, () => ({
      changes: { url: put(asked.url), publishedAt: put(call.now), draft: drop },
    })),
};
