/** A grant holds group and home, so that admitting reads one document; here they follow the directory. */
import { toLocalDate } from '../../shared/china-time';
import type { Consumer } from '../../shared/outbox';
import { membersOn, type Directory } from '../directory/rules/directory';
import { readTownship } from '../store';
import { moveInvitation, readInvitationsOf } from '../invitations/store';

/** One call, and for each person named one more and a write for each grant that is not as it should be. */
export const onPeopleChanged: Consumer = async ({ township, about }, now) => {
  const directory: Directory | undefined = await readTownship(township);
  if (!directory || about['kind'] !== 'person') return;
  const asked = String(about['ids']);
  const ids = asked === 'all' ? directory.people.map(({ id }) => id) : asked.split(',');
  const members = membersOn(directory.people, toLocalDate(now));
  for (const id of ids) {
    const member = members.find(({ person }) => person === id);
    if (!member) continue;
    for (const held of await readInvitationsOf(township, id)) {
      if (held.state === 'revoked' || (held.group === member.group && held.home === member.home)) continue;
      await moveInvitation(township, held._id, { group: member.group, home: member.home });
    }
  }
};
