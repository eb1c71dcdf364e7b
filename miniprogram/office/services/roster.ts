/** reception (接访): the roster of a year, part by part. */
import type { Result } from '../../contract/result';
import type { RosterPart, RosterView } from '../../contract/roster';
import { ask } from '../../platform/cloud';
import { township } from '../../platform/whereabouts';

export function getRoster(year: number, of: RosterPart, after?: string): Promise<Result<RosterView>> {
  const more = after === undefined ? {} : { after };
  return ask('reception', 'roster', { township: township(), year, of, ...more });
}
