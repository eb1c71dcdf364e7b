import { KINDS } from '../../../miniprogram/contract/activity-kinds';
import type { PrintedFile } from '../../../miniprogram/contract/report';
import type { Answer, Input } from '../../../miniprogram/contract/wire';
import { openSaid, readActivity } from '../../duty/activities/store';
import type { ActivityDocument } from '../../duty/activities/rules/activity-document';
import { openOpinion } from '../../duty/opinions/open-opinion';
import { nameOf, type Directory } from '../../registry/directory/rules/directory';
import { recallTownship } from '../../registry/store';
import { refuse } from '../../shared/errors';
import type { Action, Call } from '../../shared/serve';
import { handOut } from './hand-out';
import { makeActivityPaper, type PaperOpinion } from './rules/activity-papers';
import { reportInputs } from './schemas';

type Asked = Input<'report', 'activityPaper'>;

function opinionsOf({ units }: Directory, { opinions }: ActivityDocument, call: Call): PaperOpinion[] {
  return Object.entries(opinions).map(([id, stored]) => {
    const { site, words, unit, due, state, answer, followed } = openOpinion(id, stored, call);
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
  if (paper === 'findings' && KINDS[found.kind].heading !== 'inspections') return refuse('wrong-state');
  const said = openSaid(found);
  const { directory } = known;
  const printed = Object.assign({}, found, { said, opinions: opinionsOf(directory, found, call) });
  return handOut(township, makeActivityPaper(directory, printed, paper));
}

export const activityPaper: Action<Asked, PrintedFile> = {
  write: false,
  input: reportInputs.activityPaper,
  run,
};
