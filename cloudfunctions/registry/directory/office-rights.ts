/** Somebody of several roles is admitted by one of them; where that one does not reach, the others count. */
import type { Role } from '../../../miniprogram/contract/registry';
import type { Call } from '../../shared/serve';
import { listRoles } from '../invitations/store';

/** No call where the role that admitted is one of these, one otherwise. */
export async function holdsOne(call: Call, roles: readonly Role[]): Promise<boolean> {
  if (call.admitted && roles.includes(call.admitted.role)) return true;
  return (await listRoles(call.township, call.openid, roles)).length > 0;
}
