import { LIMITS } from '../../../miniprogram/contract/limits';
import type { Input, Output } from '../../../miniprogram/contract/wire';
import { readInvitations } from './store';
import { decryptField } from '../../shared/cipher';
import { ok } from '../../shared/errors';
import type { Action } from '../../shared/serve';
import { invitationInputs } from './schemas';
import { toInvitationRow } from './rules/invitation';

type Listed = Output<'registry', 'listInvitations'>;

export const listInvitations: Action<Input<'registry', 'listInvitations'>, Listed> = {
  write: false,
  input: invitationInputs.listInvitations,
  async run({ township, openid }, { state, after }) {
    const found = await readInvitations(township, state, { after, limit: LIMITS.page });
    const rows = found.map((each) => toInvitationRow(each, decryptField(each.name), openid));
    const last = found.length === LIMITS.page ? found.at(-1) : undefined;
    return ok({ rows, ...(last && { next: last.seq }) });
  },
};
