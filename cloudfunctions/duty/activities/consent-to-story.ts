import type { Answer, Input, Output } from '../../../miniprogram/contract/wire';
import { drop, put } from '../../shared/conditions';
import { ok, refuse } from '../../shared/errors';
import type { Action, Call } from '../../shared/serve';
import { dutyInputs } from '../schemas';
import { actOnActivity, findRepeated } from './act-on-activity';
import { mayConsent } from './rules/story';
import { readActivity } from './store';

type Asked = Input<'duty', 'consentToStory'>;
type Done = Output<'duty', 'consentToStory'>;

/** One read and one write on its edition, after admit. */
async function run(call: Call, { township, activity: id, consent }: Asked): Promise<Answer<Done>> {
  const person = call.admitted?.person;
  const before = await readActivity(township, id);
  if (!before || person === undefined || !before.persons.includes(person)) return refuse('not-found');
  const repeated = findRepeated(call, before);
  if (repeated) return repeated === 'reused' ? refuse('key-reused') : ok({ consent });
  if (!mayConsent(before, person)) return refuse('wrong-state', { state: before.state });
  const plan = {
    act: consent ? 'agree-to-story' : 'refuse-story',
    event: 'story-consent',
    where: { edition: before.edition },
    changes: { story: consent ? put(person) : drop },
  };
  const done = await actOnActivity(call, id, plan, (read) =>
    refuse('activity-changed', { edition: read.edition }),
  );
  return done.ok ? ok({ consent }) : done;
}

export const consentToStory: Action<Asked, Done> = { write: true, input: dutyInputs.consentToStory, run };
