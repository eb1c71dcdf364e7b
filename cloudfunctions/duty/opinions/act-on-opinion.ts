/** One step of a 视察意见: by the unit that has it, or by the office for the presidium. */
import { WITH_OPINIONS } from '../../../miniprogram/contract/roles';
import type { Answer, Input, Output } from '../../../miniprogram/contract/wire';
import { listRoles } from '../../registry/invitations/grants-store';
import { settingsOf } from '../../registry/directory/rules/settings';
import { recallTownship, type Township } from '../../registry/store';
import { addWorkingDays, holidaysOf } from '../../request/life/rules/deadline';
import { actorOf } from '../../shared/act';
import { toLocalDate } from '../../shared/china-time';
import { encryptField } from '../../shared/cipher';
import { put } from '../../shared/conditions';
import { ok, refuse } from '../../shared/errors';
import { takeStep } from '../../shared/life/take-step';
import type { Action, Call } from '../../shared/serve';
import { changesOf, findRepeated, putLists } from '../activities/act-on-activity';
import type { ActivityDocument, StoredOpinion } from '../activities/rules/activity-document';
import { changeActivity, readActivity } from '../activities/store';
import { dutyInputs } from '../schemas';
import { opinionCallers, toCaller } from './open-opinion';
import { OPINION_LIFE, type OpinionSetting } from './rules/life-cycle';
import { afterStep } from './rules/take-step';

type Asked = Input<'duty', 'actOnOpinion'>;
type Acted = Output<'duty', 'actOnOpinion'>;

const KEPT_WORDS: ReadonlySet<string> = new Set([
  'reassign',
  'proposeKey',
  'supervise',
  'declineKey',
  'endSupervise',
]);

interface Read {
  activity: ActivityDocument;
  before: StoredOpinion;
}

/** The day so many working days from today as a setting says. */
export function workingDaysFrom({ directory }: Township, call: Pick<Call, 'now'>) {
  const settings = settingsOf(directory.settings);
  const [today, holidays] = [toLocalDate(call.now), holidaysOf(directory)];
  return (setting: OpinionSetting) => addWorkingDays(today, settings[setting], holidays);
}

function replay(call: Call, { activity, before }: Read, opinion: string): Answer<Acted> | undefined {
  const repeated = findRepeated(call, activity);
  if (!repeated) return undefined;
  return repeated === 'reused' ? refuse('key-reused') : ok({ opinion, state: before.state, due: before.due });
}

/** The one write, on the edition that was read; undefined: somebody else's came in between. */
async function write(
  call: Call,
  known: Township,
  { opinion, step }: Asked,
  { activity, before }: Read,
): Promise<Answer<Acted> | undefined> {
  if (step.act === 'reassign' && !known.directory.units.some(({ id }) => id === step.unit))
    return refuse('bad-input', { field: 'step.unit' });
  const [today, after] = [toLocalDate(call.now), workingDaysFrom(known, call)];
  const next = afterStep(before, step, { today, after, seal: encryptField, by: actorOf(call) });
  const opinions = Object.assign({}, activity.opinions, { [opinion]: next });
  const { act } = step;
  const changes = changesOf(call, activity._id, {
    act: `opinion-${act}`,
    event: OPINION_LIFE.table[act].event,
    changes: {
      [`opinions.${opinion}`]: put(next),
      lists: putLists(Object.assign({}, activity, { opinions })),
    },
    about: { unit: next.unit, opinion },
    // Why another unit has it, or why it is overseen, stands nowhere else.
    ...(KEPT_WORDS.has(act) && 'words' in step && { words: step.words }),
  });
  const where = { edition: activity.edition };
  const written = await changeActivity(call.township, activity._id, where, changes);
  return written && ok({ opinion, state: next.state, due: next.due });
}

/** One read and one write after admit, two more for each write that came in between. */
async function run(call: Call, asked: Asked): Promise<Answer<Acted>> {
  const { township, activity: id, opinion, step } = asked;
  const known = await recallTownship(township, call.now);
  if (!known) return refuse('not-found');
  const callers = opinionCallers(call);
  return takeStep({
    life: OPINION_LIFE,
    act: step.act,
    call,
    callers,
    widen: async () => ok((await listRoles(call, WITH_OPINIONS)).map(toCaller)),
    async read() {
      const activity = await readActivity(township, id);
      const before = activity?.state === 'held' ? activity.opinions[opinion] : undefined;
      return activity && before && { activity, before };
    },
    replay: (read) => replay(call, read, opinion),
    refuseStranger: (actors) => refuse(actors.length === 0 ? 'not-allowed' : 'not-found'),
    attempt: (_standing, read) => (read ? write(call, known, asked, read) : Promise.resolve(undefined)),
  });
}

export const actOnOpinion: Action<Asked, Acted> = { write: true, input: dutyInputs.actOnOpinion, run };
