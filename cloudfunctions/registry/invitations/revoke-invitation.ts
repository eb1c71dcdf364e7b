import type { Input, Output } from '../../../miniprogram/contract/wire';
import { refuse } from '../../shared/errors';
import type { Action } from '../../shared/serve';
import { leaveAdministrators } from '../store';
import { invitationInputs } from './schemas';
import { confirmOrRevoke } from './confirm-or-revoke';

type Revoked = Output<'registry', 'revokeInvitation'>;

/** An administrator first leaves the list, which the last one cannot; if it dies between, trying again ends it. */
export const revokeInvitation: Action<Input<'registry', 'revokeInvitation'>, Revoked> = {
  write: true,
  input: invitationInputs.revokeInvitation,
  run: (call, { invitation, reason }) =>
    confirmOrRevoke(call, invitation, {
      from: ['issued', 'claimed', 'confirmed'],
      to: 'revoked',
      words: reason,
      beforeAdmin: async ({ _id, state }) =>
        state === 'confirmed' && !(await leaveAdministrators(call.township, _id))
          ? refuse('last-admin')
          : undefined,
    }),
};
