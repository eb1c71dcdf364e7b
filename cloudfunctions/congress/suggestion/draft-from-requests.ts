import { OFFICE } from '../../../miniprogram/contract/roles';
import type { Input, Output } from '../../../miniprogram/contract/wire';
import { listRoles } from '../../registry/invitations/grants-store';
import { recallTownship } from '../../registry/store';
import type { Reader } from '../../request/view/rules/reader';
import { readRequests } from '../../request/store';
import { toLocalDate } from '../../shared/china-time';
import { ok, refuse } from '../../shared/errors';
import type { Action } from '../../shared/serve';
import { readersOf } from './rules/known-requests';
import { clusterInput } from './schemas';

type Draft = Output<'congress', 'draftFromRequests'>;

/** Who may draw from it: whoever reads it as what they have, follow or lead, by the one rule of reading, or as the office. */
const READERS: readonly Reader[] = ['owner', 'follower', 'leader', 'office'];

function nameOf(rows: readonly { id: string; name: string }[], id: string): string {
  return rows.find((row) => row.id === id)?.name ?? '';
}

/** What they have in common, in the office's words: villages, category, how many. No villager's text. */
export const draftFromRequests: Action<Input<'congress', 'draftFromRequests'>, Draft> = {
  write: false,
  input: clusterInput,
  async run(call, { township, requests }) {
    const [known, found, office] = await Promise.all([
      recallTownship(township, call.now),
      readRequests(township, [...new Set(requests)]),
      listRoles(call, OFFICE),
    ]);
    const { admitted } = call;
    if (!known || !admitted) return refuse('not-found');
    const { directory } = known;
    const today = toLocalDate(call.now);
    const held = [admitted, ...office];
    const seen = found.filter((request) =>
      readersOf(held, request, directory, today).some((reader) => READERS.includes(reader)),
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
