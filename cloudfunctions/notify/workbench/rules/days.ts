/** The coming reception day in numbers, and visits of the last days of which nobody wrote down what came of them. */
import type { LocalDate } from '../../../../miniprogram/contract/wire';
import { WORK_ROWS } from '../../../../miniprogram/contract/workbench';
import type { OwnDay } from '../../../reception/days/rules/day-document';
import { isOver } from '../../../reception/booking/rules/free-places';
import type { PlannedDay } from '../../../reception/calendar/rules/year-calendar';
import { hasCome, isUnrecorded, listVisitors, type Visitor } from '../../../reception/desk/rules/visits';
import { isHeld, parseSeat, type RosterDocument } from '../../../reception/roster/rules/roster-document';
import type { Projection, StoredHome, StoredWorkDay } from './projection';

/** On the day itself only those are without a result who came: the others may still come. */
function countHome(home: string, visitors: readonly Visitor[], over: boolean): StoredHome {
  const here = visitors.filter((visitor) => visitor.home === home);
  return {
    home,
    booked: here.filter(({ origin }) => origin !== 'walk-in').length,
    arrived: here.filter(hasCome).length,
    received: here.filter(({ state }) => state === 'talking' || state === 'met').length,
    unrecorded: here.filter((visitor) => isUnrecorded(visitor) && (over || hasCome(visitor))).length,
  };
}

export function countDay(day: OwnDay, now: number): StoredHome[] {
  const visitors = listVisitors(day);
  return Object.keys(day.homes)
    .sort()
    .map((home) => countHome(home, visitors, isOver(day, now, home)));
}

/** Swaps that were handed back to the office: nobody sits there yet. */
export function listSwaps(rosters: readonly RosterDocument[], today: LocalDate): Projection['swaps'] {
  const open = rosters
    .flatMap((roster) =>
      Object.values(roster.swaps).filter(
        (swap) => swap.state === 'office' && swap.date >= today && isHeld(roster, swap),
      ),
    )
    .sort((one, other) => one.date.localeCompare(other.date));
  const rows = open.slice(0, WORK_ROWS).map(({ date, seat, from }) => {
    const { home, half } = parseSeat(seat);
    return { date, home, half, person: from };
  });
  return { count: open.length, rows };
}

export function listUnrecorded(days: readonly OwnDay[], now: number): Projection['unrecorded'] {
  const all = days
    .filter((day) => day.state === 'published')
    .flatMap((day) =>
      listVisitors(day)
        .filter((visitor) => isOver(day, now, visitor.home) && isUnrecorded(visitor))
        .map(({ home, number }) => ({ date: day.date, home, number })),
    );
  return { count: all.length, rows: all.slice(0, WORK_ROWS) };
}

/** `planned`: the calendar's days from today on. */
export function findWorkDay(
  days: readonly OwnDay[],
  planned: readonly PlannedDay[],
  rosters: readonly RosterDocument[],
  now: number,
): StoredWorkDay | undefined {
  const day = days.find(({ state }) => state === 'published');
  const [first] = planned;
  if (day && (!first || day.date <= first.date)) {
    const missing = rosters.flatMap((roster) =>
      Object.values(roster.swaps)
        .filter((swap) => swap.date === day.date && swap.state === 'office' && isHeld(roster, swap))
        .map(({ seat }) => {
          const { home, half } = parseSeat(seat);
          return { home, half };
        }),
    );
    return { date: day.date, published: true, homes: countDay(day, now), missing };
  }
  return (
    first && {
      date: first.date,
      published: false,
      ...(first.provisional && { provisional: first.provisional }),
      homes: [],
      missing: [],
    }
  );
}

/** The first that somebody can publish: a date that may still change is not asked for. */
export function nextUnpublished(
  planned: readonly PlannedDay[],
  rosters: readonly RosterDocument[],
): LocalDate | undefined {
  return planned.find(
    ({ date, provisional }) =>
      !provisional && rosters.every((roster) => roster.days[date]?.state !== 'published'),
  )?.date;
}
