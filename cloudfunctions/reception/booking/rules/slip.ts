/** 预约单, from what is known without reading anything back: the place id says where and when. */
import type { Moved, Receiver, Slip } from '../../../../miniprogram/contract/reception';
import type { LocalDate } from '../../../../miniprogram/contract/wire';
import { parsePlace } from '../../days/rules/place-id';

/** A booking with its name and phone in the clear, on its way to its owner. */
export type OpenBooking = Pick<Slip, 'booking' | 'code' | 'state' | 'whom' | 'name' | 'keys' | 'place'> &
  Partial<Pick<Slip, 'phone' | 'category'>>;

export function toMoved(date: LocalDate, booking: string, place: string): Moved {
  const { home, time, half, number } = parsePlace(place);
  return { booking, date, home, time, half, place, number };
}

export function toSlip(date: LocalDate, booking: OpenBooking, receiver?: Receiver): Slip {
  const { phone, category, ...rest } = booking;
  return {
    ...toMoved(date, booking.booking, booking.place),
    ...rest,
    ...(phone !== undefined && { phone }),
    ...(category !== undefined && { category }),
    ...(receiver && { receiver }),
  };
}

/** In the order in which they request. */
const STATES: readonly Slip['state'][] = ['booked', 'waiting', 'cancelled'];

/** Those with a place first, then who waits for one, each part by time. */
export function orderSlips(slips: readonly Slip[]): Slip[] {
  const rank = (slip: Slip) => `${STATES.indexOf(slip.state)}${slip.time}${slip.place}`;
  return [...slips].sort((one, other) => (rank(one) < rank(other) ? -1 : 1));
}
