/**
 * The collection `townships`: each township's directory (`<township>`) and beside it its figures
 * (`<township>~figures`), so that one query reads both, its administrators (`<township>~admins`), and the one list of
 * the district's townships.
 */
import type { DirectoryKind } from '../../miniprogram/contract/registry-office';
import type { Instant } from '../../miniprogram/contract/wire';
import { hashParts } from '../shared/cipher';
import { add, append, drop, exists, not, oneOf, put, take, type Changes } from '../shared/conditions';
import {
  changeOne,
  createOne,
  OUTBOX_INDEX,
  readAcross,
  readOne,
  readPage,
  type CollectionSpecs,
  type Stored,
} from '../shared/database';
import type { Directory } from './directory/rules/directory';
import { emptyDirectory } from './directory/rules/empty-directory';

/** How a deputy's profile is stored: for whoever reads the directory, and for the sample. */
export { closeProfile, openPeople, openProfile } from './directory/profiles';

const TOWNSHIPS = 'townships';

export const collections = { [TOWNSHIPS]: { indexes: [OUTBOX_INDEX] } } satisfies CollectionSpecs;

/** What hangs on somebody besides requests, as numbers. */
export interface Hanging {
  suggestions: number;
  visits: number;
  ties: number;
  seats: number;
}

/** Counts that routing needs: the relay counts anew in the minute after something changed. */
export interface Figures extends Stored {
  /** Person id → open requests owned. Absent: none. */
  openByPerson: Readonly<Record<string, number>>;
  /** Person id → what else hangs on them; while the list of a new term waits for its opening, else absent. */
  hanging?: Readonly<Record<string, Hanging>>;
  asOf: Instant;
  /** Something changed since; absent: nobody knows. */
  stale?: boolean;
  /** How often events were delivered whose consumers may have left events of their own. */
  stirs?: number;
}

export interface Township {
  directory: Directory;
  openByPerson: Figures['openByPerson'];
  hanging?: Figures['hanging'];
}

/** How long an instance goes by what it read. */
const CACHE_MS = 60_000;
const cache = new Map<string, { at: Instant; township: Township }>();

/** One call. The whole directory, or the named fields of it; undefined when there is no such township. */
export function readTownship(township: string): Promise<Directory | undefined>;
export function readTownship<K extends keyof Directory>(
  township: string,
  fields: readonly K[],
): Promise<Pick<Directory, K> | undefined>;
export async function readTownship(
  township: string,
  fields?: readonly (keyof Directory)[],
): Promise<Partial<Directory> | undefined> {
  return readOne<Directory>(TOWNSHIPS, township, township, fields);
}

/** As it is now, whatever this instance remembers. One call. */
export async function isClosedNow(township: string): Promise<boolean> {
  return (await readTownship(township, ['closed']))?.closed !== undefined;
}

/** Directory and figures as they are now; what hangs on people only as long as nothing changed since. One call. */
export async function readWithFigures(township: string): Promise<Township | undefined> {
  const found = await readPage<Directory | Figures>(TOWNSHIPS, township, {
    where: { _id: oneOf([township, figuresId(township)]) },
    order: [],
    limit: 2,
  });
  const directory = found.find((document) => 'card' in document);
  if (!directory) return undefined;
  const { openByPerson = {}, hanging, stale } = found.find((document) => 'openByPerson' in document) ?? {};
  return { directory, openByPerson, ...(hanging && stale === false && { hanging }) };
}

/**
 * Directory and figures as this instance read them at most 60 s ago; no call while they are fresh, one
 * otherwise. Whoever decides by it stores its `rev` with the decision.
 */
export async function recallTownship(township: string, now: Instant): Promise<Township | undefined> {
  const known = cache.get(township);
  if (known && now >= known.at && now - known.at < CACHE_MS) return known.township;
  const read = await readWithFigures(township);
  if (read) cache.set(township, { at: now, township: read });
  return read;
}

/**
 * Writes parts of the directory, if it still is of that version. This instance reads it anew; the others go by
 * what they know for a minute.
 */
export async function writeDirectory(township: string, version: number, changes: Changes): Promise<boolean> {
  cache.delete(township);
  return changeOne(TOWNSHIPS, township, township, { version }, { ...changes, version: add(1) });
}

/** A row's tag changes with the row: an edit names the one that its editor saw. */
export function tagOf(kind: DirectoryKind, id: string, row: unknown): string {
  return hashParts(['row', kind, id, JSON.stringify(row)], 8);
}

export const figuresId = (township: string): string => `${township}~figures`;

/** One call. Figures of these townships, as far as there are any. */
export function readFigures(townships: readonly string[]): Promise<Figures[]> {
  if (townships.length === 0) return Promise.resolve([]);
  const where = { _id: oneOf(townships.map(figuresId)) };
  return readAcross<Figures>(TOWNSHIPS, townships, { where, order: [], limit: townships.length });
}

/** What was counted no longer holds; whoever is counting meanwhile loses by the `rev`. One call. */
export async function markFigures(township: string, { stirs }: { stirs: boolean }): Promise<void> {
  const changes: Changes = { stale: put(true), ...(stirs && { stirs: add(1) }) };
  await changeOne(TOWNSHIPS, township, figuresId(township), {}, changes);
}

/** Replaces the figures that were read before; false when something changed meanwhile. */
export function writeFigures(
  township: string,
  { openByPerson, hanging }: Pick<Figures, 'openByPerson' | 'hanging'>,
  now: Instant,
  before: Figures | undefined,
): Promise<boolean> {
  const id = figuresId(township);
  const counted = { openByPerson, ...(hanging && { hanging }) };
  const born: Figures = { _id: id, township, rev: 1, asOf: now, stale: false, ...counted };
  if (!before) return createOne(TOWNSHIPS, born);
  const changes = {
    openByPerson: put(openByPerson),
    hanging: hanging ? put(hanging) : drop,
    asOf: put(now),
    stale: put(false),
  };
  return changeOne(TOWNSHIPS, township, id, { rev: before.rev }, changes);
}

/** The list of the district's townships stands under ids that no input can name. */
export const DISTRICT = '~';

export interface TownshipList extends Stored {
  townships: readonly string[];
  /** Of these, the closed ones. */
  closed?: readonly string[];
}

/** Ids of all townships of this deployment; `open`: those where reminders and deadlines go on. One call. */
export async function readTownships(): Promise<{ all: readonly string[]; open: readonly string[] }> {
  const list = await readOne<TownshipList>(TOWNSHIPS, DISTRICT, DISTRICT);
  const { townships: all = [], closed = [] } = list ?? {};
  return { all, open: all.filter((id) => !closed.includes(id)) };
}

/** Ids of all townships of this deployment. */
export async function listTownships(): Promise<readonly string[]> {
  return (await readTownships()).all;
}

let listed: { at: Instant; ids: readonly string[] } | undefined;

/**
 * As listTownships, as this instance read it at most 60 s ago: a new township is in the district's lists a minute later.
 * No call while it is fresh, one otherwise.
 */
export async function recallTownships(now: Instant): Promise<readonly string[]> {
  if (!listed || now < listed.at || now - listed.at >= CACHE_MS)
    listed = { at: now, ids: await listTownships() };
  return listed.ids;
}

/** Idempotent. One call. */
export async function markClosed(township: string, closed: boolean): Promise<void> {
  const where = closed ? { closed: not(township) } : { closed: township };
  const changes = { closed: closed ? append([township]) : take(township) };
  await changeOne(TOWNSHIPS, DISTRICT, DISTRICT, where, changes);
}

/** The administrators of a township are one document, so that the last one cannot leave. */
export interface Administrators extends Stored {
  /** Ids of their confirmed invitations. */
  holders: readonly string[];
}

export const administratorsId = (township: string): string => `${township}~admins`;

/** Idempotent. One call, two for the first. */
export async function joinAdministrators(township: string, invitation: string): Promise<void> {
  const id = administratorsId(township);
  const join = () =>
    changeOne(TOWNSHIPS, township, id, { holders: not(invitation) }, { holders: append([invitation]) });
  if (await join()) return;
  const first: Administrators = { _id: id, township, rev: 1, holders: [invitation] };
  if (!(await createOne(TOWNSHIPS, first))) await join();
}

/** Makes this invitation the township's first administrator, once for ever; true also when it is that already. */
export async function claimTownship(township: string, invitation: string): Promise<boolean> {
  const _id = administratorsId(township);
  const first: Administrators = { _id, township, rev: 1, holders: [invitation] };
  return (await createOne(TOWNSHIPS, first)) || (await isFirstOf(township, invitation));
}

async function isFirstOf(township: string, invitation: string): Promise<boolean> {
  const found = await readOne<Administrators>(TOWNSHIPS, township, administratorsId(township));
  return found?.holders[0] === invitation;
}

/** Whether there is such a township already, and somebody else's: also one whose rows came in without a first administrator. */
export async function isTaken(township: string, invitation: string): Promise<boolean> {
  const directory = await readOne(TOWNSHIPS, township, township, ['name']);
  return directory !== undefined && !(await isFirstOf(township, invitation));
}

/** An empty directory, if there is none, and a place in the district's list. Idempotent. */
export async function openTownship(township: string, name: string): Promise<void> {
  await createOne(TOWNSHIPS, emptyDirectory(township, name));
  const enter = () =>
    changeOne(TOWNSHIPS, DISTRICT, DISTRICT, { townships: not(township) }, { townships: append([township]) });
  if (await enter()) return;
  const list: TownshipList = { _id: DISTRICT, township: DISTRICT, rev: 1, townships: [township] };
  if (!(await createOne(TOWNSHIPS, list))) await enter();
}

/** Takes an administrator off the list unless it is the last one; true also when it is off already. */
export async function leaveAdministrators(township: string, invitation: string): Promise<boolean> {
  const id = administratorsId(township);
  const where = { holders: invitation, 'holders.1': exists };
  if (await changeOne(TOWNSHIPS, township, id, where, { holders: take(invitation) })) return true;
  const found = await readOne<Administrators>(TOWNSHIPS, township, id);
  return !found?.holders.includes(invitation);
}
