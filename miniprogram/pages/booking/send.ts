/** One booking act: what is sent, under which key, and what the phone remembers of the answer. */
import type { BookInput, HomeDay, Slip } from '../../contract/reception';
import type { LocalDate } from '../../contract/wire';
import { intend } from '../../platform/keys';
import type { Pending } from '../../platform/keys';
import { listFree, pickPlace, toTimeWish, toWish, withReceiver } from '../../platform/place-choice';
import type { Result } from '../../platform/result';
import { rememberSlips } from '../../platform/slips';
import { keep } from '../../platform/storage';
import { book } from '../../services/reception';
import type { BookingForm } from './view';

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
  if (!place && act.pending?.wish !== wish) return undefined;
  const pending = intend(act.pending, wish, () => toBody(act, place?.place ?? ''));
  const result = await book(pending.input, pending.key);
  if (!result.ok) return { result, pending };
  rememberSlips([withReceiver(result.data, home)]);
  if (form.whom === 'self') keep('self', { name: form.name.trim(), phone: form.phone });
  return { result, pending };
}

function toBody({ date, home, form }: Act, place: string): Body {
  return {
    date,
    home: home.home,
    place,
    wish: toWish(form.who),
    ...toTimeWish(form.time),
    whom: form.whom,
    name: (form.whom === 'self' ? form.name : form.family).trim(),
    ...(form.phone && { phone: form.phone }),
    ...(form.category && { category: form.category }),
  };
}
