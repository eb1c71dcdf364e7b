import type { FactQuery } from '../../../miniprogram/contract/facts';
import { OVERSEERS } from '../../../miniprogram/contract/roles';
import { roleThatMay } from '../../registry/invitations/grants-store';
import type { Admitted, Call } from '../../shared/serve';
import { RECORD_READERS } from '../record/rules/record-rights';

type Asked = Pick<FactQuery, 'by'>;

/** The office and the presidium everything; a leader what the own group did; others what they did themselves. */
function mayAsk({ role, person, group }: Admitted, { by }: Asked): boolean {
  if (OVERSEERS.includes(role)) return true;
  if (by?.dimension === 'person') return person !== undefined && by.value === person;
  return role === 'leader' && by?.dimension === 'group' && group !== undefined && by.value === group;
}

/** Every one of the queries, by whichever of the caller's roles may. */
export async function mayAskAll(call: Call, queries: readonly Asked[]): Promise<boolean> {
  const role = await roleThatMay(call, RECORD_READERS, (admitted) =>
    queries.every((query) => mayAsk(admitted, query)),
  );
  return role !== undefined;
}
