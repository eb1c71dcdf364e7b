/**
 * Each deputy at least so often a year, where places suffice. A deputy below the least takes over a seat from
 * one above it; where there is none that fits, along the shortest chain in which each hands on one seat. With a
 * least of one this finds a place whenever there is one (it is the augmenting path of a bipartite matching).
 */
import { countDuties, isBusy, isInRow, roleOn, type DraftSeat, type Sheet } from './roster-sheet';

/** Somebody takes `seat`; `leaves` is the seat they hand on, undefined for the one who had too few. */
interface Move {
  person: string;
  seat: DraftSeat;
  leaves: DraftSeat | undefined;
  before: Move | undefined;
}

function maySit(
  sheet: Sheet,
  person: string,
  seat: DraftSeat,
  leaves: DraftSeat | undefined,
  rested: boolean,
): boolean {
  const record = sheet.people.get(person);
  return (
    record !== undefined &&
    roleOn(record, seat.date)?.deputy === true &&
    !isBusy(sheet, person, seat, leaves) &&
    (!rested || !isInRow(sheet, person, seat, leaves))
  );
}

function isOfHome(sheet: Sheet, person: string, seat: DraftSeat): boolean {
  const record = sheet.people.get(person);
  return record !== undefined && roleOn(record, seat.date)?.home === seat.home;
}

/** Better seats to take first: one's own home, from somebody of another home, from whoever sits most. */
function byPreference(sheet: Sheet, person: string) {
  const rank = (seat: DraftSeat) =>
    (isOfHome(sheet, person, seat) ? 0 : 1_000_000) +
    (seat.person !== '' && isOfHome(sheet, seat.person, seat) ? 1_000 : 0) -
    (seat.person === '' ? 0 : countDuties(sheet, seat.person));
  return (one: DraftSeat, other: DraftSeat) =>
    rank(one) - rank(other) || one.date.localeCompare(other.date) || one.n - other.n;
}

/**
 * The shortest chain that ends on an empty seat or with somebody who has more than the least. `reached` gathers
 * the seats that were looked at.
 */
function findChain(
  sheet: Sheet,
  seats: readonly DraftSeat[],
  person: string,
  least: number,
  rested: boolean,
  reached = new Set<DraftSeat>(),
): Move | undefined {
  const asked = new Set<string>([person]);
  let steps: { person: string; leaves: DraftSeat | undefined; before: Move | undefined }[] = [
    { person, leaves: undefined, before: undefined },
  ];
  while (steps.length > 0) {
    const moves = steps.flatMap((step) =>
      seats
        .filter((seat) => !reached.has(seat) && maySit(sheet, step.person, seat, step.leaves, rested))
        .sort(byPreference(sheet, step.person))
        .map((seat): Move => {
          reached.add(seat);
          return { ...step, seat };
        }),
    );
    const end = moves.find(({ seat }) => seat.person === '' || countDuties(sheet, seat.person) > least);
    if (end) return end;
    steps = moves.flatMap((move) => {
      const holder = move.seat.person;
      if (asked.has(holder)) return [];
      asked.add(holder);
      return [{ person: holder, leaves: move.seat, before: move }];
    });
  }
  return undefined;
}

function apply(sheet: Sheet, empty: readonly DraftSeat[], last: Move): void {
  for (let move: Move | undefined = last; move; move = move.before) {
    if (empty.includes(move.seat) && !sheet.seats.includes(move.seat)) sheet.seats.push(move.seat);
    move.seat.person = move.person;
    move.seat.cause = move.leaves ? 'turn' : 'cover';
  }
}

/** Deputies who serve on at least one of the sheet's days to be filled or kept of this year. */
function listDeputies(sheet: Sheet): string[] {
  const dates = [...new Set([...sheet.daysOf.values()].flat())].filter(
    (date) => Number(date.slice(0, 4)) === sheet.year,
  );
  return [...sheet.people.values()]
    .filter((person) => dates.some((date) => roleOn(person, date)?.deputy === true))
    .map(({ person }) => person);
}

/** Changes the sheet; `empty` are the seats for which nobody was left. */
export function coverDeputies(sheet: Sheet, empty: readonly DraftSeat[], least: number): void {
  let seats = [...sheet.seats.filter(({ cause }) => cause === 'turn'), ...empty];
  for (const person of listDeputies(sheet)) {
    while (countDuties(sheet, person) < least) {
      const reached = new Set<DraftSeat>();
      const chain =
        findChain(sheet, seats, person, least, true) ??
        findChain(sheet, seats, person, least, false, reached);
      if (!chain) {
        // From these seats nobody gets on, whoever else comes to ask.
        seats = seats.filter((seat) => !reached.has(seat));
        break;
      }
      apply(sheet, empty, chain);
    }
  }
}
