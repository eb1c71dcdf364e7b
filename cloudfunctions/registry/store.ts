/**
 * Collections of the registry, and what other functions need of them; acts on invitations stand in
 * invitations.ts, scans in scans.ts. `townships` holds each township's directory (`<township>`) and beside it its
 * figures (`<township>~figures`), so that one query reads both; `invitations` holds who may act (`admit`);
 * `scans` counts what posters bring, one document a place and month.
 */
import type { Role } from '../../miniprogram/contract/registry';
import type { Answer, Instant } from '../../miniprogram/contract/wire';
import { decryptField, hashParts } from '../shared/cipher';
import { add, append, atMost, drop, not, oneOf, put, type Changes } from '../shared/conditions';
import {
  changeAndRead,
  changeOne,
  createOne,
  readAcross,
  readOne,
  readPage,
  type CollectionSpecs,
  type IndexSpec,
  type Stored,
} from '../shared/database';
import { ok, refuse } from '../shared/errors';
import type { Admit, Admitted } from '../shared/serve';
import {
  CALLS_PER_WINDOW,
  scopeOf,
  secondsToWait,
  WINDOW_MS,
  type Invitation,
} from './invitations/rules/invitation';
import type { Directory } from './directory/rules/directory';

/** No query crosses townships, so each index begins with it. */
function inTownship(...fields: readonly string[]): IndexSpec['fields'] {
  return ['township', ...fields].map((field) => [field, 1]);
}

export const collections = {
  townships: { indexes: [{ name: 'outbox', fields: inTownship('outboxAt') }] },
  invitations: {
    indexes: [
      { name: 'holder', fields: inTownship('openid', 'state', 'role') },
      { name: 'state_seq', fields: [...inTownship('state'), ['seq', -1]] },
      { name: 'person', fields: inTownship('person') },
      { name: 'outbox', fields: inTownship('outboxAt') },
      { name: 'confirmed', fields: inTownship('state', 'role') },
    ],
  },
  scans: { indexes: [{ name: 'township_month', fields: inTownship('month') }] },
} satisfies CollectionSpecs;

/** Counts that routing needs: the relay counts anew in the minute after something changed. */
export interface Figures extends Stored {
  /** Person id → open requests owned. Absent: none. */
  openByPerson: Readonly<Record<string, number>>;
  asOf: Instant;
  /** Something changed since; absent: nobody knows. */
  stale?: boolean;
}

export interface Township {
  directory: Directory;
  openByPerson: Figures['openByPerson'];
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
  return readOne<Directory>('townships', township, township, fields);
}

/**
 * Directory and figures as this instance read them at most 60 s ago; no call while they are fresh, one
 * otherwise. Whoever decides by it stores `book.rev` with the decision.
 */
export async function recallTownship(township: string, now: Instant): Promise<Township | undefined> {
  const known = cache.get(township);
  if (known && now >= known.at && now - known.at < CACHE_MS) return known.township;
  const found = await readPage<Directory | Figures>('townships', township, {
    where: { _id: oneOf([township, figuresId(township)]) },
    order: [],
    limit: 2,
  });
  const directory = found.find((document) => 'card' in document);
  if (!directory) return undefined;
  const figures = found.find((document) => 'openByPerson' in document);
  const read = { directory, openByPerson: figures?.openByPerson ?? {} };
  cache.set(township, { at: now, township: read });
  return read;
}

/**
 * Writes parts of the directory, if it still is of that version. This instance reads it anew; the others go by
 * what they know for a minute.
 */
export async function writeDirectory(township: string, version: number, changes: Changes): Promise<boolean> {
  cache.delete(township);
  return changeOne('townships', township, township, { version }, { ...changes, version: add(1) });
}

export const figuresId = (township: string): string => `${township}~figures`;

/** One call. Figures of these townships, as far as there are any. */
export function readFigures(townships: readonly string[]): Promise<Figures[]> {
  if (townships.length === 0) return Promise.resolve([]);
  const where = { _id: oneOf(townships.map(figuresId)) };
  return readAcross<Figures>('townships', townships, { where, order: [], limit: townships.length });
}

/** What was counted no longer holds; whoever is counting meanwhile loses by the `rev`. One call. */
export async function markFigures(township: string): Promise<void> {
  await changeOne('townships', township, figuresId(township), {}, { stale: put(true) });
}

/** Replaces the figures that were read before; false when something changed meanwhile. */
export function writeFigures(
  township: string,
  openByPerson: Figures['openByPerson'],
  now: Instant,
  before: Figures | undefined,
): Promise<boolean> {
  const id = figuresId(township);
  const born: Figures = { _id: id, township, rev: 1, openByPerson, asOf: now, stale: false };
  if (!before) return createOne('townships', born);
  const changes = { openByPerson: put(openByPerson), asOf: put(now), stale: put(false) };
  return changeOne('townships', township, id, { rev: before.rev }, changes);
}

/** The list of the district's townships stands under ids that no input can name. */
export const DISTRICT = '~';

export interface TownshipList extends Stored {
  townships: readonly string[];
}

/** Ids of all townships of this deployment. */
export async function listTownships(): Promise<readonly string[]> {
  return (await readOne<TownshipList>('townships', DISTRICT, DISTRICT))?.townships ?? [];
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
    changeOne('townships', township, id, { holders: not(invitation) }, { holders: append([invitation]) });
  if (await join()) return;
  const first: Administrators = { _id: id, township, rev: 1, holders: [invitation] };
  if (!(await createOne('townships', first))) await join();
}

export function readInvitation(township: string, id: string): Promise<Invitation | undefined> {
  return readOne<Invitation>('invitations', township, id);
}

/** Invitations for this person, whatever their state; more than one person's roles ever need. */
export function readInvitationsOf(township: string, person: string): Promise<Invitation[]> {
  return readPage<Invitation>('invitations', township, { where: { person }, order: [], limit: 100 });
}

/** Group and home of a grant follow the directory; false when it is gone meanwhile. */
export function moveInvitation(
  township: string,
  id: string,
  { group, home }: { group: string | undefined; home: string | undefined },
): Promise<boolean> {
  const changes: Changes = {
    group: group === undefined ? drop : put(group),
    home: home === undefined ? drop : put(home),
  };
  return changeOne('invitations', township, id, {}, changes);
}

export function invitationId(township: string, code: string): string {
  return `${township}~${hashParts(['invitation', code])}`;
}

/** Keyed hash of the last four digits, of no use for another invitation. */
export function phone4Of(invitation: string, last4: string): string {
  return hashParts(['phone4', invitation, last4]);
}

/** Invitations that this openid claimed, confirmed or not. */
export function readGrants(township: string, openid: string): Promise<Invitation[]> {
  return readPage<Invitation>('invitations', township, {
    where: { openid, state: oneOf(['claimed', 'confirmed']) },
    order: [],
    limit: 20,
  });
}

function toAdmitted(invitation: Invitation): Admitted {
  return { role: invitation.role, name: decryptField(invitation.name), ...scopeOf(invitation) };
}

/**
 * The door to acts of a role: one atomic update counts this call on the confirmed invitation, unless sixty
 * were made within a minute; refused, one read says why. A call refused for its rate is not counted.
 */
export const admit: Admit = async (township, openid, roles, now): Promise<Answer<Admitted>> => {
  if (openid === '' || roles.length === 0) return refuse('not-allowed');
  const holder = { openid, state: 'confirmed', role: oneOf(roles) };
  const counted = await changeAndRead<Invitation>(
    'invitations',
    township,
    { ...holder, 'recent.0': atMost(now - WINDOW_MS) },
    { recent: append([now], CALLS_PER_WINDOW) },
  );
  if (counted) return ok(toAdmitted(counted));
  const [held] = await readPage<Invitation>('invitations', township, { where: holder, order: [], limit: 1 });
  if (!held) return refuse('not-allowed');
  const seconds = secondsToWait(held.recent, now);
  return seconds > 0 ? refuse('rate-limited', { seconds }) : ok(toAdmitted(held));
};

/** The same person's other confirmed roles, where the one that `admit` found does not reach. */
export async function listRoles(
  township: string,
  openid: string,
  roles: readonly Role[],
): Promise<Admitted[]> {
  const held = await readGrants(township, openid);
  return held
    .filter((invitation) => invitation.state === 'confirmed' && roles.includes(invitation.role))
    .map(toAdmitted);
}

/** More than a township has grants: some hundred deputies with a second role here and there, and its villages. */
const GRANTS_AT_MOST = 1_000;

/** Who holds a role now, as messages need it; one call. */
export function readConfirmed(township: string): Promise<Invitation[]> {
  return readPage<Invitation>('invitations', township, {
    where: { state: 'confirmed' },
    order: [['role', 'asc']],
    limit: GRANTS_AT_MOST,
    fields: ['openid', 'role', 'person', 'group', 'unit', 'village'],
  });
}
