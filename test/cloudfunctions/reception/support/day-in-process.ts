/** A reception day in process: its acts, and what they left in it. */
import { main as reception } from '../../../../cloudfunctions/reception/index';
import type { DayDocument } from '../../../../cloudfunctions/reception/days/rules/day-document';
import type { Slip } from '../../../../miniprogram/contract/reception';
import { startInProcess, type InProcessCloud } from '../../../support/in-process';
import { DATE, makeDay, TOWNSHIP } from './days';
import { grantsOf } from './desk';
import { AT_START, bookInput, newKey } from './reception';

let cloud: InProcessCloud;
export async function startDay(): Promise<InProcessCloud> {
  cloud = await startInProcess({ reception });
  return cloud;
}

/** The day with nobody on it, the office with none of its calls counted. */
export function resetDay(): void {
  cloud.clock.set(Date.parse(AT_START));
  cloud.replace('days', [makeDay()]);
  cloud.replace('invitations', grantsOf(cloud.clock.now()));
}

export interface Left {
  history: { act: string; of: string; by: string; from: string; to: string; words?: string }[];
  outbox: { id: string; event: string; about: object; at: number }[];
}
export const day = (date = DATE): Omit<DayDocument, keyof Left> & Left => {
  const found = cloud.documents<Left & DayDocument>('days').find((one) => one.date === date);
  if (!found) throw new Error(`no day ${date}`);
  return found;
};
export const last = () => ({ row: day().history.at(-1), event: day().outbox.at(-1) });
export const plain = (openid: string, action: string, input: object, key = newKey()) =>
  cloud.invoke('reception', action, { township: TOWNSHIP, ...input }, { openid, key });
export const ask = (openid: string, action: string, input: object = {}, key = newKey()) =>
  plain(openid, action, { date: DATE, ...input }, key);
/** Twice under one key: the same answer, and nothing further; with another body the key is refused. */
export async function once(openid: string, action: string, input: object, other: object) {
  const key = newKey();
  const first = await ask(openid, action, input, key);
  const { rev } = day();
  expect(first).toMatchObject({ ok: true });
  expect((await ask(openid, action, input, key)).data).toEqual(first.data);
  expect(await ask(openid, action, { ...input, ...other }, key)).toMatchObject({ code: 'key-reused' });
  expect(day().rev).toBe(rev);
  return first;
}
export const hold = async (openid: string, own: object = {}) =>
  (await ask(openid, 'book', bookInput(own))).data as Slip;
export const bookingOf = ({ booking }: Pick<Slip, 'booking'>) => {
  const [account = '', short = ''] = booking.split('-');
  return day().bookings[account]?.[short];
};
export const any = { wish: { who: 'any' } };
export const delivered = (event: string, about: object) =>
  ({
    id: `e-${event}`,
    township: TOWNSHIP,
    collection: 'days',
    document: '',
    event,
    at: cloud.clock.now(),
    about,
  }) as never;
