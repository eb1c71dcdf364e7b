import type { SuggestionView } from '../../../miniprogram/contract/congress/suggestion';
import { WITH_SUGGESTIONS } from '../../../miniprogram/contract/roles';
import type { Input } from '../../../miniprogram/contract/wire';
import { settingsOf } from '../../registry/directory/rules/settings';
import { listRoles } from '../../registry/invitations/grants-store';
import { recallTownship } from '../../registry/store';
import { readRequests } from '../../request/store';
import { toLocalDate } from '../../shared/china-time';
import { ok, refuse } from '../../shared/errors';
import type { Action } from '../../shared/serve';
import { callerOf } from './act-on-suggestion';
import { maySee } from './rules/actors';
import { readersOf } from './rules/known-requests';
import { toSuggestionView } from './rules/view';
import { oneInput } from './schemas';
import { readSuggestion } from './store';

type Asked = Input<'congress', 'suggestion'>;

/**
 * Two calls, one more where it grew out of requests, of which it names those that this person reads. Whoever may not see
 * the suggestion finds nothing.
 */
export const suggestion: Action<Asked, SuggestionView> = {
  write: false,
  input: oneInput,
  async run(call, asked) {
    const [known, held, found] = await Promise.all([
      recallTownship(asked.township, call.now),
      listRoles(call, WITH_SUGGESTIONS),
      readSuggestion(asked.township, asked.suggestion),
    ]);
    if (!known || !found) return refuse('not-found');
    const { directory } = known;
    const today = toLocalDate(call.now);
    const { governmentUnit } = settingsOf(directory.settings);
    const callers = held.map((one) => callerOf(call, one));
    const seeing = callers.filter((caller) => maySee(caller, found, governmentUnit));
    if (seeing.length === 0) return refuse('not-found');
    const requests = found.requests.length === 0 ? [] : await readRequests(call.township, found.requests);
    const read = requests.filter((request) => readersOf(held, request, directory, today).length > 0);
    return ok(toSuggestionView(directory, found, read, seeing, today));
  },
};
