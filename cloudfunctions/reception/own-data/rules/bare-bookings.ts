/** Which of an account's bookings of a day can be made bare, and what becomes of them: pure. */
import type { LocalDate } from '../../../../miniprogram/contract/wire';
import type { DayDocument, StoredBooking } from '../../days/rules/day-document';

/** Over, or cancelled; what is still to come is cancelled first. */
export function mayErase(
  { state }: Pick<StoredBooking, 'state'>,
  date: LocalDate,
  today: LocalDate,
): boolean {
  return state === 'cancelled' || date < today;
}

/** What of a booking stays: that it was, where and what about, and that it was one person with others (`party`). */
export function bareBooking(
  { state, p, whom, category, at, seat }: StoredBooking,
  name: string,
  party: string | undefined,
): StoredBooking {
  return {
    state,
    p,
    whom,
    name,
    keys: '',
    openid: '',
    at,
    bare: true,
    ...(party !== undefined && { party }),
    ...(category !== undefined && { category }),
    ...(seat !== undefined && { seat }),
  };
}

/** Past its time: the person's own words and ways to reach them go, where they live and who entered them stays. */
export function sweptBooking(stored: StoredBooking, name: string, party: string | undefined): StoredBooking {
  const { operator, village } = stored;
  return {
    ...bareBooking(stored, name, party),
    ...(operator !== undefined && { operator }),
    ...(village !== undefined && { village }),
  };
}

/** The place that this booking holds; undefined: none any more. */
export function placeHeld(day: Pick<DayDocument, 'place'>, booking: string, p: string): string | undefined {
  return day.place[p] === booking ? p : undefined;
}
