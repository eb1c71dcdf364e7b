/** The collection of requests: its indexes, its reads and its writes. */
import type { Instant, LocalDate } from '../../miniprogram/contract/wire';
import { readTownship, recallTownship } from '../registry/store';
import { above, atMost, below, oneOf, type Changes, type Condition, type Where } from '../shared/conditions';
import {
  changeAndRead,
  changeOne,
  countBy,
  createOne,
  inTownship,
  OUTBOX_INDEX,
  readAcross,
  readOne,
  readPage,
  type CollectionSpecs,
} from '../shared/database';
import { sealedFields } from '../shared/sealed';
import { knownTo } from '../shared/visibility';
import { HELD } from './content-check/rules/content-check';
import { EVERY, KEY_ASKED } from './lists/rules/facets';
import type { CardSource } from './lists/rules/request-card';
import type { RequestDocument } from './rules/request-document';
import type { Plan } from './life/rules/plan';
import { stepChanges, type StepMeta } from './life/step-changes';
import { BOARD_FIELDS } from './publication/rules/board-items';
import { closeTokens, joinToken, ownToken, VILLAGE_HIDDEN } from './lists/tokens';

const REQUESTS = 'requests';

/**
 * Lists of open ones by date end in dueSeq, those by birth in seq: both are different for any two. What a single word
 * finds (an account's own, one place, 重点督办, a call back) is an entry of `tokens` or `facets`, no index of its own.
 */
export const collections = {
  [REQUESTS]: {
    indexes: [
      inTownship('owner_due', 'open', 'owner.person', 'dueSeq'),
      inTownship('kind_due', 'open', 'owner.kind', 'state', 'dueSeq'),
      inTownship('follower_due', 'open', 'deputy', 'dueSeq'),
      inTownship('group_due', 'open', 'led', 'dueSeq'),
      inTownship('open_facets', 'open', 'facets', 'dueSeq'),
      inTownship('state_facets', 'state', 'facets', 'dueSeq'),
      inTownship('review_due', 'open', 'review', 'dueSeq'),
      inTownship('extension_due', 'open', 'extension.state', 'dueSeq'),
      inTownship('promise_due', 'open', 'promise', 'dueSeq'),
      inTownship('dispatched', 'dispatchSeq'),
      inTownship('passed', 'passedSeq'),
      inTownship('board', 'boardPlaces', 'board'),
      inTownship('tokens', 'tokens', 'seq'),
      inTownship('clock', 'clockOn'),
      OUTBOX_INDEX,
    ],
  },
} satisfies CollectionSpecs;

/** What people wrote: encrypted in the database, plain in every document that leaves this file. */
const WRITTEN = sealedFields('text', 'title', 'summary', 'words', 'result', 'passedSummary', 'who');

/** As it is stored: words closed, search words as keyed hashes. */
export function closeRequest<T extends RequestDocument>(request: T): T {
  const tokens = closeTokens(request.township, request.tokens);
  return WRITTEN.close({ ...request, tokens });
}

/** The other way round. */
export function openRequest<T extends Partial<RequestDocument>>(stored: T): T {
  return WRITTEN.open(stored);
}

function closeChanges(township: string, changes: Changes): Changes {
  const { tokens, ...others } = changes;
  const closed = WRITTEN.closeChanges(others);
  if (tokens?.change !== 'put' && tokens?.change !== 'append') return tokens ? { ...closed, tokens } : closed;
  const value = closeTokens(township, tokens.value as readonly string[]);
  return { ...closed, tokens: { ...tokens, value } };
}

type PageOf = Parameters<typeof readPage>[2];

const openOne = <T>(found: T | undefined): T | undefined => found && WRITTEN.open(found);
const openAll = <T>(found: readonly T[]): T[] => found.map((one) => WRITTEN.open(one));

/** What a card is made of, and nothing that a list need not carry. */
export const CARD_FIELDS: readonly (keyof RequestDocument)[] = [
  'number',
  'kind',
  'state',
  'open',
  'due',
  'village',
  'category',
  'text',
  'title',
  'summary',
  'photos',
  'recordings',
  'owner',
  'privacy',
  'createdAt',
  'seq',
  'dueSeq',
  'lead',
  'key',
  'joinedCount',
  'needs',
  'group',
  'paused',
  'recused',
  'checks',
];

/** What the district sees of a request. */
const PASSED_FIELDS: readonly (keyof RequestDocument)[] = [
  'township',
  'number',
  'category',
  'state',
  'passedSeq',
  'passedSummary',
  'passedAnswer',
];

/** False when the slot of this account, day and n is taken. */
export function createRequest(request: RequestDocument): Promise<boolean> {
  return createOne(REQUESTS, closeRequest(request));
}

export async function readRequest(township: string, id: string): Promise<RequestDocument | undefined> {
  return openOne(await readOne<RequestDocument>(REQUESTS, township, id));
}

async function readOpen(township: string, page: PageOf): Promise<RequestDocument[]> {
  return openAll(await readPage<RequestDocument>(REQUESTS, township, page));
}

export function readRequests(township: string, ids: readonly string[]): Promise<RequestDocument[]> {
  return readOpen(township, {
    where: { _id: oneOf(ids) },
    order: [],
    limit: ids.length,
  });
}

/** Of these those that the person may know of; one call, none where there are no ids. */
export async function readKnown(
  township: string,
  ids: readonly string[],
  person: string | undefined,
  fields: readonly (keyof RequestDocument)[],
): Promise<PageRow[]> {
  if (ids.length === 0) return [];
  const where = { _id: oneOf(ids), ...knownTo(person) };
  return readOpen(township, { where, order: [], limit: ids.length, fields });
}

/** One conditional write; the request after it, or undefined. */
export async function changeRequest(
  township: string,
  id: string,
  where: Where,
  changes: Changes,
): Promise<RequestDocument | undefined> {
  const closed = closeChanges(township, changes);
  return openOne(await changeAndRead<RequestDocument>(REQUESTS, township, { ...where, _id: id }, closed));
}

/**
 * One step that no phone waits for: the clock's, the relay's, unless `by` says whose. On the `rev` that was read; false:
 * it changed meanwhile.
 */
export async function writeStep(
  { township, _id, rev }: RequestDocument,
  plan: Plan,
  meta: Omit<StepMeta, 'id' | 'by'> & { by?: string },
): Promise<boolean> {
  const changes = stepChanges(plan, { by: 'system', ...meta, id: _id });
  return changeOne(REQUESTS, township, _id, { rev }, closeChanges(township, changes));
}

/** What steps go by: no call while the directory is fresh in this instance. */
export async function recallDirectory(township: string, now: Instant) {
  return recallTownship(township, now);
}

/** The directory as it is now, not as this instance remembers it; two calls at most. */
export async function readDirectoryNow(township: string, now: Instant) {
  const [directory, known] = await Promise.all([readTownship(township), recallTownship(township, now)]);
  return directory && known && { ...known, directory };
}

/** The same where nobody needs to see it: true when it was done. */
export function adjustRequest(
  township: string,
  id: string,
  where: Where,
  changes: Changes,
): Promise<boolean> {
  return changeOne(REQUESTS, township, id, where, closeChanges(township, changes));
}

/** A page in the order of an index; `after` is the last seen value of its last field. */
export interface Page {
  where: Where;
  by: 'seq' | 'dueSeq' | 'board' | 'dispatchSeq' | 'passedSeq';
  newest?: boolean;
  limit: number;
  after?: string;
  /** Above this even at the beginning. */
  floor?: string;
  fields?: readonly (keyof RequestDocument)[];
}

export type PageRow = RequestDocument;

/** `fields` absent: what a card is made of. Of what is not asked for nothing is there. */
export function readList(township: string, page: Page): Promise<PageRow[]> {
  const { by, newest = false, limit, after, floor, fields = CARD_FIELDS } = page;
  const start = after ?? (newest ? undefined : floor);
  const beyond: Condition | undefined =
    start === undefined ? undefined : newest ? below(start) : above(start);
  const condition = beyond ?? (floor === undefined ? undefined : above(floor));
  const where: Where = { ...page.where, ...(condition !== undefined && { [by]: condition }) };
  const order = [[by, newest ? 'desc' : 'asc']] as const;
  return readOpen(township, { where, order, limit, fields });
}

/** What these townships passed up, newest first; `after` is the `passedSeq` of the last one seen. One call. */
export async function readPassedUp(
  townships: readonly string[],
  limit: number,
  after?: string,
): Promise<PageRow[]> {
  if (townships.length === 0) return [];
  // A bound, not `exists`: it alone keeps the index from going through all that were never passed up.
  const passedSeq = after === undefined ? above('') : below(after);
  const found = await readAcross<RequestDocument>(REQUESTS, townships, {
    where: { passedSeq },
    order: [['passedSeq', 'desc']],
    limit,
    fields: PASSED_FIELDS,
  });
  return openAll(found);
}

/** Of these townships' what was passed up and is still open, the nearest date first; answered ones among them. One call. */
export async function readOpenPassedUp(townships: readonly string[], limit: number): Promise<PageRow[]> {
  if (townships.length === 0) return [];
  const found = await readAcross<RequestDocument>(REQUESTS, townships, {
    where: { state: 'passed-up', facets: EVERY },
    order: [['dueSeq', 'asc']],
    limit,
    fields: PASSED_FIELDS,
  });
  // The list goes by this field; what is not in it the district does not know of.
  return openAll(found.filter(({ passedSeq }) => passedSeq !== undefined));
}

/** The account's own requests, newest first; `after` is the `seq` of the last one seen. */
export function readOwn(
  township: string,
  account: string,
  limit: number,
  after?: string,
): Promise<PageRow[]> {
  const page = { where: { tokens: ownToken(account) }, by: 'seq', newest: true, limit } as const;
  return readList(township, after === undefined ? page : { ...page, after });
}

/** The account's own, whole: for what becomes of them; `after` is the `seq` of the last one seen. */
export function readOwnWhole(
  township: string,
  account: string,
  limit: number,
  after?: string,
): Promise<RequestDocument[]> {
  const where: Where = { tokens: ownToken(account), ...(after !== undefined && { seq: below(after) }) };
  return readOpen(township, { where, order: [['seq', 'desc']], limit });
}

/** Matters in which somebody said «我也反映», by their token (lists/tokens.ts). */
export function readJoined(township: string, token: string, limit: number): Promise<RequestDocument[]> {
  return readOpen(township, {
    where: { tokens: token },
    order: [['seq', 'desc']],
    limit,
    fields: ['seq', 'mergedInto'],
  });
}

/** The same with what their asker reads of them, newest first. */
export function readJoinedItems(township: string, account: string, limit: number): Promise<PageRow[]> {
  const where = { tokens: joinToken(account) };
  return readList(township, { where, by: 'seq', newest: true, limit, fields: [...BOARD_FIELDS, 'seq'] });
}

/** Requests that nobody has to act on any more, whole, longest ended first; `after` is the last `dueSeq` seen. */
export function readEnded(township: string, after: string, limit: number): Promise<RequestDocument[]> {
  const where: Where = { open: false, facets: EVERY, dueSeq: above(after) };
  return readOpen(township, { where, order: [['dueSeq', 'asc']], limit });
}

/** Open requests of one owner, nearest date first. */
export function readOwned(township: string, person: string, limit: number): Promise<CardSource[]> {
  const where = { open: true, 'owner.person': person, ...knownTo(person) };
  return readList(township, { where, by: 'dueSeq', limit });
}

/** Requests that are kept from their village's deputies, in the order of their birth, from after `seq` on. */
export function readVillageHidden(
  township: string,
  after: string,
  limit: number,
): Promise<RequestDocument[]> {
  const where = { tokens: VILLAGE_HIDDEN, seq: above(after) };
  return readOpen(township, { where, order: [['seq', 'asc']], limit });
}

/** The same whole, for what becomes of them. */
export function readOpenOf(township: string, person: string, limit: number): Promise<RequestDocument[]> {
  const where = { open: true, 'owner.person': person };
  return readOpen(township, { where, order: [['dueSeq', 'asc']], limit });
}

/** Open requests that are due by that day, longest due first; one call for each hundred. */
export async function readDueUntil(township: string, until: LocalDate): Promise<RequestDocument[]> {
  const limit = 100;
  const found: RequestDocument[] = [];
  for (let after = ''; ;) {
    const where = { open: true, facets: EVERY, dueSeq: above(after) };
    const rows = await readOpen(township, {
      where,
      order: [['dueSeq', 'asc']],
      limit,
    });
    found.push(...rows.filter(({ due }) => due <= until));
    const last = rows.at(-1);
    if (!last || rows.length < limit || last.due > until) return found;
    after = last.dueSeq;
  }
}

/** Requests with parts that wait for a person, oldest first; `after` is the `seq` of the last one seen. */
export function readHeld(
  township: string,
  person: string | undefined,
  limit: number,
  after = '',
): Promise<RequestDocument[]> {
  const where: Where = { tokens: HELD, seq: above(after), ...knownTo(person) };
  return readOpen(township, { where, order: [['seq', 'asc']], limit });
}

/** Nobody has taken these yet, nearest date first; `after` is the `dueSeq` of the last one seen. */
export function readSubmitted(township: string, limit: number, after: string): Promise<RequestDocument[]> {
  const where = { state: 'submitted', facets: EVERY, dueSeq: above(after) };
  return readOpen(township, { where, order: [['dueSeq', 'asc']], limit });
}

/** Person id → open requests; '' counts those that no deputy has. */
export function countOpenByOwner(township: string): Promise<Map<string, number>> {
  return countBy(REQUESTS, township, { open: true }, 'owner.person');
}

/** Whatever the clock has something to do with today, in all townships; one call. */
export async function readOnClock(
  townships: readonly string[],
  today: LocalDate,
  limit: number,
): Promise<RequestDocument[]> {
  const page = { where: { clockOn: atMost(today) }, order: [['clockOn', 'asc']], limit } as const;
  return openAll(await readAcross<RequestDocument>(REQUESTS, townships, page));
}

/** Open ones that are proposed as 重点督办, the nearest date first; no texts. What ended undecided is none. */
export function readKeyAsked(
  township: string,
  limit: number,
): Promise<Pick<RequestDocument, '_id' | 'number' | 'village' | 'category'>[]> {
  return readPage<RequestDocument>(REQUESTS, township, {
    where: { open: true, facets: KEY_ASKED },
    order: [['dueSeq', 'asc']],
    limit,
    fields: ['number', 'village', 'category'],
  });
}
