import type { Answer, Input, Output } from '../../../miniprogram/contract/wire';
import { recallTownship } from '../../registry/store';
import { membersOn } from '../../registry/directory/rules/directory';
import { addMonths, toLocalDate } from '../../shared/china-time';
import { ok, refuse } from '../../shared/errors';
import type { Action, Call } from '../../shared/serve';
import { readActive } from '../ledger/store';
import { dutyInputs } from '../schemas';
import { findQuiet, listDeputies } from './rules/quiet-deputies';

type Asked = Input<'duty', 'quietDeputies'>;
type Quiet = Output<'duty', 'quietDeputies'>;

/** Three calls after admit, however much is noted. */
async function run(call: Call, { township, months }: Asked): Promise<Answer<Quiet>> {
  const known = await recallTownship(township, call.now);
  if (!known) return refuse('not-found');
  const today = toLocalDate(call.now);
  const members = membersOn(known.directory.people, today);
  const active = await readActive(township, listDeputies(members), {
    from: addMonths(today, -months),
    to: today,
  });
  return ok({ persons: findQuiet(members, active) });
}

export const quietDeputies: Action<Asked, Quiet> = { write: false, input: dutyInputs.quietDeputies, run };
