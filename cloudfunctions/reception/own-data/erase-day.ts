/** One day's document without somebody: their bookings go over to a stranger's name, in one write. */
import { drop, put, type Changes } from '../../shared/conditions';
import { decryptField, hashParts } from '../../shared/cipher';
import { recordAct } from '../../shared/outbox';
import type { Call } from '../../shared/serve';
import { strangerName } from '../../shared/stranger';
import type { LocalDate } from '../../../miniprogram/contract/wire';
import { visitorParty } from '../days/parties-store';
import { bookingId, splitKeys } from '../booking/booking-ids';
import { changeDay, readDay } from '../days/store';
import type { OwnDay, StoredBooking } from '../days/rules/day-document';
import { bareBooking, mayErase, placeHeld } from './rules/bare-bookings';

const ROUNDS = 4;

/** Whoever was one person in the ledger is one still, under a key that follows from a random one and leads nowhere. */
function strangerParty(township: string, stranger: string, stored: StoredBooking, account: string) {
  const party = visitorParty(township, stored, account);
  return party && hashParts(['stranger-party', stranger, party]);
}

function changesOfOne(
  { township, account }: Pick<Call, 'township' | 'account'>,
  stranger: string,
  day: OwnDay,
  short: string,
  stored: StoredBooking,
): Changes {
  const { name, phone, keys, p } = stored;
  const was = [
    keys === '' ? short : keys,
    decryptField(name),
    ...(phone === undefined ? [] : [decryptField(phone)]),
  ];
  const held = placeHeld(day, bookingId(account, short), p);
  const live = splitKeys(keys).filter((key) => day.by?.[key] === bookingId(account, short));
  return {
    [`bookings.${stranger}.${short}`]: put(
      bareBooking(stored, strangerName(stranger, was), strangerParty(township, stranger, stored, account)),
    ),
    [`bookings.${account}.${short}`]: drop,
    ...(held !== undefined && { [`place.${held}`]: put(bookingId(stranger, short)) }),
    ...(held !== undefined && day.words?.[held] !== undefined && { [`words.${held}`]: drop }),
    ...Object.fromEntries(live.map((key) => [`by.${key}`, drop])),
  };
}

/** How many were made bare. One read and one write on the `rev` that was read; busy days are tried again. */
export async function eraseDay(
  call: Call,
  date: LocalDate,
  today: LocalDate,
  stranger: string,
): Promise<number> {
  const { township, account, now } = call;
  const fields = ['rev', 'date', 'place', 'by', 'words', `bookings.${account}`];
  for (let round = 0; round < ROUNDS; round++) {
    const day = (await readDay(township, date, fields)) as (OwnDay & { rev: number }) | undefined;
    const own = Object.entries(day?.bookings?.[account] ?? {}).filter(([, one]) =>
      mayErase(one, date, today),
    );
    if (!day || own.length === 0) return 0;
    const changes = Object.assign(
      {},
      ...own.map(([short, stored]) => changesOfOne(call, stranger, day, short, stored)),
    ) as Changes;
    const record = recordAct({
      at: now,
      by: account,
      act: 'erase',
      of: date,
      from: '',
      to: '',
      key: hashParts(['erase', stranger]),
      event: 'bookings-erased',
      about: { date },
    });
    // Nothing of theirs is left: not even an empty place under their account.
    const isAll = Object.keys(day.bookings?.[account] ?? {}).length === own.length;
    const inside = `bookings.${account}.`;
    const others = Object.entries(changes).filter(([path]) => !isAll || !path.startsWith(inside));
    const forgotten: Changes = {
      // Whom they asked for goes with the bounds of the day when it is over (events/on-clock.ts): before that, whoever
      // deleted their data could ask for more people.
      ...(date < today && { [`asked.${account}`]: drop }),
      ...(isAll && { [`bookings.${account}`]: drop }),
    };
    if (
      await changeDay(
        township,
        date,
        { rev: day.rev },
        { ...Object.fromEntries(others), ...forgotten, ...record },
      )
    )
      return own.length;
  }
  return 0;
}
