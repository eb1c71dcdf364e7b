import * as v from 'valibot';
import type { Duty, PromisedVisit, TodayView } from '../../../miniprogram/contract/overview';
import { LIMITS } from '../../../miniprogram/contract/limits';
import type { Answer } from '../../../miniprogram/contract/wire';
import { toGroupCard, type Directory } from '../../registry/directory/rules/directory';
import { recallTownship } from '../../registry/store';
import { readPromises, type StoredPromise } from '../../duty/promises/store';
import { readDaysFrom } from '../../reception/days/store';
import { toCard } from '../../request/lists/rules/request-card';
import { readOwned } from '../../request/store';
import { toLocalDate } from '../../shared/china-time';
import { decryptField } from '../../shared/cipher';
import { ok, refuse } from '../../shared/errors';
import { township } from '../../shared/schemas';
import type { Action, Call } from '../../shared/serve';
import { DUTY_FIELDS, findDuties, type DutyFound } from '../rules/duties';

/** Three reception days ahead are enough: a roster is published a few days before its day. */
const DAYS_TO_LOOK_AT = 3;

/** Who comes, by the names they gave; the subject only as its category. */
function toDuty({ coming, ...duty }: DutyFound, directory: Directory): Duty {
  const appointments = coming.map(({ booking, time, number, stored }) => {
    const category = directory.categories.find(({ id }) => id === stored.category)?.name;
    const { date, home } = duty;
    const shown = { date, home, time, number, name: decryptField(stored.name), booking };
    return category === undefined ? shown : { ...shown, category };
  });
  const homeName = directory.homes.find(({ id }) => id === duty.home)?.name ?? '';
  return { ...duty, homeName, appointments };
}

function toPromisedVisit({ _id, agreed, due, village, name }: StoredPromise): PromisedVisit {
  return {
    promise: _id,
    agreed,
    due,
    ...(village !== undefined && { village }),
    ...(name !== undefined && { name: decryptField(name) }),
  };
}

/** Three calls after admit, at once; one more where the directory is older than a minute in this instance. */
async function run({ admitted, now }: Call, asked: { township: string }): Promise<Answer<TodayView>> {
  const person = admitted?.person;
  if (!admitted || person === undefined) return refuse('not-allowed');
  const today = toLocalDate(now);
  const [known, days, requests, promises] = await Promise.all([
    recallTownship(asked.township, now),
    readDaysFrom(asked.township, today, DAYS_TO_LOOK_AT, DUTY_FIELDS),
    readOwned(asked.township, person, LIMITS.page),
    readPromises(asked.township, person, LIMITS.page),
  ]);
  if (!known) return refuse('not-found');
  const group = known.directory.groups.find(({ id }) => id === admitted.group);
  return ok({
    name: admitted.name,
    ...(group && { group: toGroupCard(known.directory, group) }),
    duties: findDuties(days, person, now).map((duty) => toDuty(duty, known.directory)),
    requests: requests.map((source) => toCard(source, known.directory, 'owner', today)),
    promises: promises.map(toPromisedVisit),
  });
}

export const today: Action<{ township: string }, TodayView> = {
  write: false,
  input: v.strictObject({ township }),
  run,
};
