/** Why each proposed seat went to whom, in words for the clerk; no names, which stand beside it. */
import { hasLead, roleOn, seatsNear, type DraftSeat, type ProposedSeat, type Sheet } from './roster-sheet';

/** Of two seats in a row the later one says so, or the one beside a kept seat. */
function sitsJustBefore(sheet: Sheet, seat: DraftSeat): boolean {
  return seatsNear(sheet, seat.person, seat, seat).some(
    (near) =>
      near.cause === 'kept' || near.date < seat.date || (near.date === seat.date && near.half < seat.half),
  );
}

function anyLead(sheet: Sheet): boolean {
  return [...sheet.people.values()].some(({ roles }) => roles.some(({ lead }) => lead !== undefined));
}

function explain(sheet: Sheet, seat: DraftSeat, home: string, count: number, least: number): string {
  const person = sheet.people.get(seat.person);
  const role = person && roleOn(person, seat.date);
  const turn = `本年第${count}次`;
  if (seat.cause === 'lead') return `${role?.lead ?? ''}带头坐班，${turn}`;
  const own = role?.home === seat.home;
  const parts =
    seat.cause === 'cover'
      ? [
          `保证每位代表一年坐班至少${least}次`,
          own ? `${home}的代表` : `到${home}，因为本家的席位排不开`,
          turn,
        ]
      : [own ? `${home}的代表，按次序轮到` : `${home}的代表排不开，请其他代表`, turn];
  if (sitsJustBefore(sheet, seat)) parts.push('与相邻的接访日连着，因为当天没有别的人选');
  if (seat.n === 1 && anyLead(sheet) && !hasLead(sheet, seat)) parts.push('带头成员当天都排不开');
  return parts.join('，');
}

export function explainSeats(
  sheet: Sheet,
  homes: readonly { id: string; name: string }[],
  least: number,
): ProposedSeat[] {
  const names = new Map(homes.map(({ id, name }) => [id, name]));
  const counts = new Map<string, number>();
  const inOrder = sheet.seats
    .filter(({ date, person }) => Number(date.slice(0, 4)) === sheet.year && person !== '')
    .sort((one, other) => one.date.localeCompare(other.date) || one.half.localeCompare(other.half));
  return inOrder.flatMap((seat) => {
    const count = (counts.get(seat.person) ?? 0) + 1;
    counts.set(seat.person, count);
    if (seat.cause === 'kept') return [];
    const { date, home, half, n, person } = seat;
    const why = explain(sheet, seat, names.get(home) ?? '', count, least);
    return [{ date, home, half, n, person, why }];
  });
}
