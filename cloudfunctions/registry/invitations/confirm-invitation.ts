import type { Input, Output } from '../../../miniprogram/contract/wire';
import type { Action } from '../../shared/serve';
import { invitationInputs } from './schemas';
import { confirmOrRevoke } from './confirm-or-revoke';

type Confirmed = Output<'registry', 'confirmInvitation'>;

export const confirmInvitation: Action<Input<'registry', 'confirmInvitation'>, Confirmed> = {
  write: true,
  input: invitationInputs.confirmInvitation,
  run: (call, { invitation }) => confirmOrRevoke(call, invitation, { from: ['claimed'], to: 'confirmed' }),
};
