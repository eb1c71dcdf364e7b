import type { Answer, Input } from '../../../miniprogram/contract/wire';
import { CHIEF } from '../../../miniprogram/contract/roles';
import { holdsOne } from '../../registry/invitations/store';
import { settingsOf } from '../../registry/directory/rules/settings';
import { readTownship } from '../../registry/store';
import { toLocalDate } from '../../shared/china-time';
import { put } from '../../shared/conditions';
import { ok, refuse } from '../../shared/errors';
import type { Action, Call } from '../../shared/serve';
import { standingOf } from '../calendar/rules/year-calendar';
import { actOnRoster } from '../roster/act-on-roster';
import { rosterInputs } from '../roster/schemas';
import { decidePublish } from '../roster/rules/roster-acts';

type PublishInput = Input<'reception', 'publishDay'>;

async function run(call: Call, input: PublishInput): Promise<Answer<{ rev: number }>> {
  const { township, year, date, words } = input;
  const directory = await readTownship(township, ['settings', 'homes', 'calendar']);
  if (!directory) return refuse('not-found');
  const { noticeDays } = settingsOf(directory.settings);
  // Words alone do not overrule the days of notice: they must be the chief's.
  const overruled = words !== undefined && (await holdsOne(call, CHIEF));
  const today = toLocalDate(call.now);
  const standing = standingOf(date, directory);
  const done = await actOnRoster(call, year, (roster) => {
    const decided = decidePublish(roster, date, { today, noticeDays, overruled, standing });
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
