/** Days, group and home stand in the grant, so that a role's door asks one document; they follow the directory. */
import type { Instant } from '../../../miniprogram/contract/wire';
import { addDays, toLocalDate } from '../../shared/china-time';
import type { Consumer } from '../../shared/outbox';
import type { Directory } from '../directory/rules/directory';
import { grantDays, turnsBetween, type GrantDays } from '../invitations/rules/grant-days';
import { moveInvitation, readInvitationsOf } from '../invitations/store';
import { readTownship, recallTownship } from '../store';

async function alignOne(directory: Directory, id: string, now: Instant): Promise<void> {
  const { township } = directory;
  const person = directory.people.find((one) => one.id === id);
  for (const held of await readInvitationsOf(township, id)) {
    const days = grantDays(held.role, person, toLocalDate(now));
    if (held.state !== 'revoked' && !isSame(held, days)) await moveInvitation(township, held._id, days);
  }
}

function isSame(held: GrantDays, days: GrantDays): boolean {
  return (['from', 'until', 'group', 'home'] as const).every((field) => held[field] === days[field]);
}

/** One call, and for each person named one more and a write for each grant that is not as it should be. */
export const onPeopleChanged: Consumer = async ({ township, about }, now) => {
  const directory: Directory | undefined = await readTownship(township);
  if (!directory || about['kind'] !== 'person') return;
  const asked = String(about['ids']);
  const ids = asked === 'all' ? directory.people.map(({ id }) => id) : asked.split(',');
  for (const id of ids) await alignOne(directory, id, now);
};

/** Mornings that may have been missed. */
const LOOKS_BACK = 7;

/**
 * Every morning: a membership that began or ended these days moves the grants that stand on it. What ended has ended
 * at midnight by itself; what begins, in another group say, begins here.
 */
export async function alignGrants(township: string, now: Instant): Promise<number> {
  const known = await recallTownship(township, now);
  const today = toLocalDate(now);
  const turned = (known?.directory.people ?? []).filter((person) =>
    turnsBetween(person, addDays(today, -LOOKS_BACK), today),
  );
  for (const { id } of turned) if (known) await alignOne(known.directory, id, now);
  return 0;
}
