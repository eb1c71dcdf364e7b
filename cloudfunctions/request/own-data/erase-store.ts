/** How a request of somebody who had their data deleted is made bare; it has no collection of its own. */
import type { Instant } from '../../../miniprogram/contract/wire';
import { decryptField, hashParts } from '../../shared/cipher';
import { drop, put, type Changes } from '../../shared/conditions';
import type { CollectionSpecs } from '../../shared/database';
import { recordAct } from '../../shared/outbox';
import { callOwnFunction } from '../../shared/own-call';
import { strangerName } from '../../shared/stranger';
import type { RequestDocument } from '../rules/request-document';
import { adjustRequest } from '../store';
import { bareRequest, DROPPED } from './rules/bare-request';

export const collections = {} satisfies CollectionSpecs;

/** Copies of photos and recordings go first: of a bare request nobody knows any more which they were. */
async function forgetFiles({ township, photos, recordings }: RequestDocument): Promise<void> {
  const files = [...photos, ...recordings.map(({ file }) => file)].filter((file) => file !== '');
  if (files.length > 0) await callOwnFunction('media', 'forget', { township, files });
}

function changesTo(request: RequestDocument, stranger: string): Changes {
  const kept = Object.entries(bareRequest(request, stranger)).map(([field, value]) => [field, put(value)]);
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

/** One write on the `rev` that was read; false: it changed meanwhile. `account` is told to the audit, nothing else. */
export async function eraseRequest(
  request: RequestDocument,
  stranger: string,
  now: Instant,
): Promise<boolean> {
  await forgetFiles(request);
  const { _id, township, rev, account, state } = request;
  return adjustRequest(
    township,
    _id,
    { rev },
    {
      ...changesTo(request, stranger),
      ...recordAct({
        at: now,
        by: account,
        act: 'erase',
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
