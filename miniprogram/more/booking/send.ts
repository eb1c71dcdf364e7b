/** One booking act: what is sent, under which key, and what the phone remembers of the answer. */
import type { BookInput, HomeDay, Slip } from '../../contract/reception';
import type { LocalDate } from '../../contract/wire';
import { intend, newKey } from '../../platform/keys';
import type { Pending } from '../../platform/keys';
import { listFree, pickPlace, toTimeWish, toWish, withReceiver } from '../../view/place-choice';
import type { Result } from '../../contract/result';
import { findSlip, forgetSlip, rememberSlips } from '../../platform/slips';
import { keep } from '../../platform/storage';
import { book, cancel, wait } from '../../services/reception';
import type { BookingForm } from './view';
import { waitedTime } from './waiting';

export type Body = Omit<BookInput, 'township'>;

export interface Act {
  date: LocalDate;
  home: HomeDay;
  form: BookingForm;
  /** The last try without a known outcome. */
  pending: Pending<Body> | undefined;
}

export interface Sent {
  result: Result<Slip>;
  /** To be handed in with the next try while the outcome is unknown. */
  pending: Pending<Body>;
}

/** Nothing when no free place fits the wish any more. */
export async function sendBooking(act: Act): Promise<Sent | undefined> {
  const { home, form } = act;
  const place = pickPlace(listFree(home, toWish(form.who)), form.time, Math.random);
  const wish = JSON.stringify([act.date, home.home, form]);
  const waited = waitedTime(form.time);
  if (!place && waited === undefined && act.pending?.wish !== wish) return undefined;
  const pending = intend(act.pending, wish, () => toBody(act, place?.place ?? ''));
  const result = await (waited === undefined
    ? book(pending.input, pending.key)
    : wait({ ...toPerson(act), time: waited }, pending.key));
  if (!result.ok) return { result, pending };
  rememberSlips([withReceiver(result.data, home)]);
  if (form.whom === 'self') keep('self', { name: form.name.trim(), phone: form.phone });
  return { result, pending };
}

function toBody(act: Act, place: string): Body {
  const { form } = act;
  return { ...toPerson(act), place, wish: toWish(form.who), ...toTimeWish(form.time) };
}

/** Who comes, where and about what: the same for a place and for waiting. */
function toPerson({ date, home, form }: Act): Omit<Body, 'place' | 'wish' | 'half' | 'time'> {
  return {
    date,
    home: home.home,
    whom: form.whom,
    name: (form.whom === 'self' ? form.name : form.family).trim(),
    ...(form.phone && { phone: form.phone }),
    ...(form.category && { category: form.category }),
  };
}

/**
 * Moved to another day: with a place there, the slip in whose stead it was booked is given back. Whoever only waits keeps
 * it. False: it was not given back, and both stand.
 */
export async function giveBack(booking: string, { state }: Pick<Slip, 'state'>): Promise<boolean> {
  if (booking === '' || state !== 'booked') return true;
  const slip = findSlip(booking);
  if (!slip) return false;
  const { date, place, keys } = slip;
  const result = await cancel({ booking, date, from: place, keys }, newKey());
  if (result.ok) forgetSlip(booking);
  return result.ok;
}
