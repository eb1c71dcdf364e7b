/** Whether what an article tells of may still be told. */
import type { CollectionSpecs } from '../../shared/database';
import { mayTell } from '../../duty/activities/rules/story';
import { readActivity } from '../../duty/activities/store';
import { readRequest } from '../../request/store';
import type { ArticleDocument } from './rules/article-document';

/** It has no collection of its own. */
export const collections = {} satisfies CollectionSpecs;

/** A consent that was taken back, and what left the public board, stop an article that is written already. */
export async function isStillTold({
  township,
  source,
}: Pick<ArticleDocument, 'township' | 'source'>): Promise<boolean> {
  if (source.kind === 'duty') {
    const activity = await readActivity(township, source.of);
    return activity !== undefined && mayTell(activity);
  }
  if (source.kind !== 'request') return true;
  return (await readRequest(township, source.of))?.published !== undefined;
}
