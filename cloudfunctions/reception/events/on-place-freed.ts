import type { Instant, LocalDate } from '../../../miniprogram/contract/wire';
import { toLocalDate } from '../../shared/china-time';
import { hashParts } from '../../shared/cipher';
import { absent, above, put, take } from '../../shared/conditions';
import { recordAct, type Consumer, type Delivered } from '../../shared/outbox';
import { parsePlace, waitingKey } from '../days/rules/place-id';
import { heirOf } from '../booking/rules/waiting-list';
import { changeDay, readDay } from '../days/store';

/** Heads that may leave the list meanwhile; then the relay tries again later. */
const TURNS = 5;

/** Which places the event set free: the one that was left, or those that were opened again. */
function freedBy({ event, about }: Delivered): string[] {
  if (event === 'places-opened') return String(about['places']).split(',');
  return [String(event === 'booking-moved' ? about['from'] : about['place'])];
}

/** One read, one write: the place is still free, the head still the head, booking not closed. */
async function givePlace(
  { id, township }: Delivered,
  date: LocalDate,
  place: string,
  now: Instant,
): Promise<void> {
  const list = waitingKey(place);
  const fields = ['state', 'closesAt', `place.${place}`, `blocked.${place}`, `waiting.${list}`];
  for (let turn = 0; turn < TURNS; turn++) {
    const day = await readDay(township, date, fields);
    const heir = day && heirOf(day, place, now);
    if (heir === undefined) return;
    const own = `bookings.${heir.replace('-', '.')}`;
    const where = {
      state: 'published',
      [`closesAt.${parsePlace(place).home}`]: above(now),
      [`place.${place}`]: 0,
      [`blocked.${place}`]: absent,
      [`waiting.${list}.0`]: heir,
      [`${own}.state`]: 'waiting',
    };
    const given = await changeDay(township, date, where, {
      [`place.${place}`]: put(heir),
      [`waiting.${list}`]: take(heir),
      [`${own}.state`]: put('booked'),
      [`${own}.p`]: put(place),
      ...recordAct({
        at: now,
        by: 'system',
        act: 'give',
        of: heir,
        from: list,
        to: place,
        key: hashParts(['event', id, place, heir]),
        event: 'place-given',
        about: { date, booking: heir, place },
      }),
    });
    if (given) return;
  }
  throw new Error('the waiting list changed too often');
}

/**
 * For booking-cancelled, booking-moved and places-opened: a free place goes to the head of its list. After closing
 * nothing is given, and the place is for whoever just comes.
 */
export const onPlaceFreed: Consumer = async (delivered, now) => {
  const date = String(delivered.about['date']);
  if (date < toLocalDate(now)) return;
  for (const place of freedBy(delivered)) await givePlace(delivered, date, place, now);
};
