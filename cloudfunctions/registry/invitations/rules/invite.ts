/** For whom an invitation is: what each role needs, and what follows from the directory. */
import type { Role } from '../../../../miniprogram/contract/registry';
import type { Invited } from '../../../../miniprogram/contract/registry-office';
import type { LocalDate, Refused } from '../../../../miniprogram/contract/wire';
import { membersOn, type Directory } from '../../directory/rules/directory';

export interface Invitee {
  name: string;
  person?: string;
  group?: string;
  home?: string;
  village?: string;
  unit?: string;
}

/** Roles that are held by somebody of the directory; the others may be, and go by a name. */
const OF_PEOPLE: readonly Role[] = ['deputy', 'leader', 'presidium', 'receiver'];

function lacking(field: string): Refused {
  return { ok: false, code: 'row-wrong', details: { id: '', field, why: 'unknown' } };
}

function inviteePerson(directory: Directory, person: string, date: LocalDate): Invitee | Refused {
  const member = membersOn(directory.people, date).find((each) => each.person === person);
  if (!member) return lacking('person');
  const { name, group, home } = member;
  return { name, person, ...(group !== undefined && { group }), ...(home !== undefined && { home }) };
}

/** Group and home are those of the person's membership today. */
export function toInvitee(directory: Directory, invited: Invited, date: LocalDate): Invitee | Refused {
  const { role, person, name, village, unit } = invited;
  if (person === undefined && (OF_PEOPLE.includes(role) || name === undefined)) {
    return lacking(OF_PEOPLE.includes(role) ? 'person' : 'name');
  }
  if (role === 'unit' && !directory.units.some(({ id }) => id === unit)) return lacking('unit');
  if (role === 'helper' && !directory.villages.some(({ id }) => id === village)) return lacking('village');
  const found = person === undefined ? { name: name ?? '' } : inviteePerson(directory, person, date);
  if ('ok' in found) return found;
  return {
    ...found,
    ...(role === 'unit' && unit !== undefined && { unit }),
    ...(role === 'helper' && village !== undefined && { village }),
  };
}
