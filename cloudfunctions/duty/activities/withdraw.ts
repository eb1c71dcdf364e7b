import type { Recorded } from '../../../miniprogram/contract/duty';
import type { Answer, Input } from '../../../miniprogram/contract/wire';
import { OFFICE } from '../../../miniprogram/contract/roles';
import { orAs } from '../../registry/invitations/grants-store';
import { not, put, type Where } from '../../shared/conditions';
import { ok, refuse } from '../../shared/errors';
import type { Action, Call } from '../../shared/serve';
import { dutyInputs } from '../schemas';
import { actOnActivity, isOffice, toRecorded } from './act-on-activity';
import { actorOf } from '../../shared/act';

type Asked = Input<'duty', 'withdraw'>;

/** One call after admit. */
async function run(call: Call, { activity: id, reason }: Asked): Promise<Answer<Recorded>> {
  const own: Where = isOffice(call) ? {} : { by: actorOf(call) };
  const where: Where = { ...own, state: not('withdrawn') };
  const plan = {
    act: 'withdraw',
    event: 'activity-withdrawn',
    where,
    changes: { state: put('withdrawn') },
    words: reason,
  };
  const done = await actOnActivity(call, id, plan, (read) =>
    isOffice(call) || read.by === actorOf(call)
      ? refuse('wrong-state', { state: read.state })
      : refuse('not-found'),
  );
  return done.ok ? ok(toRecorded(done.data)) : done;
}

export const withdraw: Action<Asked, Recorded> = {
  write: true,
  input: dutyInputs.withdraw,
  run: (call, input) => orAs(call, OFFICE, (as) => run(as, input)),
};
