/** The draft box of the official account: POST /cgi-bin/draft/…; not to be had by cloud call. */
import * as v from 'valibot';
import { callApi, nothing } from './call';
import type { WechatAnswer } from './errors';

/** `X1_Y1_X2_Y2`, shares of the cover between 0 and 1. */
export type Crop = string;

export interface DraftArticle {
  /** ≤ 32 characters. */
  readonly title: string;
  /** ≤ 16 characters. */
  readonly author?: string;
  /** ≤ 128 characters. */
  readonly digest?: string;
  /** HTML, < 20,000 characters and < 1 MB; only pictures of uploadImage stay in it. */
  readonly content: string;
  readonly sourceUrl?: string;
  /** Of addMaterial; a temporary one is refused (40007). */
  readonly coverId: string;
  readonly wideCrop?: Crop;
  readonly squareCrop?: Crop;
  readonly openComments?: boolean;
}

function toWire(article: DraftArticle): object {
  const { title, author, digest, content, sourceUrl, coverId, wideCrop, squareCrop } = article;
  return {
    article_type: 'news',
    title,
    content,
    thumb_media_id: coverId,
    ...(author && { author }),
    ...(digest && { digest }),
    ...(sourceUrl && { content_source_url: sourceUrl }),
    ...(wideCrop && { pic_crop_235_1: wideCrop }),
    ...(squareCrop && { pic_crop_1_1: squareCrop }),
    need_open_comment: article.openComments ? 1 : 0,
    only_fans_can_comment: 0,
  };
}

const text = v.optional(v.string(), '');

const newsItem = v.pipe(
  v.object({ title: v.string(), author: text, digest: text, content: text, thumb_media_id: text, url: text }),
  v.transform(({ thumb_media_id: coverId, ...item }) => ({ ...item, coverId })),
);

export type DraftItem = v.InferOutput<typeof newsItem>;

const official = (township: string) => ({ officialOf: township });
const made = v.pipe(
  v.object({ media_id: v.pipe(v.string(), v.minLength(1)) }),
  v.transform(({ media_id: mediaId }) => ({ mediaId })),
);

/**
 * Not repeatable: after a lost answer the caller looks whether the draft is there (draftBatchGet), or a second
 * one would stand beside it.
 */
export function draftAdd(
  township: string,
  articles: readonly DraftArticle[],
): Promise<WechatAnswer<{ mediaId: string }>> {
  return callApi({
    account: official(township),
    path: '/cgi-bin/draft/add',
    body: { articles: articles.map(toWire) },
    repeatable: false,
    data: made,
  });
}

/** 40007 when the draft is gone: deleted there, or published. */
export function draftGet(township: string, mediaId: string): Promise<WechatAnswer<DraftItem[]>> {
  return callApi({
    account: official(township),
    path: '/cgi-bin/draft/get',
    body: { media_id: mediaId },
    repeatable: true,
    data: v.pipe(
      v.object({ news_item: v.array(newsItem) }),
      v.transform(({ news_item: items }) => items),
    ),
  });
}

/** Replaces the article at `index`, from 0. */
export function draftUpdate(
  township: string,
  mediaId: string,
  article: DraftArticle,
  index = 0,
): Promise<WechatAnswer<undefined>> {
  return callApi({
    account: official(township),
    path: '/cgi-bin/draft/update',
    body: { media_id: mediaId, index, articles: toWire(article) },
    repeatable: true,
    data: nothing,
  });
}

/** Not repeatable: the second time it is not there any more. */
export function draftDelete(township: string, mediaId: string): Promise<WechatAnswer<undefined>> {
  return callApi({
    account: official(township),
    path: '/cgi-bin/draft/delete',
    body: { media_id: mediaId },
    repeatable: false,
    data: nothing,
  });
}

const batch = v.pipe(
  v.object({
    total_count: v.number(),
    item: v.array(
      v.pipe(
        v.object({
          media_id: v.string(),
          update_time: v.optional(v.number(), 0),
          content: v.object({ news_item: v.array(newsItem) }),
        }),
        v.transform(({ media_id: mediaId, update_time: updatedS, content }) => ({
          mediaId,
          updatedS,
          items: content.news_item,
        })),
      ),
    ),
  }),
  v.transform(({ total_count: total, item: drafts }) => ({ total, drafts })),
);

export type DraftBatch = v.InferOutput<typeof batch>;

/** Newest first, 1 to 20 of them, without their HTML. */
export function draftBatchGet(
  township: string,
  offset: number,
  count: number,
): Promise<WechatAnswer<DraftBatch>> {
  return callApi({
    account: official(township),
    path: '/cgi-bin/draft/batchget',
    body: { offset, count, no_content: 1 },
    repeatable: true,
    data: batch,
  });
}

export function draftCount(township: string): Promise<WechatAnswer<number>> {
  return callApi({
    account: official(township),
    path: '/cgi-bin/draft/count',
    repeatable: true,
    data: v.pipe(
      v.object({ total_count: v.number() }),
      v.transform(({ total_count: total }) => total),
    ),
  });
}
