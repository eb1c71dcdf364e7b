/** Confirming and ending an invitation: one conditional write, and one read that says why it did not happen. */
import type { InvitationState } from '../../../miniprogram/contract/registry-office';
import type { Answer } from '../../../miniprogram/contract/wire';
import { INVITERS, invitedBy, type Role } from '../../../miniprogram/contract/roles';
import { replay } from '../../shared/act';
import { holdsOne, readInvitation, settleInvitation } from './store';
import { actField } from '../../shared/conditions';
import { ok, refuse } from '../../shared/errors';
import type { Call } from '../../shared/serve';
import type { Invitation } from './rules/invitation';

type Settled = Answer<{ state: InvitationState }>;

export interface Settlement {
  from: readonly InvitationState[];
  to: 'confirmed' | 'revoked';
  words?: string;
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
  if (!(await holdsOne(call, INVITERS[role]))) return refuse('role-beyond');
  const stopped = role === 'admin' ? await wish.beforeAdmin?.(found) : undefined;
  if (stopped) return stopped;
  const done = await settleInvitation(call, found._id, { ...wish, roles: [role] });
  return done ? ok({ state: wish.to }) : refuse('busy');
}

/** Admit and one call; refused one more; a role that the admitting one does not reach three more. */
export async function confirmOrRevoke(call: Call, id: string, wish: Settlement): Promise<Settled> {
  const roles: Role[] = call.admitted ? invitedBy(call.admitted.role) : [];
  const apart = wish.beforeAdmin ? roles.filter((role) => role !== 'admin') : roles;
  if (await settleInvitation(call, id, { ...wish, roles: apart })) return ok({ state: wish.to });
  const found = await readInvitation(call.township, id);
  if (!found) return refuse('not-found');
  const before = replayed(call, found, wish.to);
  if (before) return before;
  if (!wish.from.includes(found.state)) return refuse('invitation-changed', { state: found.state });
  if (wish.to === 'confirmed' && found.openid === call.openid) return refuse('own-invitation');
  return settleByAnotherRole(call, found, wish);
}
