import { isOwnKind } from '../../../miniprogram/contract/activity-kinds';
import type { ActivityInput, Recorded } from '../../../miniprogram/contract/duty';
import type { Answer, Input } from '../../../miniprogram/contract/wire';
import { recallTownship } from '../../registry/store';
import { membersOn, type Directory } from '../../registry/directory/rules/directory';
import { toLocalDate } from '../../shared/china-time';
import { hashParts } from '../../shared/cipher';
import { ok, refuse } from '../../shared/errors';
import { bornWith } from '../../shared/outbox';
import type { Action, Call } from '../../shared/serve';
import { householdOf } from '../../shared/party';
import { dutyInputs } from '../schemas';
import { toRecorded } from './act-on-activity';
import { actorOf } from '../../shared/act';
import { listsOf, type ActivityDocument, type StoredInvited } from './rules/activity-document';
import { checkActivity, isPaused, type Wrong } from './rules/check-activity';
import { activityId, activitySeq, createActivity, readActivity, sealSaid } from './store';

type Asked = Input<'duty', 'note'>;

/** The parts of an activity that follow from what was typed; the same for a new one and a corrected one. */
export type Typed = Pick<
  ActivityDocument,
  | 'kind'
  | 'own'
  | 'date'
  | 'persons'
  | 'invited'
  | 'level'
  | 'group'
  | 'village'
  | 'category'
  | 'household'
  | 'tie'
  | 'people'
  | 'helped'
  | 'promised'
  | 'topicFrom'
  | 'tag'
  | 'entered'
  | 'said'
>;

const EVENTS = {
  planned: 'activity-planned',
  held: 'activity-noted',
};

/** The level of those who did it, where it is one; the group of one alone. */
function standingOf(persons: readonly string[], directory: Directory, date: string) {
  const members = membersOn(directory.people, date).filter(({ person }) => persons.includes(person));
  const levels = new Set(members.map(({ level }) => level));
  const groups = new Set(members.map(({ group }) => group));
  const [level] = levels;
  const [group] = groups;
  return {
    ...(levels.size === 1 && level !== undefined && { level }),
    ...(groups.size === 1 && group !== undefined && { group }),
  };
}

/** What a kind of the township's own means today stays with what is noted under it. */
function shapeToday(kind: ActivityInput['kind'], { ownKinds = [] }: Directory): Pick<Typed, 'own'> {
  const row = isOwnKind(kind) ? ownKinds.find(({ id }) => kind === `own-${id}`) : undefined;
  if (!row) return {};
  const { heading, pictures, fades } = row;
  return {
    own: { ...(heading && { heading }), ...(pictures && { pictures }), ...(fades && { fades }) },
  };
}

/** A tied household is one household behind its alias; nothing in it leads to a name. */
export function tiedHousehold(township: string, person: string, tie: string): string {
  return hashParts(['tied-household', township, person, tie]);
}

export function toTyped(call: Call, input: ActivityInput, directory: Directory): Typed {
  const { kind, date, village, category, household, people, helped, promised, topicFrom, tag } = input;
  const own = call.admitted?.person;
  const persons = input.persons ?? (own === undefined ? [] : [own]);
  const named = household && householdOf(call.township, { village: village ?? '', ...household });
  const hash = input.tie === undefined ? named : tiedHousehold(call.township, actorOf(call), input.tie);
  const standing = standingOf(persons, directory, date);
  // A leader learns of a tied household nothing but that there is one.
  const group = kind === 'tied-help' ? undefined : (input.group ?? standing.group);
  const invited = persons.map((person): [string, StoredInvited] => [person, { a: 'invited' }]);
  return {
    kind,
    ...shapeToday(kind, directory),
    date,
    persons: input.planned ? [] : persons,
    invited: input.planned ? Object.fromEntries(invited) : {},
    said: sealSaid(input),
    ...(standing.level !== undefined && { level: standing.level }),
    ...(group !== undefined && { group }),
    ...(village !== undefined && { village }),
    ...(category !== undefined && { category }),
    ...(hash !== undefined && { household: hash }),
    ...(people !== undefined && { people }),
    ...(helped && { helped }),
    ...(input.tie !== undefined && { tie: input.tie }),
    ...(promised !== undefined && { promised }),
    ...(topicFrom !== undefined && { topicFrom }),
    ...(tag !== undefined && { tag }),
    ...(input.entered && { entered: true as const }),
  };
}

export function refuseWrong(wrong: Wrong) {
  return wrong.code === 'not-allowed' ? refuse('not-allowed') : refuse('bad-input', { field: wrong.field });
}

export function bear(call: Call, input: ActivityInput, directory: Directory): ActivityDocument {
  const { township, account, key, now, bodyHash } = call;
  const _id = activityId(township, account, key);
  const typed = toTyped(call, input, directory);
  const by = actorOf(call);
  const state = input.planned ? 'planned' : 'held';
  return {
    _id,
    township,
    rev: 1,
    edition: 1,
    seq: activitySeq(input.date, _id),
    state,
    by,
    opinions: {},
    ...typed,
    ...(input.keeps !== undefined && { keeps: input.keeps }),
    lists: listsOf({ by, opinions: {}, ...typed }),
    recordedAt: now,
    born: bodyHash,
    acts: [],
    ...bornWith({
      at: now,
      by,
      act: 'note',
      of: _id,
      from: '',
      to: state,
      key,
      event: EVENTS[state],
      about: { activity: _id, by, kind: input.kind },
    }),
  };
}

/** One call after admit while the directory is fresh in this instance; repeated, one read more. */
async function run(call: Call, { township, activity: input }: Asked): Promise<Answer<Recorded>> {
  const known = await recallTownship(township, call.now);
  if (!known || !call.admitted) return refuse('not-found');
  const wrong = checkActivity(input, call.admitted, known.directory, toLocalDate(call.now));
  if (wrong) return refuseWrong(wrong);
  if (isPaused(input, known.directory)) return refuse('bad-input', { field: 'activity.kind' });
  const activity = bear(call, input, known.directory);
  if (await createActivity(activity)) return ok(toRecorded(activity));
  const before = await readActivity(township, activity._id);
  if (!before) return refuse('busy');
  return before.born === call.bodyHash ? ok(toRecorded(before)) : refuse('key-reused');
}

export const note: Action<Asked, Recorded> = { write: true, input: dutyInputs.note, run };
