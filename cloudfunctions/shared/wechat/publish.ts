/**
 * Publishing a draft: POST /cgi-bin/freepublish/…. Certified accounts only (48001); it does not push the article
 * to followers. What is submitted is only queued: freepublishGet tells how it ended.
 */
import * as v from 'valibot';
import { callApi, idText } from './call';
import type { WechatAnswer } from './errors';

/** freepublish/get, publish_status. */
export type PublishStatus =
  | 'published'
  | 'publishing'
  | 'original-check-failed'
  | 'failed'
  | 'review-refused'
  | 'deleted'
  | 'banned'
  | 'unknown';

const STATUSES: readonly PublishStatus[] = [
  'published',
  'publishing',
  'original-check-failed',
  'failed',
  'review-refused',
  'deleted',
  'banned',
];

/** Not repeatable: a second publication of the same draft cannot be told from the first. */
export function freepublishSubmit(
  township: string,
  mediaId: string,
): Promise<WechatAnswer<{ publishId: string }>> {
  return callApi({
    account: { officialOf: township },
    path: '/cgi-bin/freepublish/submit',
    body: { media_id: mediaId },
    repeatable: false,
    data: v.pipe(
      v.object({ publish_id: idText }),
      v.transform(({ publish_id: publishId }) => ({ publishId })),
    ),
  });
}

const progress = v.pipe(
  v.object({
    publish_status: v.number(),
    article_id: v.optional(v.string(), ''),
    article_detail: v.optional(
      v.object({ item: v.optional(v.array(v.object({ idx: v.number(), article_url: v.string() })), []) }),
    ),
    fail_idx: v.optional(v.array(v.number()), []),
  }),
  v.transform(
    ({ publish_status: status, article_id: articleId, article_detail: detail, fail_idx: failed }) => ({
      status: STATUSES[status] ?? ('unknown' as const),
      articleId,
      /** In the order of the articles; empty until it is published. */
      urls: [...(detail?.item ?? [])].sort((a, b) => a.idx - b.idx).map(({ article_url: url }) => url),
      /** Numbers of the articles that failed, from 1. */
      failed,
    }),
  ),
);

export type Publication = v.InferOutput<typeof progress>;

export function freepublishGet(township: string, publishId: string): Promise<WechatAnswer<Publication>> {
  return callApi({
    account: { officialOf: township },
    path: '/cgi-bin/freepublish/get',
    body: { publish_id: publishId },
    repeatable: true,
    data: progress,
  });
}
