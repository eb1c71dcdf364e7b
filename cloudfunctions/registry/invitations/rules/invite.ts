/** For whom an invitation is: what each role needs, and what follows from the directory. */
import type { Invited } from '../../../../miniprogram/contract/registry-office';
import type { LocalDate, Refused } from '../../../../miniprogram/contract/wire';
import { roleNames, type Role } from '../../../../miniprogram/contract/roles';
import { membersOn, type Directory } from '../../directory/rules/directory';
import { ALWAYS, grantDays } from './grant-days';

export interface Invitee {
  name: string;
  person?: string;
  group?: string;
  home?: string;
  village?: string;
  unit?: string;
  /** Days on which the grant will hold. */
  from: LocalDate;
  until: LocalDate;
}

function lacking(field: string): Refused {
  return { ok: false, code: 'row-wrong', details: { id: '', field, why: 'unknown' } };
}

function inviteePerson(
  { people }: Directory,
  { role, person }: { role: Role; person: string },
  date: LocalDate,
): Invitee | Refused {
  const named = people.find(({ id }) => id === person);
  if (!named || membersOn([named], date).length === 0) return lacking('person');
  const days = grantDays(role, named, date);
  return days.until < date ? lacking('role') : { name: named.name, person, ...days };
}

/** Days, group and home are those of the membership on which the role stands. */
export function toInvitee(directory: Directory, invited: Invited, date: LocalDate): Invitee | Refused {
  const { role, person, name, village, unit } = invited;
  if (person === undefined && (roleNames(role, 'person') || name === undefined)) {
    return lacking(roleNames(role, 'person') ? 'person' : 'name');
  }
  if (roleNames(role, 'unit') && !directory.units.some(({ id }) => id === unit)) return lacking('unit');
  if (roleNames(role, 'village') && !directory.villages.some(({ id }) => id === village))
    return lacking('village');
  const nobody = { name: name ?? '', from: ALWAYS.from, until: ALWAYS.until };
  const found = person === undefined ? nobody : inviteePerson(directory, { role, person }, date);
  if ('ok' in found) return found;
  return {
    ...found,
    ...(roleNames(role, 'unit') && unit !== undefined && { unit }),
    ...(roleNames(role, 'village') && village !== undefined && { village }),
  };
}
