import type { Issued } from '../../../miniprogram/contract/registry-office';
import type { Answer, Input } from '../../../miniprogram/contract/wire';
import { INVITERS } from '../../../miniprogram/contract/roles';
import { holdsOne } from './grants-store';
import { readInvitation, settleInvitation } from './store';
import { decryptField } from '../../shared/cipher';
import { refuse } from '../../shared/errors';
import type { Action, Call } from '../../shared/serve';
import { invitationInputs } from './schemas';
import { issue } from './issue';
import { scopeOf } from './rules/invitation';
import { recallTownship } from '../store';

type Reissue = Input<'registry', 'reissueInvitation'>;

/** The old one ends first; if it dies between, trying again finds it ended and issues the new one. */
async function run(call: Call, { invitation, phoneLast4 }: Reissue): Promise<Answer<Issued>> {
  const [found, known] = await Promise.all([
    readInvitation(call.township, invitation),
    recallTownship(call.township, call.now),
  ]);
  if (!found || !known) return refuse('not-found');
  const { role, state } = found;
  if (!(await holdsOne(call, INVITERS[role]))) return refuse('role-beyond');
  if (state === 'confirmed') return refuse('invitation-changed', { state });
  if (state !== 'revoked') {
    const wish = { from: ['issued', 'claimed'], to: 'revoked', roles: [role] } as const;
    if (!(await settleInvitation(call, invitation, wish))) return refuse('busy');
  }
  const invitee = {
    role,
    name: decryptField(found.name),
    ...scopeOf(found),
    from: found.from,
    until: found.until,
  };
  return issue(call, known.directory, invitee, phoneLast4);
}

export const reissueInvitation: Action<Reissue, Issued> = {
  write: true,
  input: invitationInputs.reissueInvitation,
  run,
};
