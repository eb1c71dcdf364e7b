/** Confirming and ending an invitation: one conditional write, and one read that says why it did not happen. */
import type { InvitationState } from '../../../miniprogram/contract/registry-office';
import type { Answer } from '../../../miniprogram/contract/wire';
import { INVITERS, invitedBy, type Role } from '../../../miniprogram/contract/roles';
import { replay } from '../../shared/act';
import { hadOffice, holdsOne } from './grants-store';
import { readInvitation, settleInvitation } from './store';
import { actField } from '../../shared/conditions';
import { ok, refuse } from '../../shared/errors';
import type { Call } from '../../shared/serve';
import { confirmedBy, CONFIRMERS, needsTwo, type Invitation } from './rules/invitation';

type Settled = Answer<{ state: InvitationState }>;

export interface Settlement {
  from: readonly InvitationState[];
  to: 'confirmed' | 'revoked';
  words?: string;
  byIssuer?: true;
  /** What must be done before an administrator's ends; a refusal stops it. */
  beforeAdmin?: (invitation: Invitation) => Promise<Settled | undefined>;
}

function replayed(call: Call, { acts }: Invitation, to: Settlement['to']): Settled | undefined {
  const act = acts?.[actField(call.key)];
  return replay(call, act && { hash: act.h, answer: { state: to } });
}

/** The role that admitted the caller may not settle this one: another of their roles may. */
async function settleByAnotherRole(call: Call, found: Invitation, wish: Settlement): Promise<Settled> {
  const { role } = found;
  const reach = wish.to === 'confirmed' ? CONFIRMERS[role] : INVITERS[role];
  if (!(await holdsOne(call, reach))) return refuse('role-beyond');
  const stopped = role === 'admin' ? await wish.beforeAdmin?.(found) : undefined;
  if (stopped) return stopped;
  const done = await settleInvitation(call, found._id, { ...wish, roles: [role] });
  return done ? ok({ state: wish.to }) : refuse('busy');
}

/**
 * Nobody else is needed for a role that reads nothing; and a township's first chief has nobody else yet, nor is there
 * anything to read before there is an office.
 */
async function lacksSecond({ role, township }: Invitation): Promise<boolean> {
  return !needsTwo(role) || (role === 'chief' && !(await hadOffice(township)));
}

/** Admit and one call; refused one more; a role that the admitting one does not reach three more. */
export async function confirmOrRevoke(call: Call, id: string, wish: Settlement): Promise<Settled> {
  const rolesBy = wish.to === 'confirmed' ? confirmedBy : invitedBy;
  const roles: Role[] = call.admitted ? rolesBy(call.admitted.role) : [];
  const apart = wish.beforeAdmin ? roles.filter((role) => role !== 'admin') : roles;
  if (await settleInvitation(call, id, { ...wish, roles: apart })) return ok({ state: wish.to });
  const found = await readInvitation(call.township, id);
  if (!found) return refuse('not-found');
  const before = replayed(call, found, wish.to);
  if (before) return before;
  if (!wish.from.includes(found.state)) return refuse('invitation-changed', { state: found.state });
  if (wish.to === 'confirmed' && found.openid === call.openid) return refuse('own-invitation');
  if (wish.to !== 'confirmed' || found.issuedBy !== call.account)
    return settleByAnotherRole(call, found, wish);
  if (await lacksSecond(found)) return settleByAnotherRole(call, found, { ...wish, byIssuer: true });
  return refuse('issued-by-you');
}
