import type { Answer, Input, Output } from '../../../miniprogram/contract/wire';
import { toLocalDate } from '../../shared/china-time';
import { encryptField } from '../../shared/cipher';
import { put } from '../../shared/conditions';
import { ok, refuse } from '../../shared/errors';
import type { Action, Call } from '../../shared/serve';
import { dutyInputs } from '../schemas';
import { actOnActivity } from './act-on-activity';

type Asked = Input<'duty', 'answerOpinion'>;
type Answered = Output<'duty', 'answerOpinion'>;

/** One call after admit. */
async function run(call: Call, { activity: id, opinion, words }: Asked): Promise<Answer<Answered>> {
  const unit = call.admitted?.unit ?? '';
  const at = `opinions.${opinion}`;
  const plan = {
    act: 'answer-opinion',
    event: 'opinion-answered',
    where: { [`${at}.unit`]: unit, [`${at}.state`]: 'transferred' },
    changes: {
      [`${at}.state`]: put('answered'),
      [`${at}.answer`]: put(encryptField(words)),
      [`${at}.answeredOn`]: put(toLocalDate(call.now)),
    },
    about: { unit, opinion },
  };
  const done = await actOnActivity(call, id, plan, (read) => {
    const found = read.opinions[opinion];
    return found?.unit === unit ? refuse('wrong-state', { state: found.state }) : refuse('not-found');
  });
  return done.ok ? ok({ opinion, state: 'answered' }) : done;
}

export const answerOpinion: Action<Asked, Answered> = { write: true, input: dutyInputs.answerOpinion, run };
