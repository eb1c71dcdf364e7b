/** What is done to one invitation; each act is one conditional write of its document. */
import type { Instant } from '../../miniprogram/contract/wire';
import { above, add, below, put } from '../shared/conditions';
import { changeAndRead, changeOne, readOne } from '../shared/database';
import { recordAct } from '../shared/outbox';
import { TRIES, type Invitation } from './rules/invitation';

/** One conditional write: the invitation is issued, in date, not locked, and the digits are right. */
export function claimInvitation(
  township: string,
  id: string,
  claim: { phone4: string; openid: string; account: string; key: string; now: Instant },
): Promise<Invitation | undefined> {
  const { phone4, openid, account, key, now } = claim;
  return changeAndRead<Invitation>(
    'invitations',
    township,
    { _id: id, state: 'issued', phone4, tries: below(TRIES), expiresAt: above(now) },
    {
      ...{ state: put('claimed'), openid: put(openid), claimKey: put(key), since: put(now) },
      ...recordAct({
        ...{ at: now, by: account, act: 'claim', of: id, from: 'issued', to: 'claimed' },
        ...{ key, event: 'invitation-claimed', about: { invitation: id } },
      }),
    },
  );
}

export function readInvitation(township: string, id: string): Promise<Invitation | undefined> {
  return readOne<Invitation>('invitations', township, id);
}

export function countTry(township: string, id: string): Promise<boolean> {
  return changeOne('invitations', township, id, { state: 'issued' }, { tries: add(1) });
}
