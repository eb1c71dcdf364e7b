/**
 * Grants: what the confirmed invitations let somebody do. The door to acts of a role (`admit`), which roles somebody holds
 * besides, and who holds one. No collection of its own: `invitations` (store.ts).
 */
import { DISTRICT, OFFICE, ROLE_IDS, type Role } from '../../../miniprogram/contract/roles';
import type { DirectoryKind } from '../../../miniprogram/contract/registry-office';
import type { Answer, Instant } from '../../../miniprogram/contract/wire';
import { toLocalDate } from '../../shared/china-time';
import { decryptField } from '../../shared/cipher';
import {
  above,
  absent,
  append,
  atLeast,
  atMost,
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
  readAcross,
  readPage,
  type CollectionSpecs,
  type PageOptions,
} from '../../shared/database';
import { ok, refuse } from '../../shared/errors';
import type { Admit, Admitted, Call, Door } from '../../shared/serve';
import { recallTownship } from '../store';
import {
  CALLS_PER_WINDOW,
  GRANTS_AT_MOST,
  holdsOn,
  scopeOf,
  secondsOver,
  secondsToWait,
  WINDOW_MS,
  type Invitation,
  type NamedGrant,
} from './rules/invitation';
import { INVITATIONS } from './store';

/** Declared in store.ts. */
export const collections = {} satisfies CollectionSpecs;

/** Invitations that this openid claimed, confirmed or not. */
export function readGrants(township: string, openid: string): Promise<Invitation[]> {
  return readPage<Invitation>(INVITATIONS, township, {
    where: { openid, state: oneOf(['claimed', 'confirmed']) },
    order: [],
    limit: 20,
  });
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

/** The role by which the caller may: the one that admitted them, or, one call more, another one of these that they hold. */
export async function roleThatMay(
  call: Call,
  roles: readonly Role[],
  may: (role: Admitted) => boolean,
): Promise<Admitted | undefined> {
  if (call.admitted && may(call.admitted)) return call.admitted;
  return (await listRoles(call, roles)).find(may);
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
  const fields = ['openid', 'account', 'role', 'name', 'person', 'state'];
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
  return [...held, ...named].map(({ _id, openid, account, role, name, person, state }) => ({
    id: _id,
    openid,
    role,
    name: decryptField(name),
    isHeld: state === 'confirmed',
    ...(account !== undefined && { account }),
    ...(person !== undefined && { person }),
  }));
}

/** What every function asks at its door. */
export const door: Door = {
  admit,
  isClosed: async (township, now) => (await recallTownship(township, now))?.directory.closed !== undefined,
};
