/** The reception day that follows from a roster, and what brings an older projection in line with it. */
import type { Receiver } from '../../../../miniprogram/contract/reception';
import type { Half, Instant, LocalDate } from '../../../../miniprogram/contract/wire';
import type { Directory } from '../../../registry/directory/rules/directory';
import { toReceptionSettings } from '../../../registry/directory/rules/reception-settings';
import { ownBounds } from './bounds';
import type { DayDocument } from './day-document';
import { publishDay, type DayRoster } from './publish-day';
import { parseSeat, type RosterDocument } from '../../roster/rules/roster-document';
import { receiversOn } from '../../roster/rules/roster-people';

export type ProjectedFields = Pick<
  DayDocument,
  'date' | 'state' | 'seats' | 'publication' | 'rosterRev' | 'rev'
>;

function seatedOn(roster: RosterDocument, directory: Pick<Directory, 'people'>, date: LocalDate) {
  const receivers = receiversOn(directory, date);
  const seats = Object.entries(roster.seats[date] ?? {}).map(([seat, { person }]): [string, Receiver] => {
    const name = directory.people.find(({ id }) => id === person)?.name ?? '';
    return [seat, receivers.get(person) ?? { person, name, deputy: false }];
  });
  return seats.sort(([one], [other]) => parseSeat(one).n - parseSeat(other).n);
}

/** The day as it is first published. `rosterRev` is the roster's revision that it shows. */
export function projectDay(
  roster: RosterDocument,
  directory: Directory,
  date: LocalDate,
  now: Instant,
): DayDocument {
  const homes: Record<string, Partial<Record<Half, Receiver[]>>> = {};
  for (const [seat, receiver] of seatedOn(roster, directory, date)) {
    const { home, half } = parseSeat(seat);
    const halves = (homes[home] ??= {});
    (halves[half] ??= []).push(receiver);
  }
  const { township } = roster;
  const planned: DayRoster = {
    township,
    date,
    homes,
    settings: toReceptionSettings(directory),
    bounds: ownBounds(directory.settings),
    publishedAt: now,
  };
  const publication = roster.days[date]?.publication ?? 0;
  return { ...publishDay(planned), publication, rosterRev: roster.rev };
}

export interface SeatReplaced {
  seat: string;
  from: string;
  receiver: Receiver;
}

/** `publish`: the whole plan is new; `seats`: the same publication with other receivers; `nothing`: in line. */
export type Alignment =
  | { kind: 'publish'; day: DayDocument }
  | { kind: 'seats'; replaced: SeatReplaced[]; rosterRev: number }
  | { kind: 'nothing' };

/**
 * What the day needs. A roster read earlier than the one that the day shows changes nothing, nor does one that
 * was published before the day was withdrawn: late and repeated events do no harm.
 */
export function alignDay(
  day: ProjectedFields,
  roster: RosterDocument,
  directory: Directory,
  now: Instant,
): Alignment {
  const wanted = roster.days[day.date];
  if (wanted?.state !== 'published') return { kind: 'nothing' };
  const publication = day.publication ?? 0;
  if (publication < wanted.publication) {
    return day.state === 'draft'
      ? { kind: 'publish', day: projectDay(roster, directory, day.date, now) }
      : { kind: 'nothing' };
  }
  const stale = publication > wanted.publication || (day.rosterRev ?? 0) >= roster.rev;
  if (stale || day.state !== 'published') return { kind: 'nothing' };
  const replaced = seatedOn(roster, directory, day.date).flatMap(([seat, receiver]) => {
    const before = day.seats[seat];
    return before && before.person !== receiver.person ? [{ seat, from: before.person, receiver }] : [];
  });
  return { kind: 'seats', replaced, rosterRev: roster.rev };
}

/** People who booked or wait on that day. */
export function countLive(of: DayDocument['of'] | undefined): number {
  return Object.values(of ?? {}).reduce((sum, live) => sum + live.length, 0);
}
