import type { Route, RouteQuestion } from '../../../miniprogram/contract/request';
import { recallTownship } from '../../registry/store';
import { toLocalDate } from '../../shared/china-time';
import { ok, refuse } from '../../shared/errors';
import type { Action } from '../../shared/serve';
import { decideRoute, findUnknown, toRoute } from './rules/decide-route';
import { routeQuestion } from '../submit/schemas';

export const previewRoute: Action<RouteQuestion, Route> = {
  write: false,
  input: routeQuestion,
  async run({ now }, question) {
    const known = await recallTownship(question.township, now);
    if (!known) return refuse('not-found');
    const field = findUnknown(known.directory, question);
    if (field !== undefined) return refuse('bad-input', { field });
    const decision = decideRoute(known.directory, known.openByPerson, question, toLocalDate(now));
    return ok(toRoute(known.directory, decision));
  },
};
