import type { Recorded } from '../../../miniprogram/contract/duty';
import type { Answer, Input } from '../../../miniprogram/contract/wire';
import { OFFICE } from '../../../miniprogram/contract/roles';
import { orAs } from '../../registry/invitations/grants-store';
import { recallTownship } from '../../registry/store';
import { toLocalDate } from '../../shared/china-time';
import { encryptField } from '../../shared/cipher';
import { put, type Where } from '../../shared/conditions';
import { ok, refuse } from '../../shared/errors';
import type { Action, Call } from '../../shared/serve';
import { dutyInputs } from '../schemas';
import { actOnActivity, findRepeated, isOffice, putLists, toRecorded } from './act-on-activity';
import type { ActivityDocument, StoredInvited } from './rules/activity-document';
import { openSaid, readActivity } from './store';

type Asked = Input<'duty', 'attend'>;

/** Whoever came without being invited stands there as well. */
function markThere(before: ActivityDocument, persons: readonly string[]): ActivityDocument['invited'] {
  const answers = Object.entries(before.invited).map(([person, { a, w }]): [string, StoredInvited] => [
    person,
    {
      a,
      ...(w !== undefined && { w }),
      ...(persons.includes(person) && { there: true as const }),
    },
  ]);
  return Object.fromEntries(answers);
}

/** One read and one write on its edition, after admit. Noted again, the list is corrected. */
async function run(call: Call, { township, activity: id, persons, words }: Asked): Promise<Answer<Recorded>> {
  const [known, before] = await Promise.all([recallTownship(township, call.now), readActivity(township, id)]);
  const ours = before && (isOffice(call) || before.group === call.admitted?.group);
  if (!known || !ours) return refuse('not-found');
  const repeated = findRepeated(call, before);
  if (repeated) return repeated === 'reused' ? refuse('key-reused') : ok(toRecorded(before));
  const ids = new Set(known.directory.people.map((person) => person.id));
  if (!persons.every((person) => ids.has(person))) return refuse('bad-input', { field: 'persons' });
  // Nobody was there before the day.
  if (before.date > toLocalDate(call.now)) return refuse('not-today');
  const invited = markThere(before, persons);
  const said = { ...openSaid(before), ...(words !== undefined && { words }) };
  const where: Where = { edition: before.edition, state: before.state === 'held' ? 'held' : 'planned' };
  const changes = {
    state: put('held'),
    persons: put(persons),
    invited: put(invited),
    said: put(encryptField(JSON.stringify(said))),
    lists: putLists(Object.assign({}, before, { persons, invited })),
  };
  const plan = { act: 'attend', event: 'activity-held', where, changes };
  const done = await actOnActivity(call, id, plan, (read) =>
    read.state === 'withdrawn'
      ? refuse('wrong-state', { state: read.state })
      : refuse('activity-changed', { edition: read.edition }),
  );
  return done.ok ? ok(toRecorded(done.data)) : done;
}

export const attend: Action<Asked, Recorded> = {
  write: true,
  input: dutyInputs.attend,
  run: (call, input) => orAs(call, OFFICE, (as) => run(as, input)),
};
