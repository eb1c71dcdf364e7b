import type { RefusedDay } from '../../../miniprogram/contract/roster';
import type { Answer, Input, LocalDate, Output } from '../../../miniprogram/contract/wire';
import { CHIEF } from '../../../miniprogram/contract/roles';
import { holdsOne } from '../../registry/invitations/grants-store';
import { settingsOf } from '../../registry/directory/rules/settings';
import { readTownship } from '../../registry/store';
import { toLocalDate } from '../../shared/china-time';
import { put } from '../../shared/conditions';
import { ok, refuse } from '../../shared/errors';
import type { Action, Call } from '../../shared/serve';
import { standingOf } from '../calendar/rules/year-calendar';
import { actOnRoster } from '../roster/act-on-roster';
import { rosterInputs } from '../roster/schemas';
import { because, decidePublish } from '../roster/rules/roster-acts';
import type { StoredSeat } from '../roster/rules/roster-document';

type PublishInput = Input<'reception', 'publishDay'>;

interface Published {
  seats: Record<string, StoredSeat>;
  publication: number;
}

function toChanges(date: LocalDate, { seats, publication }: Published) {
  return {
    [`seats.${date}`]: put(seats),
    [`days.${date}`]: put({ state: 'published', publication }),
  };
}

function toRecord(year: number, date: LocalDate, words?: string) {
  return {
    act: 'publish',
    of: date,
    from: 'draft',
    to: 'published',
    ...(words !== undefined && { words }),
    event: 'roster-published',
    about: { year, date },
  };
}

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
    return {
      changes: toChanges(date, decided),
      record: toRecord(year, date, words),
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

type RestInput = Input<'reception', 'publishRest'>;
type Rest = Output<'reception', 'publishRest'>;

async function runRest(call: Call, { township, year }: RestInput): Promise<Answer<Rest>> {
  const directory = await readTownship(township, ['settings', 'homes', 'calendar']);
  if (!directory) return refuse('not-found');
  const { noticeDays } = settingsOf(directory.settings);
  const today = toLocalDate(call.now);
  const done = await actOnRoster(call, year, (roster) => {
    const drafts = Object.keys(roster.days).filter(
      (date) => date >= today && roster.days[date]?.state === 'draft',
    );
    const published: LocalDate[] = [];
    const refused: RefusedDay[] = [];
    const changes: Record<string, ReturnType<typeof put>> = {};
    for (const date of drafts.sort()) {
      const standing = standingOf(date, directory);
      const decided = decidePublish(roster, date, { today, noticeDays, overruled: false, standing });
      if ('ok' in decided) {
        const { code, details } = decided;
        refused.push({ date, code, ...(details && { details }) });
      } else {
        published.push(date);
        Object.assign(changes, toChanges(date, decided));
      }
    }
    const [first] = refused;
    if (published.length === 0) return first ? because(first.code, first.details) : because('not-found');
    return {
      changes,
      record: published.map((date) => toRecord(year, date)),
      answer: { published, refused },
    };
  });
  return done.ok ? ok(done.data as unknown as Rest) : done;
}

/** One write for all of them; a call more for none of them. */
export const publishRest: Action<RestInput, Rest> = {
  write: true,
  input: rosterInputs.publishRest,
  run: runRest,
};
