import type { Answer, Input, Output } from '../../../miniprogram/contract/wire';
import { LIMITS } from '../../../miniprogram/contract/limits';
import { OFFICE } from '../../../miniprogram/contract/roles';
import { asOneOf } from '../../registry/invitations/grants-store';
import { recallTownship } from '../../registry/store';
import { toLocalDate } from '../../shared/china-time';
import { ok, refuse } from '../../shared/errors';
import type { Action, Call } from '../../shared/serve';
import { isOffice } from '../activities/act-on-activity';
import { readStudies, readStudyPage } from '../activities/store';
import { dutyInputs } from '../schemas';
import { toStudyGrid } from './rules/study-grid';

type Asked = Input<'duty', 'studyGrid'>;
type Grid = Output<'duty', 'studyGrid'>;

/**
 * One read after admit while the directory is fresh; one more for whoever was not admitted as the office. `inParts`: the
 * cells of one page of meetings, which add up with those of the others.
 */
async function run(caller: Call, { township, year, inParts, after }: Asked): Promise<Answer<Grid>> {
  const call = await asOneOf(caller, OFFICE);
  const known = await recallTownship(township, call.now);
  if (!known) return refuse('not-found');
  const own = call.admitted?.group;
  const groups = known.directory.groups.map(({ id }) => id).filter((id) => isOffice(call) || id === own);
  const list = isOffice(call) ? 'all' : `group.${own ?? ''}`;
  const wanted = { list: `${list}.study`, year, after };
  const { studies, next } = inParts
    ? await readStudyPage(township, wanted, LIMITS.page)
    : { studies: await readStudies(township, wanted.list, year), next: undefined };
  const cells = toStudyGrid(studies, toLocalDate(call.now));
  return ok({ groups: after === undefined ? groups : [], cells, ...(next !== undefined && { next }) });
}

export const studyGrid: Action<Asked, Grid> = { write: false, input: dutyInputs.studyGrid, run };
