import type { FactQuery } from '../../../miniprogram/contract/facts';
import { OVERSEERS } from '../../../miniprogram/contract/roles';
import type { Call } from '../../shared/serve';

/** The office and the presidium everything; a leader what the own group did; others what they did themselves. */
export function mayAsk({ admitted }: Pick<Call, 'admitted'>, { by }: Pick<FactQuery, 'by'>): boolean {
  if (!admitted) return false;
  const { role, person, group } = admitted;
  if (OVERSEERS.includes(role)) return true;
  if (by?.dimension === 'person') return person !== undefined && by.value === person;
  return role === 'leader' && by?.dimension === 'group' && group !== undefined && by.value === group;
}
