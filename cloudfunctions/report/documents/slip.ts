import type { PrintedFile } from '../../../miniprogram/contract/report';
import type { Answer, Input } from '../../../miniprogram/contract/wire';
import { HELPERS, ON_BEHALF } from '../../../miniprogram/contract/roles';
import { listRoles } from '../../registry/invitations/grants-store';
import { recallTownship } from '../../registry/store';
import { openBooking, readDay } from '../../reception/days/store';
import { parsePlace } from '../../reception/days/rules/place-id';
import { refuse } from '../../shared/errors';
import type { Action, Call } from '../../shared/serve';
import { handOut } from './hand-out';
import { makeSlipSheet } from './rules/slip-sheet';
import { reportInputs } from './schemas';

type Asked = Input<'report', 'slip'>;

/** What stands for the account of somebody without a phone; a booking that was taken over has left it. */
const BEHALF_ACCOUNT = /^b[0-9a-z]{16}$/;

/** A helper prints for the own village alone; who is of the office as well, for all. */
async function mayPrint(
  { admitted, township, openid, now }: Call,
  village: string | undefined,
): Promise<boolean> {
  if (!admitted || !HELPERS.includes(admitted.role) || admitted.village === village) return true;
  const held = await listRoles({ township, openid, now }, ON_BEHALF);
  return held.some((role) => !HELPERS.includes(role.role) || role.village === village);
}

async function run(call: Call, { township, date, booking }: Asked): Promise<Answer<PrintedFile>> {
  const [account = '', short = ''] = booking.split('-');
  if (!BEHALF_ACCOUNT.test(account)) return refuse('not-found');
  const fields = ['date', 'seats', 'plan', `bookings.${account}.${short}`];
  const [known, day] = await Promise.all([
    recallTownship(township, call.now),
    readDay(township, date, fields),
  ]);
  const stored = day?.bookings?.[account]?.[short];
  if (!known || !stored) return refuse('not-found');
  if (!(await mayPrint(call, stored.village))) return refuse('not-allowed');
  if (stored.state !== 'booked') return refuse('booking-changed');
  const { code, place } = openBooking(account, short, stored);
  const receiver = day.seats[stored.seat ?? day.plan[place] ?? ''];
  const { home, half, time, number } = parsePlace(place);
  const slipped = { date, home, half, time, number, code, ...(receiver && { receiver }) };
  return handOut(township, makeSlipSheet(known.directory, slipped));
}

export const slip: Action<Asked, PrintedFile> = { write: false, input: reportInputs.slip, run };
