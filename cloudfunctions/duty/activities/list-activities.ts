import { LIMITS } from '../../../miniprogram/contract/limits';
import type { Answer, Input, Output } from '../../../miniprogram/contract/wire';
import { LEADERS, OFFICE } from '../../../miniprogram/contract/roles';
import { orAs } from '../../registry/invitations/grants-store';
import { addDays, toLocalDate } from '../../shared/china-time';
import { ok, refuse } from '../../shared/errors';
import type { Action, Call } from '../../shared/serve';
import { dutyInputs } from '../schemas';
import { isOffice } from './act-on-activity';
import { actorOf } from '../../shared/act';
import { listOf } from './rules/activity-document';
import { toCard } from './rules/activity-view';
import { openSaid, readActivities } from './store';

type Asked = Input<'duty', 'listActivities'>;
type Listed = Output<'duty', 'listActivities'>;

const AHEAD_DAYS = 62;

function whoseOf(call: Call, scope: Asked['scope']): string | undefined {
  const { role, group } = call.admitted ?? {};
  if (scope === 'mine') return `person.${actorOf(call)}`;
  if (scope === 'office') return isOffice(call) ? 'all' : undefined;
  return role === 'leader' && group !== undefined ? `group.${group}` : undefined;
}

/** One read after admit. Refusals: not-allowed (a scope that is not the caller's). */
async function run(call: Call, { township, scope, kind, after }: Asked): Promise<Answer<Listed>> {
  const whose = whoseOf(call, scope);
  if (whose === undefined) return refuse('not-allowed');
  // A year of studies is planned at once: what lies further ahead stands in the plan, not on top of what is done now.
  const near = kind === undefined ? `${addDays(toLocalDate(call.now), AHEAD_DAYS)}~` : undefined;
  const found = await readActivities(township, listOf(whose, kind), LIMITS.page, after ?? near);
  const next = found.length === LIMITS.page ? found.at(-1)?.seq : undefined;
  const activities = found.map((each) => toCard(each, openSaid(each), actorOf(call)));
  return ok({ activities, ...(next !== undefined && { next }) });
}

export const listActivities: Action<Asked, Listed> = {
  write: false,
  input: dutyInputs.listActivities,
  run: (call, input) => orAs(call, input.scope === 'group' ? LEADERS : OFFICE, (as) => run(as, input)),
};
