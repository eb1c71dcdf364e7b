import type { Answer, Input, Output } from '../../../miniprogram/contract/wire';
import { OFFICE } from '../../../miniprogram/contract/roles';
import { asOneOf } from '../../registry/invitations/grants-store';
import { recallTownship } from '../../registry/store';
import { toLocalDate } from '../../shared/china-time';
import { ok, refuse } from '../../shared/errors';
import type { Action, Call } from '../../shared/serve';
import { isOffice } from '../activities/act-on-activity';
import { readStudies } from '../activities/store';
import { dutyInputs } from '../schemas';
import { toStudyGrid } from './rules/study-grid';

type Asked = Input<'duty', 'studyGrid'>;
type Grid = Output<'duty', 'studyGrid'>;

/** One read after admit while the directory is fresh; one more for whoever was not admitted as the office. */
async function run(caller: Call, { township, year }: Asked): Promise<Answer<Grid>> {
  const call = await asOneOf(caller, OFFICE);
  const known = await recallTownship(township, call.now);
  if (!known) return refuse('not-found');
  const own = call.admitted?.group;
  const groups = known.directory.groups.map(({ id }) => id).filter((id) => isOffice(call) || id === own);
  const list = isOffice(call) ? 'all' : `group.${own ?? ''}`;
  const studies = await readStudies(township, `${list}.study`, year);
  return ok({ groups, cells: toStudyGrid(studies, toLocalDate(call.now)) });
}

export const studyGrid: Action<Asked, Grid> = { write: false, input: dutyInputs.studyGrid, run };
