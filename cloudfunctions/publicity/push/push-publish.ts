/**
 * Publishing what lies in the draft box, where the settings say so. Twice in public is worse than once too few: an
 * intent without an answer is never submitted again by itself.
 */
import type { Instant } from '../../../miniprogram/contract/wire';
import { drop, put, type Changes } from '../../shared/conditions';
import { freepublishGet, freepublishSubmit, type PublishStatus } from '../../shared/wechat/publish';
import { recordSystem } from '../articles/act-on-article';
import { clientName } from './official-account';
import { toFailed, type Failed } from './push-pictures';
import type { ArticleDocument, StoredPush } from '../articles/rules/article-document';
import { changeArticle } from '../articles/store';

/** How often the clock asks what became of it. */
const POLL_MS = 60_000;

/** The rows of the table (rules/push-failures.ts) for what came of a publication. */
const ENDS: Readonly<Partial<Record<PublishStatus, string>>> = {
  'original-check-failed': 'p2',
  failed: 'p3',
  'review-refused': 'p4',
  deleted: 'p5',
  banned: 'p6',
};

interface Working {
  article: ArticleDocument;
  push: StoredPush;
  now: Instant;
  write: (changes: Changes) => Promise<boolean>;
}

/** The draft stays there for a person. */
async function stayInBox(
  { article, push, now, write }: Working,
  { failed, address }: Failed,
): Promise<false> {
  const failure = { code: failed, step: 'publish', at: now, ...(address !== undefined && { address }) };
  await write({
    ...recordSystem(article, 'stay-in-box', push.id, now, failed),
    'push.failure': put(failure),
    'push.lease': put(0),
    workAt: put(0),
  });
  return false;
}

export async function submitPublishing(work: Working): Promise<boolean> {
  const { article, push, now } = work;
  if (push.submitting || !article.draft) return stayInBox(work, { failed: 'publish-unknown' });
  if (!(await work.write({ 'push.submitting': put(true) }))) return false;
  const sent = await freepublishSubmit(clientName(article.township, push.account), article.draft.mediaId);
  if (!sent.ok) {
    const refused = toFailed(sent);
    return stayInBox(work, refused.maybeDone ? { failed: 'publish-unknown' } : refused);
  }
  await work.write({
    'push.publishId': put(sent.data.publishId),
    'push.lease': put(0),
    workAt: put(now + POLL_MS),
  });
  return false;
}

/** Looks once; two who look at once write the same. */
export async function followPublishing(
  article: ArticleDocument,
  push: StoredPush,
  now: Instant,
): Promise<void> {
  const { township, _id } = article;
  const write = (changes: Changes) =>
    changeArticle(township, _id, { state: 'publishing', 'push.id': push.id }, changes);
  const found = await freepublishGet(clientName(township, push.account), push.publishId ?? '');
  if (!found.ok) {
    const { failed, address } = toFailed(found);
    const failure = { code: failed, step: 'publish', at: now, ...(address !== undefined && { address }) };
    await write({ 'push.failure': put(failure), workAt: put(now + POLL_MS) });
    return;
  }
  const { status, urls } = found.data;
  const code = ENDS[status];
  if (status === 'published') {
    await write({
      ...recordSystem(article, 'publish', push.id, now),
      url: put(urls[0] ?? ''),
      publishedAt: put(now),
      workAt: put(0),
      // It has left the box.
      draft: drop,
      'push.failure': drop,
    });
  } else if (code !== undefined) {
    await write({
      ...recordSystem(article, 'fail-publishing', push.id, now, code),
      'push.failure': put({ code, step: 'publish', at: now }),
      workAt: put(0),
    });
  } else {
    await write({ workAt: put(now + POLL_MS) });
  }
}
