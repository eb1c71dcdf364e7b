import type { Answer, Input, Output } from '../../../miniprogram/contract/wire';
import { OFFICE } from '../../../miniprogram/contract/roles';
import { orAs } from '../../registry/invitations/grants-store';
import { put, type Where } from '../../shared/conditions';
import { ok, refuse } from '../../shared/errors';
import type { Action, Call } from '../../shared/serve';
import { dutyInputs } from '../schemas';
import { actOnActivity, isOffice } from './act-on-activity';

type Asked = Input<'duty', 'decideLeave'>;
type Decided = Output<'duty', 'decideLeave'>;

/** A leader acts for the own group alone. */
export function ledBy(call: Call): Where {
  return isOffice(call) ? {} : { group: call.admitted?.group ?? '' };
}

/** One call after admit. */
async function run(call: Call, { activity: id, person, grant }: Asked): Promise<Answer<Decided>> {
  const answer = grant ? 'on-leave' : 'leave-refused';
  const plan = {
    act: grant ? 'grant-leave' : 'refuse-leave',
    event: 'leave-decided',
    where: { ...ledBy(call), state: 'planned', [`invited.${person}.a`]: 'leave-asked' },
    changes: { [`invited.${person}.a`]: put(answer) },
    about: { person },
  };
  const done = await actOnActivity(call, id, plan, (read) => {
    const ours = isOffice(call) || read.group === call.admitted?.group;
    return ours && person in read.invited
      ? refuse('wrong-state', { state: read.invited[person]?.a ?? read.state })
      : refuse('not-found');
  });
  return done.ok ? ok({ answer }) : done;
}

export const decideLeave: Action<Asked, Decided> = {
  write: true,
  input: dutyInputs.decideLeave,
  run: (call, input) => orAs(call, OFFICE, (as) => run(as, input)),
};
