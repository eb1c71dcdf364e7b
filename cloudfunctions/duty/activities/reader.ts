import { actorOf } from '../../shared/act';
import type { Call } from '../../shared/serve';
import { isOffice } from './act-on-activity';
import type { Reader } from './rules/activity-view';

/** Whoever reads activities and what belongs to them. */
export function readerOf(call: Call): Reader {
  const { group, role } = call.admitted ?? {};
  return {
    actor: actorOf(call),
    office: isOffice(call),
    leader: role === 'leader',
    ...(group !== undefined && { group }),
  };
}
