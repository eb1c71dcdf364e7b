import type { FactQuery } from '../../../miniprogram/contract/facts';
import { LEADERS, OVERSEERS } from '../../../miniprogram/contract/roles';
import { listRoles } from '../../registry/invitations/grants-store';
import type { Admitted, Call } from '../../shared/serve';

type Asked = Pick<FactQuery, 'by'>;

/** The office and the presidium everything; a leader what the own group did; others what they did themselves. */
function mayAsk({ role, person, group }: Admitted, { by }: Asked): boolean {
  if (OVERSEERS.includes(role)) return true;
  if (by?.dimension === 'person') return person !== undefined && by.value === person;
  return role === 'leader' && by?.dimension === 'group' && group !== undefined && by.value === group;
}

/** The role by which the caller may: the one that admitted them, or, one call more, another of theirs. */
export async function roleThatMay(
  call: Call,
  may: (role: Admitted) => boolean,
): Promise<Admitted | undefined> {
  if (call.admitted && may(call.admitted)) return call.admitted;
  return (await listRoles(call, [...OVERSEERS, ...LEADERS])).find(may);
}

/** Every one of the queries, by whichever of the caller's roles may. */
export async function mayAskAll(call: Call, queries: readonly Asked[]): Promise<boolean> {
  const role = await roleThatMay(call, (admitted) => queries.every((query) => mayAsk(admitted, query)));
  return role !== undefined;
}
