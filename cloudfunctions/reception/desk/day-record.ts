import type { DayRecord } from '../../../miniprogram/contract/desk';
import type { Answer, Input } from '../../../miniprogram/contract/wire';
import { recallTownship } from '../../registry/store';
import { ok } from '../../shared/errors';
import type { Action, Call } from '../../shared/serve';
import { deskInputs } from './schemas';
import { recordDay } from './rules/day-record';
import { isOver } from '../booking/rules/free-places';
import { DESK_FIELDS, readDay } from '../days/store';

type OfDay = Input<'reception', 'dayRecord'>;

const NOTHING = { visits: 0, people: 0 };

/** One read after admit; one more where the directory is older than a minute in this instance. */
async function run({ now }: Call, { township, date }: OfDay): Promise<Answer<DayRecord>> {
  const [day, known] = await Promise.all([
    readDay(township, date, DESK_FIELDS),
    recallTownship(township, now),
  ]);
  const byLevel = { district: NOTHING, town: NOTHING, other: NOTHING };
  const byType = { committee: NOTHING, presidium: NOTHING, deputy: NOTHING };
  if (day?.state !== 'published')
    return ok({ date, state: 'unpublished', homes: [], receivers: [], byLevel, byType });
  const names = new Map(known?.directory.homes.map(({ id, name }) => [id, name]));
  const state = isOver(day, now) ? 'past' : 'published';
  return ok({ date, state, ...recordDay(day, names, now) });
}

export const dayRecord: Action<OfDay, DayRecord> = {
  write: false,
  input: deskInputs.dayRecord,
  run,
};
