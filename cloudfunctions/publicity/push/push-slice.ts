/**
 * The next few seconds of a push. Each step is one conditional write on the push's id and on the lease of the
 * instance that works on it, so that an instance which came back too late writes nothing.
 */
import type { Instant } from '../../../miniprogram/contract/wire';
import { readClock } from '../../shared/clock';
import { append, drop, put, type Changes, type Where } from '../../shared/conditions';
import { recordSystem } from '../articles/act-on-article';
import { addDraft, knownDraft, toDraft, updateDraft } from './push-draft';
import { layCover, layPicture, type Failed } from './push-pictures';
import { followPublishing, submitPublishing } from './push-publish';
import type { ArticleDocument, StoredCover, StoredPush } from '../articles/rules/article-document';
import { stepOf } from '../articles/rules/article-life';
import { changeArticle, openContent, readArticle } from '../articles/store';
import { learnKeys } from '../keys/store';

/** Longer than an instance lives (config.json), so that nobody works under a lease that has ended. */
export const LEASE_MS = 60_000;
/** No new step is begun after this; a step is one picture or one call. */
const SLICE_MS = 4_000;

/** The push of an article in hand: what is known, and how it is written. */
export class Work {
  constructor(
    public article: ArticleDocument,
    public push: StoredPush,
    readonly lease: Instant,
    readonly now: Instant,
  ) {}

  /** False: somebody else has it by now. */
  readonly write = (changes: Changes): Promise<boolean> => {
    const { township, _id } = this.article;
    const mine: Where = { state: this.article.state, 'push.id': this.push.id, 'push.lease': this.lease };
    return changeArticle(township, _id, mine, changes);
  };

  async fail({ failed, address }: Failed): Promise<false> {
    const { step, id } = this.push;
    const failure = { code: failed, step, at: this.now, ...(address !== undefined && { address }) };
    await this.write({
      ...recordSystem(this.article, 'fail', id, this.now, failed),
      'push.failure': put(failure),
      'push.step': put(step),
      'push.lease': put(0),
      workAt: put(0),
    });
    return false;
  }
}

function isFailed(result: object | string | undefined): result is Failed {
  return typeof result === 'object' && 'failed' in result;
}

async function pushPicture(work: Work, picture: string): Promise<boolean> {
  const { township } = work.article;
  const laid = await layPicture({ township, account: work.push.account }, picture);
  if (isFailed(laid)) return work.fail(laid);
  const { urls } = work.push;
  work.push = { ...work.push, urls: [...urls, laid] };
  return work.write({ 'push.urls': append([laid]) });
}

async function pushCover(work: Work): Promise<boolean> {
  work.push = { ...work.push, step: 'cover' };
  const { article, push } = work;
  const file = article.content.cover?.picture.file ?? '';
  const where = { township: article.township, account: push.account };
  const cover = await layCover(where, article._id, { file, anew: push.anew });
  if (isFailed(cover)) return work.fail(cover);
  work.push = { ...push, cover, step: 'draft' };
  return work.write({ 'push.cover': put(cover), 'push.step': put('draft') });
}

/** It lies there: for a person, or on to publishing. */
async function boxDraft(work: Work, mediaId: string): Promise<boolean> {
  const { push, now } = work;
  const act = push.publish ? 'start-publishing' : 'box';
  const boxed = await work.write({
    ...recordSystem(work.article, act, push.id, now),
    draft: put({ mediaId, account: push.account }),
    adding: drop,
    ...(push.publish ? { 'push.step': put('publish') } : { 'push.lease': put(0), workAt: put(0) }),
  });
  if (!boxed || !push.publish) return false;
  const draft = { mediaId, account: push.account };
  work.article = { ...work.article, state: stepOf(act).to, draft };
  work.push = { ...push, step: 'publish' };
  return true;
}

async function pushDraft(work: Work, cover: StoredCover): Promise<boolean> {
  const { article, push } = work;
  const draft = await toDraft(openContent(article.content), push, cover);
  if (isFailed(draft)) return work.fail(draft);
  const known = await knownDraft(article, push);
  if (isFailed(known)) return work.fail(known);
  if (known === undefined && !(await work.write({ adding: put(cover.mediaId) }))) return false;
  const laid =
    known === undefined
      ? await addDraft(article, push, draft)
      : await updateDraft(article, push, known, draft);
  return isFailed(laid) ? work.fail(laid) : boxDraft(work, laid);
}

/** One step; false: nothing more to do now. */
function takeStep(work: Work): Promise<boolean> {
  const { article, push } = work;
  if (article.state === 'publishing') return submitPublishing(work);
  const picture = push.pictures[push.urls.length];
  if (picture !== undefined) return pushPicture(work, picture);
  return push.cover ? pushDraft(work, push.cover) : pushCover(work);
}

async function takeLease(
  article: ArticleDocument,
  push: StoredPush,
  now: Instant,
): Promise<Work | undefined> {
  const lease = now + LEASE_MS;
  const where: Where = { state: article.state, 'push.id': push.id, 'push.lease': push.lease };
  const { township, _id } = article;
  // An instance that begins in the same millisecond would take the same lease for its own.
  if (lease === push.lease) return undefined;
  const taken = await changeArticle(township, _id, where, { 'push.lease': put(lease), workAt: put(lease) });
  return taken ? new Work(article, push, lease, now) : undefined;
}

/** Lets go of it, so that the phone's next call goes on at once, and the clock where there is none. */
async function letGo(work: Work): Promise<void> {
  await work.write({ 'push.lease': put(0), workAt: put(work.now + LEASE_MS) });
}

async function work(article: ArticleDocument, push: StoredPush, now: Instant): Promise<void> {
  const taken = await takeLease(article, push, now);
  if (!taken) return;
  const begun = readClock();
  let more = true;
  while (more && readClock() - begun < SLICE_MS) more = await takeStep(taken);
  if (more) await letGo(taken);
}

/** Does what can be done in one slice, and answers the article as it is then; undefined: there is none. */
export async function advancePush(
  township: string,
  id: string,
  now: Instant,
): Promise<ArticleDocument | undefined> {
  const article = await readArticle(township, id);
  const push = article?.push;
  if (!article || !push) return article;
  if (push.account === 'own') await learnKeys(township);
  if (article.state === 'publishing' && push.publishId !== undefined)
    await followPublishing(article, push, now);
  else if ((article.state === 'pushing' || article.state === 'publishing') && push.lease <= now)
    await work(article, push, now);
  else return article;
  return readArticle(township, id);
}
