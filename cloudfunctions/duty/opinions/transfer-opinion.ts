import { DUTY_LIMITS } from '../../../miniprogram/contract/duty';
import type { Answer, Input, Output } from '../../../miniprogram/contract/wire';
import { recallTownship } from '../../registry/store';
import { toLocalDate } from '../../shared/china-time';
import { encryptField, hashParts } from '../../shared/cipher';
import { absent, put } from '../../shared/conditions';
import { ok, refuse } from '../../shared/errors';
import type { Action, Call } from '../../shared/serve';
import { dutyInputs } from '../schemas';
import { workingDaysFrom } from './act-on-opinion';
import { actOnActivity, findRepeated, putLists } from '../activities/act-on-activity';
import type { StoredOpinion } from '../activities/rules/activity-document';
import { readActivity } from '../activities/store';

type Asked = Input<'duty', 'transferOpinion'>;
type Transferred = Output<'duty', 'transferOpinion'>;

/** One read and one write after admit. Refusals: not-found, bad-input (no such unit, a day that is past), wrong-state. */
async function run(call: Call, input: Asked): Promise<Answer<Transferred>> {
  const { township, activity: id, site, words, unit } = input;
  const [known, before] = await Promise.all([recallTownship(township, call.now), readActivity(township, id)]);
  if (!known || !before) return refuse('not-found');
  const repeated = findRepeated(call, before);
  if (repeated) return repeated === 'reused' ? refuse('key-reused') : ok({ opinion: repeated.answer });
  if (!known.directory.units.some((each) => each.id === unit)) return refuse('bad-input', { field: 'unit' });
  const after = workingDaysFrom(known, call);
  const due = input.due ?? after('opinionReplyDays');
  if (due < toLocalDate(call.now)) return refuse('bad-input', { field: 'due' });
  if (Object.keys(before.opinions).length >= DUTY_LIMITS.opinions)
    return refuse('too-many-rows', { max: DUTY_LIMITS.opinions });
  const opinion = `o${hashParts(['opinion', id, call.account, call.key], 12)}`;
  const said = encryptField(JSON.stringify({ site, words }));
  const returnBy = after('unitReturnDays');
  const stored: StoredOpinion = { unit, due, state: 'transferred', said, returnBy };
  const opinions = Object.assign({}, before.opinions, { [opinion]: stored });
  const plan = {
    act: 'transfer-opinion',
    event: 'opinion-transferred',
    where: { edition: before.edition, state: 'held', [`opinions.${opinion}`]: absent },
    changes: {
      [`opinions.${opinion}`]: put(stored),
      lists: putLists(Object.assign({}, before, { opinions })),
    },
    about: { unit, opinion },
    answer: opinion,
  };
  const done = await actOnActivity(call, id, plan, (read) =>
    read.state === 'held'
      ? refuse('activity-changed', { edition: read.edition })
      : refuse('wrong-state', { state: read.state }),
  );
  return done.ok ? ok({ opinion }) : done;
}

export const transferOpinion: Action<Asked, Transferred> = {
  write: true,
  input: dutyInputs.transferOpinion,
  run,
};
