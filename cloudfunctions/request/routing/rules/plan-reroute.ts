/** Sending what nobody has taken yet the way of today's table, where the office asked for it. */
import { routeRequest } from '../../../registry/routing/rules/route-request';
import { decideRoute } from './decide-route';
import { clockAfter, systemContext, type ClockStep, type Known } from '../../life/rules/plan-clock';
import { giveTo } from '../../life/rules/plan-owner';
import type { RequestDocument } from '../../rules/request-document';

/** Somebody chose who should have it: the villager, the leader, the office. */
const BY_HAND: ReadonlySet<string> = new Set(['handOver', 'reassign', 'keep']);

function wasChosen({ route, steps }: RequestDocument): boolean {
  const kept = route.ownerRule === 'named' || route.ownerRule === 'discipline';
  return route.rule === 'chosen' || kept || steps.some(({ act }) => BY_HAND.has(act));
}

/**
 * Undefined: it stays where it is, because it is taken, because a person chose, or because the table still says the
 * same group. Done twice it is done once: after the first time the group is the table's.
 */
export function rerouteStep(request: RequestDocument, known: Known, now: number): ClockStep | undefined {
  if (request.state !== 'submitted' || wasChosen(request)) return undefined;
  const context = systemContext(request, known, now);
  const { directory, today } = context;
  const { group = '' } = routeRequest(directory, requestOf(request), today);
  if (group === request.group) return undefined;
  const { owner, home, route } = decideRoute(directory, context.openByPerson, requestOf(request), today);
  const given = giveTo(owner, { ...request, group }, context);
  const set = { ...given.set, home, route, deputy: owner.person };
  const plan = { ...given, set, words: route.words };
  return { act: 'reroute', event: 'request-handed-over', plan, clockOn: clockAfter(request, plan) };
}

/** What was asked, without the choices that were the villager's. */
function requestOf({ village, villagerGroup, category, privacy, recused }: RequestDocument) {
  return {
    village,
    category,
    privacy,
    recused,
    ...(villagerGroup !== undefined && { villagerGroup }),
  };
}
