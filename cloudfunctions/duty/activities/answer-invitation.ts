import type { Answer, Input, Output } from '../../../miniprogram/contract/wire';
import { encryptField } from '../../shared/cipher';
import { exists, put } from '../../shared/conditions';
import { ok, refuse } from '../../shared/errors';
import type { Action, Call } from '../../shared/serve';
import { dutyInputs } from '../schemas';
import { actOnActivity } from './act-on-activity';

type Asked = Input<'duty', 'answerInvitation'>;
type Answered = Output<'duty', 'answerInvitation'>;

const EVENTS = {
  coming: 'invitation-accepted',
  leave: 'leave-asked',
};

/** One call after admit. A leave needs its reason. */
async function run(call: Call, { activity: id, answer: said, words }: Asked): Promise<Answer<Answered>> {
  const person = call.admitted?.person;
  if (person === undefined) return refuse('not-found');
  if (said === 'leave' && words === undefined) return refuse('bad-input', { field: 'words' });
  const answer = said === 'coming' ? 'coming' : 'leave-asked';
  const stored = { a: answer, ...(words !== undefined && said === 'leave' && { w: encryptField(words) }) };
  const plan = {
    act: said,
    event: EVENTS[said],
    where: { state: 'planned', [`invited.${person}`]: exists },
    changes: { [`invited.${person}`]: put(stored) },
    about: { person },
  };
  const done = await actOnActivity(call, id, plan, (read) =>
    person in read.invited ? refuse('wrong-state', { state: read.state }) : refuse('not-found'),
  );
  return done.ok ? ok({ answer: done.data.invited[person]?.a ?? answer }) : done;
}

export const answerInvitation: Action<Asked, Answered> = {
  write: true,
  input: dutyInputs.answerInvitation,
  run,
};
