/** What is done to one invitation; each act is one conditional write of its document. */
import type { Role } from '../../../miniprogram/contract/registry';
import type { InvitationState } from '../../../miniprogram/contract/registry-office';
import type { Instant } from '../../../miniprogram/contract/wire';
import { encryptField } from '../../shared/cipher';
import { above, actField, add, below, not, oneOf, put, type Where } from '../../shared/conditions';
import { changeAndRead, createOne, readPage } from '../../shared/database';
import { bornWith, recordAct } from '../../shared/outbox';
import type { Call } from '../../shared/serve';
import { actorOf } from '../directory/act-on-directory';
import { CALLS_PER_WINDOW, seqOf, TRIES, type Invitation } from './rules/invitation';
import type { Invitee } from './rules/invite';

const INVITATIONS = 'invitations';

interface Claim {
  phone4: string;
  openid: string;
  account: string;
  key: string;
  now: Instant;
}

/** Counts a try before anybody knows whether it is right; undefined: used, revoked, locked or past its date. */
export function countTry(township: string, id: string, now: Instant): Promise<Invitation | undefined> {
  const where: Where = { _id: id, state: 'issued', tries: below(TRIES), expiresAt: above(now) };
  return changeAndRead<Invitation>(INVITATIONS, township, where, { tries: add(1) });
}

/** The try that was counted was right: one conditional write, which one of several such claims wins. */
export function claimInvitation(
  township: string,
  id: string,
  { phone4, openid, account, key, now }: Claim,
): Promise<Invitation | undefined> {
  return changeAndRead<Invitation>(
    INVITATIONS,
    township,
    { _id: id, state: 'issued', phone4 },
    {
      state: put('claimed'),
      openid: put(openid),
      claimKey: put(key),
      tries: put(0),
      since: put(now),
      seq: put(seqOf(now, id)),
      ...recordAct({
        at: now,
        by: account,
        act: 'claim',
        of: id,
        from: 'issued',
        to: 'claimed',
        key,
        event: 'invitation-claimed',
        about: { invitation: id },
      }),
    },
  );
}

/** A page of one state, the latest first, from before `after` on. */
export function readInvitations(
  township: string,
  state: InvitationState,
  { after, limit }: { after: string | undefined; limit: number },
): Promise<Invitation[]> {
  return readPage<Invitation>(INVITATIONS, township, {
    where: { state, ...(after !== undefined && { seq: below(after) }) },
    order: [['seq', 'desc']],
    limit,
  });
}

const LIVE: readonly InvitationState[] = ['issued', 'claimed', 'confirmed'];

/** Those that are not revoked and name one of these, by the index of roles: as many as a township has of the role. */
export function readHolding(
  township: string,
  role: Role,
  { field, ids, limit }: { field: 'unit' | 'village'; ids: readonly string[]; limit: number },
): Promise<Invitation[]> {
  const where: Where = { state: oneOf(LIVE), role, [field]: oneOf(ids) };
  return readPage<Invitation>(INVITATIONS, township, { where, order: [], limit });
}

export interface Birth extends Invitee {
  role: Role;
  phone4: string;
  expiresAt: Instant;
}

function born(call: Call, id: string, { name, role, phone4, expiresAt, ...scope }: Birth): Invitation {
  const { township, now, key, bodyHash } = call;
  return {
    _id: id,
    township,
    rev: 1,
    role,
    ...scope,
    name: encryptField(name),
    state: 'issued',
    openid: '',
    claimKey: '',
    phone4,
    tries: 0,
    expiresAt,
    since: now,
    seq: seqOf(now, id),
    acts: { [actField(key)]: { h: bodyHash } },
    recent: new Array<number>(CALLS_PER_WINDOW).fill(0),
  };
}

/** False when this key issued it before, or the code is taken. */
export function createInvitation(call: Call, id: string, birth: Birth): Promise<boolean> {
  const { now, key } = call;
  const act = { at: now, by: actorOf(call), act: 'invite', of: id, from: '', to: 'issued' };
  const event = { key, event: 'invitation-issued', about: { invitation: id, role: birth.role } };
  return createOne(INVITATIONS, { ...born(call, id, birth), ...bornWith({ ...act, ...event }) });
}

/** The first administrator's is born confirmed: there is nobody who could confirm it. */
export function createFirst(call: Call, id: string): Promise<boolean> {
  const { now, key, openid, account } = call;
  const birth: Birth = { role: 'admin', name: '系统管理员', phone4: '', expiresAt: now };
  const act = { at: now, by: account, act: 'set-up', of: id, from: '', to: 'confirmed' };
  const event = { key, event: 'invitation-confirmed', about: { invitation: id } };
  const first = { ...born(call, id, birth), state: 'confirmed', openid, claimKey: key };
  return createOne(INVITATIONS, { ...first, ...bornWith({ ...act, ...event }) });
}

interface Turn {
  /** States from which it may go. */
  from: readonly InvitationState[];
  to: 'confirmed' | 'revoked';
  roles: readonly Role[];
  words?: string;
}

/** One conditional write: still in such a state, of such a role; confirmed only by another account. */
export function turnInvitation(
  call: Call,
  id: string,
  { from, to, roles, words }: Turn,
): Promise<Invitation | undefined> {
  const { township, now, key, bodyHash } = call;
  const where: Where = { _id: id, state: oneOf(from), role: oneOf(roles) };
  return changeAndRead<Invitation>(
    INVITATIONS,
    township,
    to === 'confirmed' ? { ...where, openid: not(call.openid) } : where,
    {
      state: put(to),
      since: put(now),
      seq: put(seqOf(now, id)),
      [`acts.${actField(key)}`]: put({ h: bodyHash }),
      ...recordAct({
        at: now,
        by: actorOf(call),
        act: to === 'confirmed' ? 'confirm' : 'revoke',
        of: id,
        from: from.join(),
        to,
        key,
        event: `invitation-${to}`,
        about: { invitation: id },
        ...(words !== undefined && { words }),
      }),
    },
  );
}
