import type { LocalDate, Instant } from '../../../miniprogram/contract/wire';
import { hashParts } from '../../shared/cipher';
import { drop, put } from '../../shared/conditions';
import { bornWith, recordAct, recordActs, type Act, type Consumer } from '../../shared/outbox';
import { bringBans } from '../bans/store';
import {
  alignDay,
  projectDay,
  type Alignment,
  type ProjectedFields,
  type SeatReplaced,
} from '../days/rules/project-day';
import {
  bringClosingWhereClosed,
  changeDay,
  createDay,
  readDirectory,
  readProjectedDay,
} from '../days/store';
import { readRosters } from '../roster/store';

/** Changes of the day by others that may come in between; then the relay tries again later. */
const TURNS = 5;

interface Cause {
  township: string;
  date: LocalDate;
  /** The event's id. */
  event: string;
  now: Instant;
}

function replacement({ date, event, now }: Cause, { seat, from, receiver }: SeatReplaced): Act {
  const to = receiver.person;
  return {
    at: now,
    by: 'system',
    act: 'replace',
    of: seat,
    from,
    to,
    key: hashParts(['event', event, seat]),
    event: 'receiver-replaced',
    about: { date, seat, from, to },
  };
}

function publication(cause: Cause): Act {
  const { date, event, now } = cause;
  return {
    at: now,
    by: 'system',
    act: 'publish',
    of: date,
    from: 'draft',
    to: 'published',
    key: hashParts(['event', event]),
    event: 'day-published',
    about: { date },
  };
}

/** One write on the revision that was read; false when somebody came in between. */
async function bringInLine(day: ProjectedFields, needs: Alignment, cause: Cause): Promise<boolean> {
  const where = { rev: day.rev };
  if (needs.kind === 'nothing') return true;
  const { township, date } = cause;
  if (needs.kind === 'publish') {
    const { homes, closesAt, seats, plan, place, publishedAt, publication: n } = needs.day;
    const { last = {}, rosterRev, clearAt, bounds } = needs.day;
    return changeDay(township, date, where, {
      homes: put(homes),
      closesAt: put(closesAt),
      closedBefore: drop,
      bounds: bounds ? put(bounds) : drop,
      seats: put(seats),
      plan: put(plan),
      place: put(place),
      waiting: put({}),
      last: put(last),
      publishedAt: put(publishedAt),
      state: put('published'),
      // Nobody booked on a day that was withdrawn; what was closed then is open in the new plan.
      publication: put(n),
      rosterRev: put(rosterRev),
      blocked: drop,
      clearAt: put(clearAt),
      ...recordAct(publication(cause)),
    });
  }
  return changeDay(township, date, where, {
    ...Object.fromEntries(needs.replaced.map(({ seat, receiver }) => [`seats.${seat}`, put(receiver)])),
    rosterRev: put(needs.rosterRev),
    ...recordActs(needs.replaced.map((one) => replacement(cause, one))),
  });
}

/**
 * For roster-published and seat-changed: the day is brought in line with the roster as it is now, whatever the
 * event said. Bookings point to the seat and stay. Whoever is banned is banned there too: the day first, then the bans
 * and whether the township is closed, so that nothing that comes meanwhile is missed.
 */
export const onRosterChanged: Consumer = async ({ id, township, about }, now) => {
  const date = String(about['date']);
  const cause: Cause = { township, date, event: id, now };
  for (let turn = 0; turn < TURNS; turn++) {
    const [roster] = await readRosters(township, [Number(about['year'])]);
    if (roster?.days[date]?.state !== 'published') return;
    const directory = await readDirectory(township);
    const day = await readProjectedDay(township, date);
    const done = day
      ? await bringInLine(day, alignDay(day, roster, directory, now), cause)
      : await createDay({ ...projectDay(roster, directory, date, now), ...bornWith(publication(cause)) });
    if (done) {
      await bringBans(township, now);
      return bringClosingWhereClosed(township, now);
    }
  }
  throw new Error('the day changed too often');
};
