import type { FactQuery } from '../../../miniprogram/contract/facts';
import { LEADERS, OVERSEERS } from '../../../miniprogram/contract/roles';
import { listRoles } from '../../registry/invitations/grants-store';
import type { Admitted, Call } from '../../shared/serve';

type Asked = Pick<FactQuery, 'by'>;

/** The office and the presidium everything; a leader what the own group did; others what they did themselves. */
function mayAskAs({ role, person, group }: Admitted, { by }: Asked): boolean {
  if (OVERSEERS.includes(role)) return true;
  if (by?.dimension === 'person') return person !== undefined && by.value === person;
  return role === 'leader' && by?.dimension === 'group' && group !== undefined && by.value === group;
}

/** By one role of the caller's: no call where it is the one that admitted them, one otherwise. */
export async function mayAsk(call: Call, queries: readonly Asked[]): Promise<boolean> {
  const may = (as: Admitted) => queries.every((query) => mayAskAs(as, query));
  if (call.admitted && may(call.admitted)) return true;
  return (await listRoles(call, [...OVERSEERS, ...LEADERS])).some(may);
}
