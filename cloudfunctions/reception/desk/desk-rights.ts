/** Whose visitors the caller may see: the office everybody's, others those of the homes where they sit. */
import { listRoles } from '../../registry/invitations/store';
import type { Call } from '../../shared/serve';
import type { DeskDay } from '../days/rules/day-document';

const OFFICE = ['staff', 'chief'] as const;

export function isOffice(call: Call): boolean {
  return OFFICE.some((role) => role === call.admitted?.role);
}

/** One read, where the grant that let the caller in is not the office's: a person may hold several. */
export async function holdsOffice(call: Call): Promise<boolean> {
  return isOffice(call) || (await listRoles(call.township, call.openid, OFFICE)).length > 0;
}

/** Homes of the day, in order. */
export function homesFor(
  day: Pick<DeskDay, 'homes' | 'seats'>,
  person: string | undefined,
  office: boolean,
): string[] {
  const homes = Object.keys(day.homes).sort();
  if (office) return homes;
  const own = Object.entries(day.seats).filter(([, receiver]) => receiver.person === person);
  return homes.filter((home) => own.some(([seat]) => seat.startsWith(`${home}-`)));
}
