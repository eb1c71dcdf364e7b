import type { PrintedFile } from '../../../miniprogram/contract/report';
import type { Input } from '../../../miniprogram/contract/wire';
import { readSessions } from '../../congress/session/store';
import { readSuggestions } from '../../congress/suggestion/store';
import { termOn } from '../../registry/directory/rules/directory';
import { recallTownship } from '../../registry/store';
import { toLocalDate } from '../../shared/china-time';
import { refuse } from '../../shared/errors';
import type { Action } from '../../shared/serve';
import { handOut } from './hand-out';
import { makeHandlingReport } from './rules/handling-report';
import { reportInputs } from './schemas';

/** A township's suggestions of a term: more than there are. */
const SUGGESTIONS = 500;

/** Counted from the last session that is over; two reads side by side. */
export const handlingReport: Action<Input<'report', 'handlingReport'>, PrintedFile> = {
  write: false,
  input: reportInputs.handlingReport,
  async run({ township, now }, { reader }) {
    const all = { where: { facets: 'all' }, by: 'seq', newest: true, limit: SUGGESTIONS } as const;
    const [known, sessions, suggestions] = await Promise.all([
      recallTownship(township, now),
      readSessions(township),
      readSuggestions(township, all),
    ]);
    if (!known) return refuse('not-found');
    const { directory } = known;
    const today = toLocalDate(now);
    const last = sessions.find(({ state, from }) => state === 'closed' && from <= today);
    const term = termOn(directory.terms, today);
    const report = makeHandlingReport(directory, {
      reader,
      since: last?.name ?? '',
      from: last?.from ?? term?.from ?? today,
      today,
      suggestions,
    });
    return handOut(township, report);
  },
};
