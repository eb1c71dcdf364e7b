/** What one receiver has ahead: duties, swaps asked of them, and whom they may ask. */
import type { MyDuties, MyDuty } from '../../../../miniprogram/contract/roster';
import type { LocalDate } from '../../../../miniprogram/contract/wire';
import { membersOn, nameOf, type Directory } from '../../../registry/directory/rules/directory';
import { toReceptionSettings } from '../../../registry/directory/rules/reception-settings';
import { isHeld, isOpen, parseSeat, swapId, type RosterDocument } from './roster-document';
import { namesOf, toSwap } from './roster-view';
import { settingsOfHome } from '../../calendar/rules/settings';

function dutiesOf(roster: RosterDocument, directory: Directory, me: string, today: LocalDate): MyDuty[] {
  const homes = new Map(directory.homes.map(({ id, name }) => [id, name]));
  const settings = toReceptionSettings(directory);
  const names = namesOf(directory);
  const dates = Object.keys(roster.seats).filter((date) => date >= today);
  return dates.flatMap((date) =>
    Object.entries(roster.seats[date] ?? {}).flatMap(([seat, { person }]): MyDuty[] => {
      const { home, half } = parseSeat(seat);
      const times = settingsOfHome(settings, home).halves[half];
      if (person !== me || !times) return [];
      const id = swapId(date, seat);
      const swap = roster.swaps[id];
      return [
        {
          date,
          home,
          homeName: homes.get(home) ?? '',
          half,
          seat,
          start: times.start,
          end: times.end,
          published: roster.days[date]?.state === 'published',
          ...(isOpen(swap) && swap.from === me && { swap: toSwap(id, swap, names) }),
        },
      ];
    }),
  );
}

function askedOf(roster: RosterDocument, directory: Directory, me: string, today: LocalDate) {
  const homes = new Map(directory.homes.map(({ id, name }) => [id, name]));
  const names = namesOf(directory);
  return Object.entries(roster.swaps).flatMap(([id, swap]) => {
    if (swap.state !== 'asked' || swap.to !== me || swap.date < today || !isHeld(roster, swap)) return [];
    const { home, half } = parseSeat(swap.seat);
    return [{ ...toSwap(id, swap, names), homeName: homes.get(home) ?? '', half }];
  });
}

function sitsOf(rosters: readonly RosterDocument[], person: string, today: LocalDate): LocalDate[] {
  const days = rosters.flatMap(({ seats }) => Object.entries(seats));
  return days
    .filter(([date, held]) => date >= today && Object.values(held).some((seat) => seat.person === person))
    .map(([date]) => date)
    .sort();
}

/** Duties from today on, nearest first. */
export function toMyDuties(
  rosters: readonly RosterDocument[],
  directory: Directory,
  me: string,
  today: LocalDate,
): MyDuties {
  const colleagues = membersOn(directory.people, today).filter(
    ({ person, claimed, level, presidium, receiver }) =>
      person !== me && claimed && (level !== undefined || presidium === true || receiver === true),
  );
  return {
    duties: rosters
      .flatMap((roster) => dutiesOf(roster, directory, me, today))
      .sort((one, other) => one.date.localeCompare(other.date) || one.half.localeCompare(other.half)),
    asked: rosters
      .flatMap((roster) => askedOf(roster, directory, me, today))
      .sort((one, other) => one.date.localeCompare(other.date)),
    colleagues: colleagues.map(({ person, name, group }) => ({
      person,
      name,
      ...(group !== undefined && { group: nameOf(directory.groups, group) }),
      sits: sitsOf(rosters, person, today),
    })),
  };
}
