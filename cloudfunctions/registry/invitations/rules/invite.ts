/** For whom an invitation is: what each role needs, and what follows from the name book. */
import type { Role } from '../../../../miniprogram/contract/registry';
import type { Invited } from '../../../../miniprogram/contract/registry-office';
import type { LocalDate, Refused } from '../../../../miniprogram/contract/wire';
import { membersOn, type NameBook } from '../../directory/rules/directory';

export interface Invitee {
  name: string;
  person?: string;
  group?: string;
  home?: string;
  village?: string;
  unit?: string;
}

/** Roles that are held by somebody of the name book; the others may be, and go by a name. */
const OF_PEOPLE: readonly Role[] = ['deputy', 'leader', 'presidium', 'receiver'];

function lacking(field: string): Refused {
  return { ok: false, code: 'row-wrong', details: { id: '', field, why: 'unknown' } };
}

function inviteePerson(book: NameBook, person: string, date: LocalDate): Invitee | Refused {
  const member = membersOn(book.people, date).find((each) => each.person === person);
  if (!member) return lacking('person');
  const { name, group, home } = member;
  return { name, person, ...(group !== undefined && { group }), ...(home !== undefined && { home }) };
}

/** Group and home are those of the person's membership today. */
export function toInvitee(book: NameBook, invited: Invited, date: LocalDate): Invitee | Refused {
  const { role, person, name, village, unit } = invited;
  if (person === undefined && (OF_PEOPLE.includes(role) || name === undefined)) {
    return lacking(OF_PEOPLE.includes(role) ? 'person' : 'name');
  }
  if (role === 'unit' && !book.units.some(({ id }) => id === unit)) return lacking('unit');
  if (role === 'helper' && !book.villages.some(({ id }) => id === village)) return lacking('village');
  const found = person === undefined ? { name: name ?? '' } : inviteePerson(book, person, date);
  if ('ok' in found) return found;
  return {
    ...found,
    ...(role === 'unit' && unit !== undefined && { unit }),
    ...(role === 'helper' && village !== undefined && { village }),
  };
}
