/** The collection of articles. */
import type { ArticleState, Content } from '../../../miniprogram/contract/article';
import type { Instant } from '../../../miniprogram/contract/wire';
import { decryptField, encryptField, hashParts } from '../../shared/cipher';
import { above, below, oneOf, type Changes, type Where } from '../../shared/conditions';
import {
  changeOne,
  createOne,
  inTownship,
  OUTBOX_INDEX,
  readAcross,
  readOne,
  readPage,
  type CollectionSpecs,
} from '../../shared/database';
import { sealedFields } from '../../shared/sealed';
import type { ArticleDocument, CardSource } from './rules/article-document';
import { mapConsents } from './rules/content-fields';

const ARTICLES = 'articles';

export const collections = {
  [ARTICLES]: {
    indexes: [
      inTownship('newest', '-seq'),
      inTownship('state_newest', 'state', '-seq'),
      inTownship('published', 'state', '-publishedAt'),
      inTownship('work', 'workAt'),
      OUTBOX_INDEX,
    ],
  },
} satisfies CollectionSpecs;

/** What people wrote in it and about it: encrypted in the database, plain in every document that leaves this file. */
export const WRITTEN = sealedFields(
  'title',
  'author',
  'digest',
  'text',
  'from',
  'caption',
  'value',
  'unit',
  'label',
  'sourceWords',
  'words',
);
const openAll = <T>(found: readonly T[]): T[] => found.map((one) => WRITTEN.open(one));

/** One happening has one article; a blank one is its account's and key's own. */
export function articleId(township: string, parts: readonly string[]): string {
  return `${township}~${hashParts(['article', township, ...parts])}`;
}

export function seqOf(id: string, now: Instant): string {
  return `${String(now).padStart(13, '0')}${id.slice(-8)}`;
}

/** Who agreed to a picture is a villager's name as often as not. */
export function closeContent(content: Content): Content {
  return mapConsents(content, encryptField);
}

export function openContent(content: Content): Content {
  return mapConsents(content, decryptField);
}

export function createArticle(article: ArticleDocument): Promise<boolean> {
  return createOne(ARTICLES, WRITTEN.close(article));
}

export async function readArticle(township: string, id: string): Promise<ArticleDocument | undefined> {
  const found = await readOne<ArticleDocument>(ARTICLES, township, id);
  return found && WRITTEN.open(found);
}

export function changeArticle(
  township: string,
  id: string,
  where: Where,
  changes: Changes,
): Promise<boolean> {
  return changeOne(ARTICLES, township, id, where, WRITTEN.closeChanges(changes));
}

const CARD_FIELDS = [
  'state',
  'source',
  'sourceWords',
  'by',
  'changedAt',
  'openMarks',
  'url',
  'seq',
  'content.title',
];

export async function readCards(
  township: string,
  limit: number,
  { state, after }: { state?: ArticleState | undefined; after?: string | undefined },
): Promise<CardSource[]> {
  const where: Where = {
    ...(state !== undefined && { state }),
    ...(after !== undefined && { seq: below(after) }),
  };
  const order = [['seq', 'desc']] as const;
  return openAll(
    await readPage<ArticleDocument>(ARTICLES, township, { where, order, limit, fields: CARD_FIELDS }),
  );
}

/** Which of these there are, with their states. */
export function readStates(
  township: string,
  ids: readonly string[],
): Promise<Pick<ArticleDocument, '_id' | 'state'>[]> {
  if (ids.length === 0) return Promise.resolve([]);
  return readPage<ArticleDocument>(ARTICLES, township, {
    where: { _id: oneOf(ids) },
    order: [],
    limit: ids.length,
    fields: ['state'],
  });
}

export async function readPublished(
  township: string,
  limit: number,
  before?: Instant,
): Promise<Pick<ArticleDocument, 'publishedAt' | 'url' | 'content'>[]> {
  const found = await readPage<ArticleDocument>(ARTICLES, township, {
    where: { state: 'published', publishedAt: before === undefined ? above(0) : below(before) },
    order: [['publishedAt', 'desc']],
    limit,
    fields: ['publishedAt', 'url', 'content.title'],
  });
  return openAll(found);
}

/** Pushes that nobody has in hand, of all these townships; one call. */
export async function readWaiting(
  townships: readonly string[],
  now: Instant,
  limit: number,
): Promise<Pick<ArticleDocument, '_id' | 'township' | 'workAt'>[]> {
  const found = await readAcross<ArticleDocument>(ARTICLES, townships, {
    where: { workAt: above(0) },
    order: [['workAt', 'asc']],
    limit,
    fields: ['township', 'workAt'],
  });
  return found.filter(({ workAt }) => workAt <= now);
}
