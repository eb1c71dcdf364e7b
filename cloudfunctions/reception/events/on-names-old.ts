/** Reception days that are long over: names, phones and notes go, who sat where and what came of it stays. */
import type { Instant, LocalDate } from '../../../miniprogram/contract/wire';
import { decryptField, hashParts } from '../../shared/cipher';
import { readClock } from '../../shared/clock';
import { drop, put, type Changes } from '../../shared/conditions';
import { recordAct } from '../../shared/outbox';
import { strangerName } from '../../shared/stranger';
import type { Sweep } from '../../shared/sweep';
import { visitorParty } from '../days/parties-store';
import { changeDay, readDaysFrom } from '../days/store';
import type { OwnDay, StoredBooking } from '../days/rules/day-document';
import { sweptBooking } from '../own-data/rules/bare-bookings';

type FullDay = OwnDay & { rev: number };

/** One name for one person of that year, whatever they were told apart by. */
function nameFor(
  township: string,
  year: string,
  account: string,
  { name, phone = '' }: StoredBooking,
): string {
  const who = hashParts(['swept', township, account, year]);
  return strangerName(who, [decryptField(name), phone === '' ? '' : decryptField(phone)]);
}

/** One write on the `rev` that was read; false: it changed meanwhile. */
async function sweepDay(township: string, day: FullDay, now: Instant): Promise<boolean> {
  const { date, rev, bookings = {}, words = {} } = day;
  const named = Object.entries(bookings).flatMap(([account, own]) =>
    Object.entries(own)
      .filter(([, stored]) => !stored.bare)
      .map(([short, stored]) => ({ account, short, stored })),
  );
  if (named.length === 0 && Object.keys(words).length === 0) return true;
  const year = date.slice(0, 4);
  const changes: Changes = {
    ...Object.fromEntries(
      named.map(({ account, short, stored }) => [
        `bookings.${account}.${short}`,
        put(
          sweptBooking(
            stored,
            nameFor(township, year, account, stored),
            visitorParty(township, stored, account),
          ),
        ),
      ]),
    ),
    by: put({}),
    words: drop,
  };
  const act = { at: now, by: 'system', act: 'sweep', of: date, from: '', to: '', key: `sweep-${date}` };
  const event = { event: 'bookings-erased', about: { date } };
  return changeDay(township, date, { rev }, { ...changes, ...recordAct({ ...act, ...event }) });
}

const FIELDS = ['rev', 'date', 'bookings', 'words'];

/** One look, and one write for each day. */
export const sweepDays: Sweep = async (township, { before, after, limit, endsAt }, now) => {
  const from: LocalDate = after === '' ? '2020-01-01' : after;
  const days = (await readDaysFrom(township, from, limit, FIELDS)) as FullDay[];
  let last = after;
  for (const day of days) {
    if (readClock() >= endsAt) return { after: last, more: true, count: 0 };
    if (day.date >= before || !(await sweepDay(township, day, now)))
      return { after: last, more: false, count: 0 };
    last = day.date;
  }
  // The day where the turn before stopped is read once more.
  return { after: last, more: days.length === limit && last !== after, count: days.length };
};
