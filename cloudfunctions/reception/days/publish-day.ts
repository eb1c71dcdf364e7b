import type { Answer, Input } from '../../../miniprogram/contract/wire';
import { settingsOf } from '../../registry/directory/rules/settings';
import { listRoles } from '../../registry/invitations/store';
import { readTownship } from '../../registry/store';
import { toLocalDate } from '../../shared/china-time';
import { put } from '../../shared/conditions';
import { ok, refuse } from '../../shared/errors';
import type { Action, Call } from '../../shared/serve';
import { actOnRoster } from '../roster/act-on-roster';
import { rosterInputs } from '../roster/schemas';
import { decidePublish } from '../roster/rules/roster-acts';

type PublishInput = Input<'reception', 'publishDay'>;

/** Words alone do not overrule the days of notice: they must be the chief's. */
async function isOverruled({ admitted, township, openid }: Call, words: string | undefined) {
  if (words === undefined) return false;
  if (admitted?.role === 'chief') return true;
  return (await listRoles(township, openid, ['chief'])).length > 0;
}

async function run(call: Call, input: PublishInput): Promise<Answer<{ rev: number }>> {
  const { township, year, date, words } = input;
  const directory = await readTownship(township, ['settings']);
  if (!directory) return refuse('not-found');
  const { noticeDays } = settingsOf(directory.settings);
  const overruled = await isOverruled(call, words);
  const today = toLocalDate(call.now);
  const done = await actOnRoster(call, year, (roster) => {
    const decided = decidePublish(roster, date, { today, noticeDays, overruled });
    if ('ok' in decided) return decided;
    const { seats, publication } = decided;
    return {
      changes: {
        [`seats.${date}`]: put(seats),
        [`days.${date}`]: put({ state: 'published', publication }),
      },
      record: {
        act: 'publish',
        of: date,
        from: 'draft',
        to: 'published',
        ...(words !== undefined && { words }),
        event: 'roster-published',
        about: { year, date },
      },
      answer: { rev: roster.version + 1 },
    };
  });
  return done.ok ? ok({ rev: Number(done.data['rev']) }) : done;
}

export const publishDay: Action<PublishInput, { rev: number }> = {
  write: true,
  input: rosterInputs.publishDay,
  run,
};
