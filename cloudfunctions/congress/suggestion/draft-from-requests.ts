import { LEADERS, OFFICE } from '../../../miniprogram/contract/roles';
import type { Input, Output } from '../../../miniprogram/contract/wire';
import { holdsOne } from '../../registry/invitations/store';
import { recallTownship } from '../../registry/store';
import type { RequestDocument } from '../../request/rules/request-document';
import { readRequests } from '../../request/store';
import { ok, refuse } from '../../shared/errors';
import type { Action, Admitted } from '../../shared/serve';
import { isHiddenFrom } from '../../shared/visibility';
import { clusterInput } from './schemas';

type Draft = Output<'congress', 'draftFromRequests'>;

/** A deputy what they have or follow, a leader what the group's deputies have, the office all. */
function reaches({ role, person, group }: Admitted, request: RequestDocument, isOffice: boolean): boolean {
  if (isOffice) return true;
  if (person === undefined) return false;
  if (request.owner.person === person || request.deputy === person) return true;
  return LEADERS.includes(role) && request.group === group;
}

function nameOf(rows: readonly { id: string; name: string }[], id: string): string {
  return rows.find((row) => row.id === id)?.name ?? '';
}

/** What they have in common, in the office's words: villages, category, how many. No villager's text. */
export const draftFromRequests: Action<Input<'congress', 'draftFromRequests'>, Draft> = {
  write: false,
  input: clusterInput,
  async run(call, { township, requests }) {
    const [known, found, isOffice] = await Promise.all([
      recallTownship(township, call.now),
      readRequests(township, [...new Set(requests)]),
      holdsOne(call, OFFICE),
    ]);
    const { admitted } = call;
    if (!known || !admitted) return refuse('not-found');
    const { directory } = known;
    const seen = found.filter(
      (request) => !isHiddenFrom(admitted.person, request, directory) && reaches(admitted, request, isOffice),
    );
    const [first] = seen;
    if (!first || seen.length < new Set(requests).size) return refuse('not-found');
    const { categories, villages } = directory;
    const places = [...new Set(seen.map(({ village }) => nameOf(villages, village)))].join('、');
    const category = nameOf(categories, first.category);
    const numbers = seen.map(({ number }) => number).join('、');
    const title = `关于解决${places}${category}问题的建议`.slice(0, 60);
    const grounds = `${places}群众反映${category}方面的意见${String(seen.length)}件（编号${numbers}）。`;
    return ok({ title, grounds, category: first.category, requests: seen.map(({ _id }) => _id) });
  },
};
