import { isActivityKind, KINDS } from '../../../miniprogram/contract/activity-kinds';
import type { PrintedFile } from '../../../miniprogram/contract/report';
import type { Answer, Input } from '../../../miniprogram/contract/wire';
import { openOpinionWords, openSaid, readActivity } from '../../duty/activities/store';
import type { ActivityDocument } from '../../duty/activities/rules/activity-document';
import { nameOf, type Directory } from '../../registry/directory/rules/directory';
import { recallTownship } from '../../registry/store';
import { refuse } from '../../shared/errors';
import type { Action, Call } from '../../shared/serve';
import { handOut } from './hand-out';
import { makeActivityPaper, type PaperOpinion } from './rules/activity-papers';
import { reportInputs } from './schemas';

type Asked = Input<'report', 'activityPaper'>;

function opinionsOf({ units }: Directory, { opinions }: ActivityDocument): PaperOpinion[] {
  return Object.values(opinions).map((stored) => {
    const { site, words, answer, followed } = openOpinionWords(stored);
    const { unit, due, state } = stored;
    return {
      site,
      words,
      unit: nameOf(units, unit),
      due,
      state,
      ...(answer !== undefined && { answer }),
      ...(followed !== undefined && { followed }),
    };
  });
}

/**
 * One read after admit. The office's alone. Refusals: not-found (withdrawn, or a tied household's, of which nothing is
 * printed), wrong-state (a report of what was not inspected).
 */
async function run(call: Call, { township, activity: id, paper }: Asked): Promise<Answer<PrintedFile>> {
  const [known, found] = await Promise.all([recallTownship(township, call.now), readActivity(township, id)]);
  if (!known || !found || found.state === 'withdrawn' || found.kind === 'tied-help')
    return refuse('not-found');
  if (paper === 'findings' && !(isActivityKind(found.kind) && KINDS[found.kind].heading === 'inspections'))
    return refuse('wrong-state');
  const said = openSaid(found);
  const { directory } = known;
  const printed = Object.assign({}, found, { said, opinions: opinionsOf(directory, found) });
  return handOut(township, makeActivityPaper(directory, printed, paper));
}

export const activityPaper: Action<Asked, PrintedFile> = {
  write: false,
  input: reportInputs.activityPaper,
  run,
};
