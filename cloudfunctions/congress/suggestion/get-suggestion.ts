import type { SuggestionView } from '../../../miniprogram/contract/congress/suggestion';
import { WITH_SUGGESTIONS } from '../../../miniprogram/contract/roles';
import type { Input } from '../../../miniprogram/contract/wire';
import { settingsOf } from '../../registry/directory/rules/settings';
import { recallTownship } from '../../registry/store';
import { readRequests } from '../../request/store';
import { toLocalDate } from '../../shared/china-time';
import { ok, refuse } from '../../shared/errors';
import type { Action } from '../../shared/serve';
import { callersOf } from './act-on-suggestion';
import { maySee } from './rules/actors';
import { toSuggestionView } from './rules/view';
import { oneInput } from './schemas';
import { readSuggestion } from './store';

type Asked = Input<'congress', 'suggestion'>;

/** Two calls, one more where it grew out of requests. Whoever may not see it finds nothing. */
export const suggestion: Action<Asked, SuggestionView> = {
  write: false,
  input: oneInput,
  async run(call, asked) {
    const [known, callers, found] = await Promise.all([
      recallTownship(asked.township, call.now),
      callersOf(call, WITH_SUGGESTIONS),
      readSuggestion(asked.township, asked.suggestion),
    ]);
    if (!known || !found) return refuse('not-found');
    const { governmentUnit } = settingsOf(known.directory.settings);
    const seeing = callers.filter((caller) => maySee(caller, found, governmentUnit));
    if (seeing.length === 0) return refuse('not-found');
    const requests = found.requests.length === 0 ? [] : await readRequests(call.township, found.requests);
    return ok(toSuggestionView(known.directory, found, requests, seeing, toLocalDate(call.now)));
  },
};
