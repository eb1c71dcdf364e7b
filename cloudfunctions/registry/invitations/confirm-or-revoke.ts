/** Confirming and ending an invitation: one conditional write, and one read that says why it did not happen. */
import type { InvitationState } from '../../../miniprogram/contract/registry-office';
import type { Answer } from '../../../miniprogram/contract/wire';
import { INVITERS, invitedBy, type Role } from '../../../miniprogram/contract/roles';
import { holdsOne, readInvitation, turnInvitation } from './store';
import { actField } from '../../shared/conditions';
import { ok, refuse } from '../../shared/errors';
import type { Call } from '../../shared/serve';
import type { Invitation } from './rules/invitation';

type Turned = Answer<{ state: InvitationState }>;

export interface TurnWish {
  from: readonly InvitationState[];
  to: 'confirmed' | 'revoked';
  words?: string;
  /** What must be done before an administrator's ends; a refusal stops it. */
  beforeAdmin?: (invitation: Invitation) => Promise<Turned | undefined>;
}

function replay(call: Call, { acts }: Invitation, to: TurnWish['to']): Turned | undefined {
  const act = acts?.[actField(call.key)];
  if (!act) return undefined;
  return act.h === call.bodyHash ? ok({ state: to }) : refuse('key-reused');
}

/** The role lies beyond the one that admitted: another of the caller's may reach, and an administrator's is apart. */
async function turnOther(call: Call, found: Invitation, wish: TurnWish): Promise<Turned> {
  const { role } = found;
  if (!(await holdsOne(call, INVITERS[role]))) return refuse('role-beyond');
  const stopped = role === 'admin' ? await wish.beforeAdmin?.(found) : undefined;
  if (stopped) return stopped;
  const done = await turnInvitation(call, found._id, { ...wish, roles: [role] });
  return done ? ok({ state: wish.to }) : refuse('busy');
}

/** Admit and one call; refused one more; a role that the admitting one does not reach three more. */
export async function turn(call: Call, id: string, wish: TurnWish): Promise<Turned> {
  const roles: Role[] = call.admitted ? invitedBy(call.admitted.role) : [];
  const apart = wish.beforeAdmin ? roles.filter((role) => role !== 'admin') : roles;
  if (await turnInvitation(call, id, { ...wish, roles: apart })) return ok({ state: wish.to });
  const found = await readInvitation(call.township, id);
  if (!found) return refuse('not-found');
  const before = replay(call, found, wish.to);
  if (before) return before;
  if (!wish.from.includes(found.state)) return refuse('invitation-changed', { state: found.state });
  if (wish.to === 'confirmed' && found.openid === call.openid) return refuse('own-invitation');
  return turnOther(call, found, wish);
}
