import type { Answer, Input, Output } from '../../../miniprogram/contract/wire';
import { recallTownship } from '../../registry/store';
import { membersOn } from '../../registry/directory/rules/directory';
import { addMonths, toLocalDate } from '../../shared/china-time';
import { ok, refuse } from '../../shared/errors';
import type { Action, Call } from '../../shared/serve';
import { readActive } from '../ledger/store';
import { dutyInputs } from '../schemas';
import { findQuiet } from './rules/quiet-deputies';

type Asked = Input<'duty', 'quietDeputies'>;
type Quiet = Output<'duty', 'quietDeputies'>;

/** One call for each 500 rows of the months, after admit. */
async function run(call: Call, { township, months }: Asked): Promise<Answer<Quiet>> {
  const known = await recallTownship(township, call.now);
  if (!known) return refuse('not-found');
  const today = toLocalDate(call.now);
  const active = await readActive(township, addMonths(today, -months), today);
  return ok({ persons: findQuiet(membersOn(known.directory.people, today), active) });
}

export const quietDeputies: Action<Asked, Quiet> = { write: false, input: dutyInputs.quietDeputies, run };
