/**
 * Collections of publicity: `articles`, their kept versions, the pictures that lie at an official account, and the
 * rows that an office keeps (templates, plans, settings). Each is bounded by its ids or by a rule named beside it.
 */
import type { ArticleState, Content } from '../../miniprogram/contract/article';
import type { Activity, PublicitySettings, Template } from '../../miniprogram/contract/publicity-rows';
import type { Instant } from '../../miniprogram/contract/wire';
import { decryptField, encryptField, hashParts } from '../shared/cipher';
import { above, atMost, below, oneOf, put, type Changes, type Where } from '../shared/conditions';
import {
  changeOne,
  createOne,
  readAcross,
  readOne,
  readPage,
  type CollectionSpecs,
  type IndexSpec,
  type Stored,
} from '../shared/database';
import type { ArticleDocument, CardSource } from './articles/rules/article-document';
import { mapConsents } from './articles/rules/content-fields';

const ARTICLES = 'articles';
const VERSIONS = 'articleversions';
export const PICTURES = 'oapictures';
const ROWS = 'publicityrows';

/** No query crosses townships, so each index begins with it; `-` before a field: newest first. */
function inTownship(...fields: readonly string[]): IndexSpec['fields'] {
  const named = fields.map((field): [string, 1 | -1] =>
    field.startsWith('-') ? [field.slice(1), -1] : [field, 1],
  );
  return [['township', 1], ...named];
}

export const collections = {
  [ARTICLES]: {
    indexes: [
      { name: 'newest', fields: inTownship('-seq') },
      { name: 'state_newest', fields: inTownship('state', '-seq') },
      { name: 'published', fields: inTownship('state', '-publishedAt') },
      { name: 'work', fields: inTownship('workAt') },
      { name: 'outbox', fields: inTownship('outboxAt') },
    ],
  },
  [VERSIONS]: { indexes: [{ name: 'article', fields: inTownship('article', '-at') }] },
  [PICTURES]: { indexes: [] },
  [ROWS]: { indexes: [{ name: 'outbox', fields: inTownship('outboxAt') }] },
} satisfies CollectionSpecs;

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
  return createOne(ARTICLES, article);
}

export function readArticle(township: string, id: string): Promise<ArticleDocument | undefined> {
  return readOne<ArticleDocument>(ARTICLES, township, id);
}

export function changeArticle(
  township: string,
  id: string,
  where: Where,
  changes: Changes,
): Promise<boolean> {
  return changeOne(ARTICLES, township, id, where, changes);
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

export function readCards(
  township: string,
  limit: number,
  { state, after }: { state?: ArticleState | undefined; after?: string | undefined },
): Promise<CardSource[]> {
  const where: Where = {
    ...(state !== undefined && { state }),
    ...(after !== undefined && { seq: below(after) }),
  };
  return readPage<ArticleDocument>(ARTICLES, township, {
    where,
    order: [['seq', 'desc']],
    limit,
    fields: CARD_FIELDS,
  });
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

export function readPublished(
  township: string,
  limit: number,
  before?: Instant,
): Promise<Pick<ArticleDocument, 'publishedAt' | 'url' | 'content'>[]> {
  return readPage<ArticleDocument>(ARTICLES, township, {
    where: { state: 'published', publishedAt: before === undefined ? above(0) : below(before) },
    order: [['publishedAt', 'desc']],
    limit,
    fields: ['publishedAt', 'url', 'content.title'],
  });
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

export interface VersionDocument extends Stored {
  article: string;
  kind: 'saved' | 'aside';
  edition: number;
  /** Encrypted name. */
  by: string;
  at: Instant;
  content: Content;
}

const SAVED_SLOTS = 20;
const ASIDE_SLOTS = 12;

/** The n-th kept version of an article takes the place of the one twenty before it. */
export function savedId(article: string, n: number): string {
  return `${article}~v${String(n % SAVED_SLOTS)}`;
}

/** What an account was refused last takes the place of what it was refused before. */
export function asideId(article: string, account: string): string {
  const slot = [...hashParts(['aside', article, account])].reduce(
    (sum, letter) => sum + letter.charCodeAt(0),
    0,
  );
  return `${article}~x${String(slot % ASIDE_SLOTS)}`;
}

/** Puts it in its place unless a later one is there; twice it is as once. */
export async function keepVersion(version: VersionDocument): Promise<void> {
  if (await createOne(VERSIONS, version)) return;
  const { _id, township, kind, edition, by, at, content } = version;
  const changes = { kind: put(kind), edition: put(edition), by: put(by), at: put(at), content: put(content) };
  await changeOne(VERSIONS, township, _id, { at: atMost(at) }, changes);
}

export function readVersions(
  township: string,
  article: string,
  limit: number,
): Promise<Omit<VersionDocument, 'rev'>[]> {
  return readPage<VersionDocument>(VERSIONS, township, {
    where: { article },
    order: [['at', 'desc']],
    limit,
    fields: ['kind', 'edition', 'by', 'at', 'content.title', 'article', 'township'],
  });
}

export function readVersion(township: string, id: string): Promise<VersionDocument | undefined> {
  return readOne<VersionDocument>(VERSIONS, township, id);
}

/** One of the office's own documents; `edition` 0: not there yet. */
export interface Rows extends Stored {
  edition: number;
  acts: readonly { k: string; by: string; h: string; edition: number }[];
  templates?: readonly Template[];
  settings?: PublicitySettings;
  activities?: Readonly<Record<string, Activity & { edition: number }>>;
  history: unknown[];
  outbox: unknown[];
  outboxAt: Instant;
}

export type RowsName = 'templates' | 'settings' | `plan-${string}`;

export function rowsId(township: string, name: RowsName): string {
  return `${township}~${name}`;
}

export function emptyRows(township: string, name: RowsName): Rows {
  return {
    _id: rowsId(township, name),
    township,
    rev: 1,
    edition: 0,
    acts: [],
    history: [],
    outbox: [],
    outboxAt: 0,
  };
}

export async function readRows(township: string, name: RowsName): Promise<Rows> {
  return (await readOne<Rows>(ROWS, township, rowsId(township, name))) ?? emptyRows(township, name);
}

export function createRows(township: string, name: RowsName): Promise<boolean> {
  return createOne(ROWS, emptyRows(township, name));
}

export function changeRows(
  township: string,
  name: RowsName,
  where: Where,
  changes: Changes,
): Promise<boolean> {
  return changeOne(ROWS, township, rowsId(township, name), where, changes);
}
