import type { FactQuery } from '../../../miniprogram/contract/facts';
import { LEADERS, OVERSEERS } from '../../../miniprogram/contract/roles';
import { listRoles } from '../../registry/invitations/grants-store';
import type { Call } from '../../shared/serve';

type Asked = Pick<FactQuery, 'by'>;

/** The office and the presidium everything; a leader what the own group did; others what they did themselves. */
export function mayAsk({ admitted }: Pick<Call, 'admitted'>, { by }: Asked): boolean {
  if (!admitted) return false;
  const { role, person, group } = admitted;
  if (OVERSEERS.includes(role)) return true;
  if (by?.dimension === 'person') return person !== undefined && by.value === person;
  return role === 'leader' && by?.dimension === 'group' && group !== undefined && by.value === group;
}

/** Numbers alone, by whichever of the caller's roles may: one call more where the one that admitted them may not. */
export async function mayCount(call: Call, queries: readonly Asked[]): Promise<boolean> {
  const may = (as: Pick<Call, 'admitted'>) => queries.every((query) => mayAsk(as, query));
  if (may(call)) return true;
  return (await listRoles(call, [...OVERSEERS, ...LEADERS])).some((admitted) => may({ admitted }));
}
