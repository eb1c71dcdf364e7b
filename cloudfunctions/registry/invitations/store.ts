/**
 * The collection `invitations`: who may act. A claimed and confirmed invitation is the grant; each act on one is one
 * conditional write of its document, and the door to acts of a role (`admit`) as well.
 */
import { DISTRICT, OFFICE, ROLE_IDS, type Role } from '../../../miniprogram/contract/roles';
import type { DirectoryKind, InvitationState } from '../../../miniprogram/contract/registry-office';
import type { Answer, Instant } from '../../../miniprogram/contract/wire';
import { actorOf } from '../../shared/act';
import { toLocalDate } from '../../shared/china-time';
import { decryptField, encryptField, hashParts } from '../../shared/cipher';
import {
  above,
  absent,
  actField,
  add,
  append,
  atLeast,
  atMost,
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
  readAcross,
  readOne,
  readPage,
  type CollectionSpecs,
  type PageOptions,
} from '../../shared/database';
import { ok, refuse } from '../../shared/errors';
import { bornWith, recordAct } from '../../shared/outbox';
import type { Admit, Admitted, Call, Door } from '../../shared/serve';
import { recallTownship } from '../store';
import {
  CALLS_PER_WINDOW,
  holdsOn,
  scopeOf,
  secondsOver,
  secondsToWait,
  seqOf,
  TRIES,
  WINDOW_MS,
  type Invitation,
  type NamedGrant,
} from './rules/invitation';
import { ALWAYS, type GrantDays } from './rules/grant-days';
import type { Invitee } from './rules/invite';

const INVITATIONS = 'invitations';

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

/** Invitations that this openid claimed, confirmed or not. */
export function readGrants(township: string, openid: string): Promise<Invitation[]> {
  return readPage<Invitation>(INVITATIONS, township, {
    where: { openid, state: oneOf(['claimed', 'confirmed']) },
    order: [],
    limit: 20,
  });
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

function toAdmitted(invitation: Invitation): Admitted {
  return { role: invitation.role, name: decryptField(invitation.name), ...scopeOf(invitation) };
}

/** Left on the grant by the act's own call: in which function something may lie for the relay. */
function noteWrite(fn: string | undefined, now: Instant): Changes {
  return fn === undefined ? {} : { [`wrote.${fn}`]: put(now), wroteAt: put(now) };
}

/** Grants in whose name something may have been written since; one call. */
export function readWriters(
  townships: readonly string[],
  since: Instant,
  limit: number,
): Promise<Pick<Invitation, 'wrote'>[]> {
  return readAcross<Invitation>(INVITATIONS, townships, {
    where: { wroteAt: above(since) },
    order: [['wroteAt', 'asc']],
    limit,
    fields: ['wrote'],
  });
}

async function secondsOverAll(township: string, openid: string, now: Instant): Promise<number> {
  const held = await readPage<Invitation>(INVITATIONS, township, {
    where: { openid, state: 'confirmed' },
    order: [],
    limit: ROLE_IDS.length * 2,
    fields: ['recent'],
  });
  return secondsOver(
    held.flatMap(({ recent }) => recent),
    now,
  );
}

/** Whether its holder has other grants; follows each grant that is confirmed or ended. */
export async function markSeveral(township: string, openid: string): Promise<void> {
  const held = (await readGrants(township, openid)).filter(({ state }) => state === 'confirmed');
  const several = held.length > 1;
  for (const { _id, several: marked = false } of held)
    if (marked !== several)
      await changeOne(INVITATIONS, township, _id, {}, { several: several ? put(true) : drop });
}

/**
 * The door to acts of a role: one atomic update counts this call on the confirmed invitation that holds today, unless sixty
 * were made within a minute; refused, one read says why. A call refused for its rate is not counted. Whoever holds
 * several grants has sixty calls with all of them: one read more, after the call was counted, so that of many at one
 * instant not one too many goes through.
 */
export const admit: Admit = async (township, openid, roles, asked): Promise<Answer<Admitted>> => {
  const { now, writesIn, stops } = asked;
  if (openid === '' || roles.length === 0) return refuse('not-allowed');
  const today = toLocalDate(now);
  const days = { from: atMost(today), until: atLeast(today) };
  const holder: Where = { openid, state: 'confirmed', role: oneOf(roles), ...days };
  const counted = await changeAndRead<Invitation>(
    INVITATIONS,
    township,
    { ...holder, 'recent.0': atMost(now - WINDOW_MS), ...(stops && { shut: absent }) },
    { recent: append([now], CALLS_PER_WINDOW), ...noteWrite(writesIn, now) },
  );
  if (counted) {
    const over = counted.several ? await secondsOverAll(township, openid, now) : 0;
    return over > 0 ? refuse('rate-limited', { seconds: over }) : ok(toAdmitted(counted));
  }
  const [held] = await readPage<Invitation>(INVITATIONS, township, { where: holder, order: [], limit: 1 });
  if (!held) return refuse('not-allowed');
  if (stops && held.shut) return refuse('township-closed');
  const seconds = secondsToWait(held.recent, now);
  return seconds > 0 ? refuse('rate-limited', { seconds }) : ok(toAdmitted(held));
};

/** The same person's other confirmed roles, where the one that `admit` found does not reach. */
export async function listRoles(
  { township, openid, now }: Pick<Call, 'township' | 'openid' | 'now'>,
  roles: readonly Role[],
): Promise<Admitted[]> {
  const held = await readGrants(township, openid);
  return held
    .filter((one) => one.state === 'confirmed' && roles.includes(one.role) && holdsOn(one, toLocalDate(now)))
    .map(toAdmitted);
}

/** Whether the caller is one of these: no call where the role that admitted them is, one otherwise. */
export async function holdsOne(call: Call, roles: readonly Role[]): Promise<boolean> {
  if (call.admitted && roles.includes(call.admitted.role)) return true;
  return (await listRoles(call, roles)).length > 0;
}

/**
 * The same call as of one of these roles, where its person holds one besides the role that admitted them. No call where
 * they were admitted as one, one otherwise.
 */
export async function asOneOf(call: Call, roles: readonly Role[]): Promise<Call> {
  if (call.admitted && roles.includes(call.admitted.role)) return call;
  const [admitted] = await listRoles(call, roles);
  return admitted ? { ...call, admitted } : call;
}

/** The answer to the role that admitted them; where that one may not, to one of these that they hold besides. */
export async function orAs<A>(
  call: Call,
  roles: readonly Role[],
  run: (as: Call) => Promise<Answer<A>>,
): Promise<Answer<A>> {
  const answer = await run(call);
  if (answer.ok || (answer.code !== 'not-found' && answer.code !== 'not-allowed')) return answer;
  const other = await asOneOf(call, roles);
  return other === call ? answer : run(other);
}

/** Whether anybody of the office ever held a role here, so that there is somebody else to confirm. */
export async function hadOffice(township: string): Promise<boolean> {
  const where: Where = {
    state: oneOf(['confirmed', 'revoked']),
    role: oneOf(OFFICE),
    openid: not(''),
  };
  return (await readPage<Invitation>(INVITATIONS, township, { where, order: [], limit: 1 })).length > 0;
}

/** An administrator edits the township's card and settings; all other kinds of rows are the office's. */
const ADMIN_KINDS: readonly DirectoryKind[] = ['card', 'setting'];

/**
 * Whether the caller, admitted as one of KEEPERS, may edit rows of this kind. Until there is an office, its
 * administrator sets up the whole. At most three calls.
 */
export async function mayEdit(call: Call, kind: DirectoryKind): Promise<boolean> {
  if (ADMIN_KINDS.includes(kind) || (await holdsOne(call, OFFICE))) return true;
  return (await holdsOne(call, ['admin'])) && !(await hadOffice(call.township));
}

/** More than a township has grants: some hundred deputies with a second role here and there, and its villages. */
const GRANTS_AT_MOST = 1_000;

/** Who is the district's, in whichever of these townships the role was given; one call. */
export function readDistrictGrants(
  townships: readonly string[],
): Promise<Pick<Invitation, 'township' | 'openid' | 'role' | 'from' | 'until'>[]> {
  return readAcross<Invitation>(INVITATIONS, townships, {
    where: { state: 'confirmed', role: oneOf(DISTRICT) },
    order: [['role', 'asc']],
    limit: GRANTS_AT_MOST,
    fields: ['township', 'openid', 'role', 'from', 'until'],
  });
}

/** All of `ids`, or where none is named every one that is not revoked, with their names opened; one call. */
export async function readWithNames(township: string, ids?: readonly string[]): Promise<Invitation[]> {
  const where: Where = ids ? { _id: oneOf(ids) } : { state: oneOf(LIVE) };
  const page = { where, order: [], limit: GRANTS_AT_MOST };
  const found = await readPage<Invitation>(INVITATIONS, township, page);
  return found.map((one) => ({ ...one, name: decryptField(one.name) }));
}

/** Who holds a role now, as messages need it; one call. */
export function readConfirmed(township: string): Promise<Invitation[]> {
  return readPage<Invitation>(INVITATIONS, township, {
    where: { state: 'confirmed' },
    order: [['role', 'asc']],
    limit: GRANTS_AT_MOST,
    fields: ['openid', 'role', 'person', 'group', 'unit', 'village', 'from', 'until'],
  });
}

/** More than one account has, or had, in a township. */
const GRANTS_OF_ONE = 10;

/** The grants that these accounts hold or held, those they hold first, and what these ids name. At most two calls. */
export async function readNamed(
  township: string,
  { accounts, ids }: { accounts: readonly string[]; ids: readonly string[] },
): Promise<NamedGrant[]> {
  const fields = ['openid', 'role', 'name', 'person', 'state'];
  const page = (where: Where, order: PageOptions['order'], limit: number): Promise<Invitation[]> =>
    limit === 0 ? Promise.resolve([]) : readPage(INVITATIONS, township, { where, order, limit, fields });
  const [held, named] = await Promise.all([
    page(
      { account: oneOf(accounts), state: oneOf(['confirmed', 'revoked']) },
      [['state', 'asc']],
      accounts.length * GRANTS_OF_ONE,
    ),
    page({ _id: oneOf(ids) }, [], ids.length),
  ]);
  return [...held, ...named].map(({ _id, openid, role, name, person, state }) => ({
    id: _id,
    openid,
    role,
    name: decryptField(name),
    isHeld: state === 'confirmed',
    ...(person !== undefined && { person }),
  }));
}

/** What every function asks at its door. */
export const door: Door = {
  admit,
  isClosed: async (township, now) => (await recallTownship(township, now))?.directory.closed !== undefined,
};
