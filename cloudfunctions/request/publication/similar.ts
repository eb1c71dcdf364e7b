import { LIMITS } from '../../../miniprogram/contract/limits';
import type { RequestListActions } from '../../../miniprogram/contract/request-lists';
import { settingsOf } from '../../registry/directory/rules/settings';
import { recallTownship } from '../../registry/store';
import { DAY_MS, toLocalDate } from '../../shared/china-time';
import { ok, refuse } from '../../shared/errors';
import type { Action } from '../../shared/serve';
import { isHiddenFrom, knownTo } from '../../shared/visibility';
import { oneInput } from '../lists/schemas';
import { toCard } from '../lists/rules/request-card';
import { likenessOf } from '../lists/rules/words';
import { placeToken } from '../lists/tokens';
import { readList, readRequest } from '../store';

type Similar = RequestListActions['similar'];
/** Looked at: of one place and category within the days of the setting. */
const LOOKED_AT = 60;

function wordsOf({ title = '', text = '' }: { title?: string; text?: string }): string {
  return `${title}\n${text}`;
}

/** Two calls after admit. */
export const similar: Action<Similar['input'], Similar['output']> = {
  write: false,
  input: oneInput,
  async run({ township, now, admitted }, asked) {
    const [known, request] = await Promise.all([
      recallTownship(township, now),
      readRequest(township, asked.request),
    ]);
    if (!known || !request || isHiddenFrom(admitted?.person, request, known.directory))
      return refuse('not-found');
    const { similarDays } = settingsOf(known.directory.settings);
    const floor = String(now - similarDays * DAY_MS).padStart(13, '0');
    const where = { tokens: placeToken(request.place), ...knownTo(admitted?.person) };
    const rows = await readList(township, { where, by: 'seq', newest: true, limit: LOOKED_AT, floor });
    const today = toLocalDate(now);
    const requests = rows
      .filter(({ open, seq }) => open && seq < request.seq)
      .map((row) => ({
        ...toCard(row, known.directory, 'office', today),
        likeness: Math.round(likenessOf(wordsOf(request), wordsOf(row)) * 100),
      }))
      .sort((one, other) => other.likeness - one.likeness)
      .slice(0, LIMITS.foundRequests);
    return ok({ requests });
  },
};
