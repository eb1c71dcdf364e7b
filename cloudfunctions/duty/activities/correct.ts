import type { ActivityInput, Recorded } from '../../../miniprogram/contract/duty';
import type { Answer, Input } from '../../../miniprogram/contract/wire';
import { OFFICE } from '../../../miniprogram/contract/roles';
import { orAs } from '../../registry/invitations/grants-store';
import { recallTownship } from '../../registry/store';
import { toLocalDate } from '../../shared/china-time';
import { drop, not, put, type Changes, type Where } from '../../shared/conditions';
import { ok, refuse } from '../../shared/errors';
import type { Action, Call } from '../../shared/serve';
import { dutyInputs } from '../schemas';
import { actOnActivity, findRepeated, isOffice, putLists, toRecorded } from './act-on-activity';
import { actorOf } from '../../shared/act';
import { refuseWrong, toTyped, type Typed } from './note';
import { checkActivity } from './rules/check-activity';
import type { ActivityDocument } from './rules/activity-document';
import { movesPictures } from '../pictures/rules/pictures';
import { activitySeq, openSaid, readActivity } from './store';

type Asked = Input<'duty', 'correct'>;

/** What was typed replaces all of what was typed before. */
const REPLACED: readonly (keyof Typed)[] = [
  'kind',
  'own',
  'date',
  'persons',
  'invited',
  'level',
  'group',
  'village',
  'category',
  'household',
  'tie',
  'people',
  'helped',
  'promised',
  'topicFrom',
  'tag',
  'entered',
  'said',
];

/** Who was invited before keeps the answer; whoever is new is invited. */
function mergeInvited(before: ActivityDocument, typed: Typed): Typed['invited'] {
  const entries = Object.entries(typed.invited);
  return Object.fromEntries(entries.map(([person, born]) => [person, before.invited[person] ?? born]));
}

function changesTo(before: ActivityDocument, fresh: Typed): Changes {
  const typed = before.state === 'held' ? { ...fresh, invited: before.invited } : fresh;
  const merged: Typed = {
    ...typed,
    invited: before.state === 'held' ? before.invited : mergeInvited(before, fresh),
  };
  const fields = REPLACED.map((name): [string, Changes[string]] => {
    const value = merged[name];
    return [name, value === undefined ? drop : put(value)];
  });
  return {
    ...Object.fromEntries(fields),
    seq: put(activitySeq(merged.date, before._id)),
    lists: putLists({ by: before.by, opinions: before.opinions, ...merged }),
  };
}

export function mayChange(call: Call, { by }: Pick<ActivityDocument, 'by'>): boolean {
  return isOffice(call) || by === actorOf(call);
}

/** What a form never shows, and so cannot send back: a household's phone, and for which tie a help was. */
function keepUnseen(to: ActivityInput, before: ActivityDocument): ActivityInput {
  const { household: known } = openSaid(before);
  const same = known?.phone !== undefined && to.household?.name === known.name && !to.household.phone;
  return {
    ...to,
    ...(same && { household: known }),
    ...(to.kind === 'tied-help' && before.tie !== undefined && { tie: before.tie }),
  };
}

/** One read and one write on the edition that was read, after admit. */
async function run(call: Call, { township, activity: id, edition, to }: Asked): Promise<Answer<Recorded>> {
  const [known, before] = await Promise.all([recallTownship(township, call.now), readActivity(township, id)]);
  if (!known || !call.admitted || !before || !mayChange(call, before)) return refuse('not-found');
  const repeated = findRepeated(call, before);
  if (repeated) return repeated === 'reused' ? refuse('key-reused') : ok(toRecorded(before));
  const planned = before.state === 'planned';
  const input = { ...keepUnseen(to, before), planned };
  const wrong = checkActivity(input, call.admitted, known.directory, toLocalDate(call.now));
  if (wrong) return refuseWrong(wrong);
  // Who did it stays as it was, unless it is named anew.
  const named = planned ? Object.keys(before.invited) : before.persons;
  const typed = toTyped(call, { ...input, persons: input.persons ?? named }, known.directory);
  if (movesPictures(before, typed)) return refuse('bad-input', { field: 'activity.kind' });
  // Whose tied household it is does not change with who corrects it; that of a visit was found by a name.
  if (input.tie !== undefined && before.tie !== undefined && before.household !== undefined)
    typed.household = before.household;
  const where: Where = { edition, state: not('withdrawn') };
  const plan = { act: 'correct', event: 'activity-corrected', where, changes: changesTo(before, typed) };
  const done = await actOnActivity(call, id, plan, (read) =>
    read.state === 'withdrawn'
      ? refuse('wrong-state', { state: read.state })
      : refuse('activity-changed', { edition: read.edition }),
  );
  return done.ok ? ok(toRecorded(done.data)) : done;
}

export const correct: Action<Asked, Recorded> = {
  write: true,
  input: dutyInputs.correct,
  run: (call, input) => orAs(call, OFFICE, (as) => run(as, input)),
};
