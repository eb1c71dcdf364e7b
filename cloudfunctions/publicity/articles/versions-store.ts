/** The collection of kept versions of articles, bounded by their ids: the last ones of each article. */
import type { Content } from '../../../miniprogram/contract/article';
import type { Instant } from '../../../miniprogram/contract/wire';
import { hashParts } from '../../shared/cipher';
import { atMost, put } from '../../shared/conditions';
import {
  changeOne,
  createOne,
  inTownship,
  readOne,
  readPage,
  type CollectionSpecs,
  type Stored,
} from '../../shared/database';
import { WRITTEN } from './store';

const VERSIONS = 'articleversions';

export const collections = {
  [VERSIONS]: { indexes: [inTownship('article', 'article', '-at')] },
} satisfies CollectionSpecs;

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
  const closed = WRITTEN.close(version);
  if (await createOne(VERSIONS, closed)) return;
  const { _id, township, kind, edition, by, at, content } = closed;
  const changes = { kind: put(kind), edition: put(edition), by: put(by), at: put(at), content: put(content) };
  await changeOne(VERSIONS, township, _id, { at: atMost(at) }, changes);
}

export async function readVersions(
  township: string,
  article: string,
  limit: number,
): Promise<Omit<VersionDocument, 'rev'>[]> {
  const found = await readPage<VersionDocument>(VERSIONS, township, {
    where: { article },
    order: [['at', 'desc']],
    limit,
    fields: ['kind', 'edition', 'by', 'at', 'content.title', 'article', 'township'],
  });
  return found.map((version) => WRITTEN.open(version));
}

export async function readVersion(township: string, id: string): Promise<VersionDocument | undefined> {
  const found = await readOne<VersionDocument>(VERSIONS, township, id);
  return found && WRITTEN.open(found);
}
