import * as v from 'valibot';
import type { ErasedBookings } from '../../../miniprogram/contract/own-data';
import type { Slip } from '../../../miniprogram/contract/reception';
import { toLocalDate } from '../../shared/china-time';
import { hashParts } from '../../shared/cipher';
import { ok, refuse } from '../../shared/errors';
import { township } from '../../shared/schemas';
import type { Action, Call } from '../../shared/serve';
import { strangerOf } from '../../shared/stranger';
import { windowOf } from '../../shared/window';
import { cancelBooking } from '../booking/cancel-booking';
import { readDaysBefore, readDaysFrom, slipFields, slipsOf } from '../days/store';
import { eraseDay } from './erase-day';

const TIMES = windowOf(5);
/** Days to come whose roster may be out. */
const COMING = 12;
/** Days of one look back, and looks: ten years of monthly days. */
const PAGE = 12;
const PAGES = 10;

/** By the same act as a tap on «不去了», so that whoever waits gets the place. */
async function cancelOne(call: Call, { date, booking, place, keys }: Slip): Promise<boolean> {
  const key = hashParts(['erase-cancel', call.key, booking], 32);
  const input = { township: call.township, date, booking, from: place, keys };
  const answer = await cancelBooking({ ...call, key }, input, { account: call.account, by: call.account });
  return answer.ok;
}

/** One look ahead and one for each year back; a write for each booking that is cancelled, and for each day. */
export const eraseOwn: Action<{ township: string }, ErasedBookings> = {
  write: true,
  input: v.strictObject({ township }),
  async run(call, asked) {
    const seconds = TIMES.admits(call.account, call.now);
    if (seconds > 0) return refuse('rate-limited', { seconds });
    const today = toLocalDate(call.now);
    const stranger = strangerOf(call);
    const fields = slipFields(call.account);
    const sum = { cancelled: 0, erased: 0, left: 0 };
    for (const day of await readDaysFrom(asked.township, today, COMING, fields)) {
      for (const slip of slipsOf(day, call.account).filter(({ state }) => state !== 'cancelled'))
        sum[(await cancelOne(call, slip)) ? 'cancelled' : 'left']++;
      if (day.bookings?.[call.account]) sum.erased += await eraseDay(call, day.date, today, stranger);
    }
    let before = today;
    for (let page = 0; page < PAGES; page++) {
      const days = await readDaysBefore(asked.township, before, PAGE, ['date', `bookings.${call.account}`]);
      for (const { date, bookings } of days)
        if (bookings?.[call.account]) sum.erased += await eraseDay(call, date, today, stranger);
      const last = days.at(-1);
      if (!last || days.length < PAGE) break;
      before = last.date;
    }
    return ok(sum);
  },
};
