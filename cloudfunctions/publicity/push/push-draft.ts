/** The draft there: updated where it is known, found where we died beside it, else made; never two. */
import type { Content } from '../../../miniprogram/contract/article';
import { draftAdd, draftBatchGet, draftUpdate, type DraftArticle } from '../../shared/wechat/drafts';
import { clientName } from './official-account';
import { toFailed, type Failed } from './push-pictures';
import { renderHtml } from '../articles/render-html';
import type { ArticleDocument, StoredCover, StoredPush } from '../articles/rules/article-document';
import { ARTICLE_LIMITS } from '../../../miniprogram/contract/article';
import { charactersOf } from '../articles/rules/check-content';
import { cropText } from '../pictures/rules/cover-crop';

const WIDE = 2.35;
const SQUARE = 1;
/** Drafts looked through for ours: five calls, the newest hundred. */
const BATCH = 20;
const BATCHES = 5;

export async function toDraft(
  content: Content,
  push: StoredPush,
  cover: StoredCover,
): Promise<DraftArticle | Failed> {
  const addresses = new Map(push.pictures.map((picture, at) => [picture, push.urls[at] ?? '']));
  const html = await renderHtml(content, addresses);
  if (charactersOf(html) > ARTICLE_LIMITS.html || Buffer.byteLength(html) > ARTICLE_LIMITS.htmlBytes)
    return { failed: 'html-long' };
  return {
    title: content.title.trim(),
    author: content.author.trim(),
    digest: content.digest.trim(),
    content: html,
    coverId: cover.mediaId,
    wideCrop: cropText(content.cover?.wide, cover, WIDE),
    squareCrop: cropText(content.cover?.square, cover, SQUARE),
  };
}

/** A draft of this cover, which no other article has; undefined: there is none. */
async function findDraft(name: string, coverId: string): Promise<string | undefined | Failed> {
  for (let batch = 0; batch < BATCHES; batch++) {
    const found = await draftBatchGet(name, batch * BATCH, BATCH);
    if (!found.ok) return toFailed(found);
    const ours = found.data.drafts.find(({ items }) => items.some((item) => item.coverId === coverId));
    if (ours) return ours.mediaId;
    if ((batch + 1) * BATCH >= found.data.total) return undefined;
  }
  return undefined;
}

/** The draft that is known to be ours: noted, or left behind by somebody who died. */
export async function knownDraft(
  article: ArticleDocument,
  push: StoredPush,
): Promise<string | undefined | Failed> {
  const { township, draft, adding } = article;
  if (draft?.account === push.account) return draft.mediaId;
  return adding === undefined ? undefined : findDraft(clientName(township, push.account), adding);
}

export async function updateDraft(
  { township }: ArticleDocument,
  push: StoredPush,
  mediaId: string,
  draft: DraftArticle,
): Promise<string | Failed> {
  const sent = await draftUpdate(clientName(township, push.account), mediaId, draft);
  return sent.ok ? mediaId : toFailed(sent);
}

export async function addDraft(
  { township }: ArticleDocument,
  push: StoredPush,
  draft: DraftArticle,
): Promise<string | Failed> {
  const sent = await draftAdd(clientName(township, push.account), [draft]);
  return sent.ok ? sent.data.mediaId : toFailed(sent);
}
