/** 约定走访: what follows from a talk that ended with a visit agreed, or from a visit that promised another one. */
import { listVisitors } from '../../../reception/desk/rules/visits';
import type { LocalDate } from '../../../../miniprogram/contract/wire';
import type { ActivityDocument } from '../../activities/rules/activity-document';
import type { FactDay } from '../../ledger/rules/facts-of-day';

/** Who visits whom by when. Names come as they are stored: encrypted. */
export interface Promised {
  /** Tells apart what one source leaves: the booking at the desk, '' for an activity. */
  part: string;
  person: string;
  /** When it was agreed. */
  agreed: LocalDate;
  due: LocalDate;
  village?: string;
  /** Encrypted name that the visitor or the household goes by. */
  name?: string;
  /** The household's keyed hash: the same name encrypted twice is not the same text. */
  household?: string;
  /** The booking's name is gone, and so it goes here. */
  bare?: true;
}

/** `dueFrom`: the day by which a visit is due that was agreed at the desk on that date. */
export function promisesOfDay(day: FactDay, dueFrom: (date: LocalDate) => LocalDate): Promised[] {
  if (day.state !== 'published') return [];
  return listVisitors(day).flatMap(({ booking, seat, stored, state, visit }): Promised[] => {
    const person = day.seats[seat]?.person;
    // A talk that became a matter is followed there.
    if (state !== 'met' || visit?.o !== 'visit' || visit.r !== undefined || person === undefined) return [];
    const { village, name } = stored;
    const about = { part: booking, person, agreed: day.date, due: dueFrom(day.date), name };
    return [
      Object.assign(about, village !== undefined && { village }, stored.bare && { bare: true as const }),
    ];
  });
}

type PromisingActivity = Pick<
  ActivityDocument,
  'state' | 'date' | 'persons' | 'promised' | 'village' | 'household'
>;

/** `name`: encrypted anew by the caller, who has decrypted the words. */
export function promisesOfActivity(activity: PromisingActivity, name: string | undefined): Promised[] {
  const { state, date, persons, promised, village, household } = activity;
  const [person] = persons;
  if (state !== 'held' || promised === undefined || person === undefined) return [];
  return [
    {
      part: '',
      person,
      agreed: date,
      due: promised,
      ...(village !== undefined && { village }),
      ...(household !== undefined && { household }),
      ...(name !== undefined && { name }),
    },
  ];
}
