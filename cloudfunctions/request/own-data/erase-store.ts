/** How a request of somebody who had their data deleted is made bare; it has no collection of its own. */
import type { Instant } from '../../../miniprogram/contract/wire';
import { decryptField, hashParts } from '../../shared/cipher';
import { drop, exists, put, take, type Changes, type Where } from '../../shared/conditions';
import type { CollectionSpecs } from '../../shared/database';
import { recordAct } from '../../shared/outbox';
import { callOwnFunction } from '../../shared/own-call';
import { strangerName } from '../../shared/stranger';
import type { RequestDocument } from '../rules/request-document';
import { joinToken } from '../lists/tokens';
import { adjustRequest, readJoined, readRequest } from '../store';
import { bareRequest, DROPPED, type BareBy } from './rules/bare-request';

/** Matters of others in which one account has joined: more than anybody taps. */
const JOINED = 200;

export const collections = {} satisfies CollectionSpecs;

/** Copies of photos and recordings go first: of a bare request nobody knows any more which they were. */
async function forgetFiles({ township, photos, recordings }: RequestDocument): Promise<void> {
  const files = [...photos, ...recordings.map(({ file }) => file)].filter((file) => file !== '');
  if (files.length > 0) await callOwnFunction('media', 'forget', { township, files });
}

/** Requests on the way from one that was merged to the one that took it; a way has an end. */
const WAY = 20;

/** The ones that it was merged into know it by its account too. */
async function leaveCompanions(request: RequestDocument, stranger: string): Promise<void> {
  const { township, _id, account } = request;
  const field = `joined.r${_id.slice(_id.indexOf('~') + 1)}`;
  const known = { [`${field}.account`]: account };
  const changes = { [`${field}.account`]: put(stranger), [`${field}.openid`]: put('') };
  await changeOnWay(township, request.mergedInto, known, changes);
}

/** The same write on each of those that took it. */
async function changeOnWay(township: string, from: string | undefined, where: Where, changes: Changes) {
  let into = from;
  for (let n = 0; n < WAY && into !== undefined; n++) {
    await adjustRequest(township, into, where, changes);
    into = (await readRequest(township, into))?.mergedInto;
  }
}

/**
 * 我也反映: the matter, and what it was merged into, keeps the count and forgets who it was. One look, and one write for
 * each; the matter itself last, since it is by its token that whoever tries again finds the way.
 */
export async function leaveJoined(township: string, account: string, stranger: string): Promise<void> {
  const token = joinToken(account);
  const own = `joined.a${account}`;
  const changes: Changes = {
    [own]: drop,
    [`joined.a${stranger}`]: put({ account: stranger, openid: '' }),
    tokens: take(token),
  };
  for (const { _id, mergedInto } of await readJoined(township, token, JOINED)) {
    await changeOnWay(township, mergedInto, { [own]: exists }, changes);
    await adjustRequest(township, _id, { [own]: exists }, changes);
  }
}

function changesTo(request: RequestDocument, stranger: string, act: BareBy): Changes {
  const kept = Object.entries(bareRequest(request, stranger, act)).map(([field, value]) => [
    field,
    put(value),
  ]);
  const gone = DROPPED.filter((field) => request[field] !== undefined).map((field) => [field, drop]);
  const { name, livesIn, village } = request;
  const named = name !== undefined && {
    name: put(strangerName(stranger, [decryptField(name), livesIn ?? village])),
  };
  return {
    ...(Object.fromEntries(kept) as Changes),
    ...(Object.fromEntries(gone) as Changes),
    ...named,
  };
}

interface Erasing {
  /** In place of the account. */
  stranger: string;
  now: Instant;
  act: BareBy;
}

/**
 * One write on the `rev` that was read; false: it changed meanwhile. Of who had it deleted the account is told to the
 * audit, nothing else.
 */
export async function eraseRequest(
  request: RequestDocument,
  { stranger, now, act }: Erasing,
): Promise<boolean> {
  await forgetFiles(request);
  await leaveCompanions(request, stranger);
  const { _id, township, rev, account, state } = request;
  return adjustRequest(
    township,
    _id,
    { rev },
    {
      ...changesTo(request, stranger, act),
      ...recordAct({
        at: now,
        by: act === 'erase' ? account : 'system',
        act,
        of: _id,
        from: state,
        to: state,
        key: hashParts(['erase', stranger]),
        event: 'request-erased',
        about: { request: _id },
      }),
    },
  );
}
