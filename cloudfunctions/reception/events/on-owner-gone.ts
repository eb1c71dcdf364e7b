/** Seats of whoever sits on the roster no more (辞职, 终止, 去世, the term's end) are taken by somebody else. */
import type { Instant } from '../../../miniprogram/contract/wire';
import type { Directory } from '../../registry/directory/rules/directory';
import { readTownship, recallTownship } from '../../registry/store';
import { toLocalDate } from '../../shared/china-time';
import type { Consumer } from '../../shared/outbox';
import { listRosterPeople, sits } from '../roster/rules/roster-people';
import { roleOn } from '../roster/rules/roster-sheet';
import { handOnSeatsOf } from '../roster/seats-store';

/** Whoever leaves later keeps them until then: who was elected may still change. */
async function handOn(directory: Directory | undefined, now: Instant): Promise<number> {
  if (!directory) return 0;
  const today = toLocalDate(now);
  const people = new Map(listRosterPeople(directory, {}).map((one) => [one.person, one.roles]));
  const whose = (person: string) =>
    !sits(roleOn({ person, roles: people.get(person) ?? [], absent: [] }, today));
  return handOnSeatsOf(directory, { now, whose, by: 'system', key: `gone-${String(now)}` });
}

/** Once a day, for memberships that ended last night. */
export async function handOverSeats(township: string, now: Instant): Promise<number> {
  return handOn((await recallTownship(township, now))?.directory, now);
}

/** For people-changed: what this instance remembers of the directory may be older than the change. */
export const onOwnerGone: Consumer = async ({ township }, now) => {
  await handOn(await readTownship(township), now);
};
