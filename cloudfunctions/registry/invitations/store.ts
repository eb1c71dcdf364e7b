/**
 * The collection `invitations`: from issued to confirmed or revoked, each act one conditional write of its document. What a
 * confirmed one lets its holder do: grants-store.ts.
 */
import type { Role } from '../../../miniprogram/contract/roles';
import type { InvitationState } from '../../../miniprogram/contract/registry-office';
import type { Instant } from '../../../miniprogram/contract/wire';
import { actorOf } from '../../shared/act';
import { decryptField, encryptField, hashParts } from '../../shared/cipher';
import {
  above,
  actField,
  add,
  below,
  drop,
  not,
  oneOf,
  put,
  type Changes,
  type Where,
} from '../../shared/conditions';
import {
  changeAndRead,
  changeOne,
  createOne,
  inTownship,
  OUTBOX_INDEX,
  readOne,
  readPage,
  type CollectionSpecs,
} from '../../shared/database';
import { bornWith, recordAct } from '../../shared/outbox';
import type { Call } from '../../shared/serve';
import { CALLS_PER_WINDOW, GRANTS_AT_MOST, seqOf, TRIES, type Invitation } from './rules/invitation';
import { ALWAYS, type GrantDays } from './rules/grant-days';
import type { Invitee } from './rules/invite';

export const INVITATIONS = 'invitations';

export const collections = {
  [INVITATIONS]: {
    indexes: [
      inTownship('holder', 'openid', 'state', 'role'),
      inTownship('state_seq', 'state', '-seq'),
      inTownship('person', 'person'),
      inTownship('account', 'account', 'state'),
      inTownship('confirmed', 'state', 'role'),
      inTownship('wrote', 'wroteAt'),
      OUTBOX_INDEX,
    ],
  },
} satisfies CollectionSpecs;

export function readInvitation(township: string, id: string): Promise<Invitation | undefined> {
  return readOne<Invitation>(INVITATIONS, township, id);
}

/** Invitations for this person, whatever their state; more than one person's roles ever need. */
export function readInvitationsOf(township: string, person: string): Promise<Invitation[]> {
  return readPage<Invitation>(INVITATIONS, township, { where: { person }, order: [], limit: 100 });
}

/** Days, group and home of a grant follow the directory; false when it is gone meanwhile. */
export function moveInvitation(
  township: string,
  id: string,
  { from, until, group, home }: GrantDays,
): Promise<boolean> {
  const changes: Changes = {
    from: put(from),
    until: put(until),
    group: group === undefined ? drop : put(group),
    home: home === undefined ? drop : put(home),
  };
  return changeOne(INVITATIONS, township, id, {}, changes);
}

export function invitationId(township: string, code: string): string {
  return `${township}~${hashParts(['invitation', code])}`;
}

/** False when it is gone meanwhile. */
export function shutInvitation(township: string, id: string, shut: boolean): Promise<boolean> {
  return changeOne(INVITATIONS, township, id, {}, { shut: shut ? put(true) : drop });
}

/** Keyed hash of the last four digits, of no use for another invitation. */
export function phone4Of(invitation: string, last4: string): string {
  return hashParts(['phone4', invitation, last4]);
}

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
      account: put(account),
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

export interface Birth extends Invitee, Pick<GrantDays, 'from' | 'until'> {
  role: Role;
  phone4: string;
  expiresAt: Instant;
}

function born(call: Call, id: string, { name, role, phone4, expiresAt, ...scope }: Birth): Invitation {
  const { township, now, key, bodyHash, account } = call;
  return {
    _id: id,
    township,
    rev: 1,
    role,
    ...scope,
    name: encryptField(name),
    issuedBy: account,
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
  const { from, until } = ALWAYS;
  const birth: Birth = { role: 'admin', name: '系统管理员', phone4: '', expiresAt: now, from, until };
  const act = { at: now, by: account, act: 'set-up', of: id, from: '', to: 'confirmed' };
  const event = { key, event: 'invitation-confirmed', about: { invitation: id } };
  const first = { ...born(call, id, birth), state: 'confirmed', openid, account, claimKey: key };
  return createOne(INVITATIONS, { ...first, ...bornWith({ ...act, ...event }) });
}

interface Turn {
  /** States from which it may go. */
  from: readonly InvitationState[];
  to: 'confirmed' | 'revoked';
  roles: readonly Role[];
  words?: string;
  /** Whoever issued it may confirm it as well. */
  byIssuer?: true;
}

/**
 * One conditional write: still in such a state, of such a role; confirmed only by another account than the one that
 * claimed it, and than the one that issued it.
 */
export function settleInvitation(
  call: Call,
  id: string,
  { from, to, roles, words, byIssuer }: Turn,
): Promise<Invitation | undefined> {
  const { township, now, key, bodyHash } = call;
  const where: Where = { _id: id, state: oneOf(from), role: oneOf(roles) };
  return changeAndRead<Invitation>(
    INVITATIONS,
    township,
    to === 'confirmed'
      ? { ...where, openid: not(call.openid), ...(!byIssuer && { issuedBy: not(call.account) }) }
      : where,
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

/** All of `ids`, or where none is named every one that is not revoked, with their names opened; one call. */
export async function readWithNames(township: string, ids?: readonly string[]): Promise<Invitation[]> {
  const where: Where = ids ? { _id: oneOf(ids) } : { state: oneOf(LIVE) };
  const page = { where, order: [], limit: GRANTS_AT_MOST };
  const found = await readPage<Invitation>(INVITATIONS, township, page);
  return found.map((one) => ({ ...one, name: decryptField(one.name) }));
}
