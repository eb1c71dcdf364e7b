/** For whom an invitation is: what each role needs, and what follows from the directory. */
import type { Invited } from '../../../../miniprogram/contract/registry-office';
import type { LocalDate, Refused } from '../../../../miniprogram/contract/wire';
import { roleNames } from '../../../../miniprogram/contract/roles';
import { membersOn, type Directory } from '../../directory/rules/directory';

export interface Invitee {
  name: string;
  person?: string;
  group?: string;
  home?: string;
  village?: string;
  unit?: string;
}

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
  if (person === undefined && (roleNames(role, 'person') || name === undefined)) {
    return lacking(roleNames(role, 'person') ? 'person' : 'name');
  }
  if (roleNames(role, 'unit') && !directory.units.some(({ id }) => id === unit)) return lacking('unit');
  if (roleNames(role, 'village') && !directory.villages.some(({ id }) => id === village))
    return lacking('village');
  const found = person === undefined ? { name: name ?? '' } : inviteePerson(directory, person, date);
  if ('ok' in found) return found;
  return {
    ...found,
    ...(roleNames(role, 'unit') && unit !== undefined && { unit }),
    ...(roleNames(role, 'village') && village !== undefined && { village }),
  };
}
