/** Whose visitors the caller may see: the office everybody's, others those of the homes where they sit. */
import { OFFICE } from '../../../miniprogram/contract/roles';
import { holdsOne } from '../../registry/invitations/grants-store';
import type { Call } from '../../shared/serve';
import type { DeskDay } from '../days/rules/day-document';

export function isOffice(call: Call): boolean {
  return call.admitted !== undefined && OFFICE.includes(call.admitted.role);
}

/** One read, where the grant that let the caller in is not the office's: a person may hold several. */
export function holdsOffice(call: Call): Promise<boolean> {
  return holdsOne(call, OFFICE);
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
