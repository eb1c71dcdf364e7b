/** What is open in the sample's township, and what of it hangs on nobody who may have it on a day. */
import { tiesId, type TiesDocument } from '../../../../cloudfunctions/duty/ties/store';
import { ownerOf } from '../../../../cloudfunctions/congress/suggestion/rules/owner';
import {
  facetsOf,
  type SuggestionDocument,
} from '../../../../cloudfunctions/congress/suggestion/rules/suggestion-document';
import type { ActivityDocument } from '../../../../cloudfunctions/duty/activities/rules/activity-document';
import { isOpenOpinion } from '../../../../cloudfunctions/duty/opinions/rules/life-cycle';
import { keepPromises, type StoredPromise } from '../../../../cloudfunctions/duty/promises/store';
import {
  emptyRoster,
  type RosterDocument,
} from '../../../../cloudfunctions/reception/roster/rules/roster-document';
import { membersOn, type Directory } from '../../../../cloudfunctions/registry/directory/rules/directory';
import type { RequestDocument } from '../../../../cloudfunctions/request/rules/request-document';
import type { LocalDate } from '../../../../miniprogram/contract/wire';
import type { InProcessCloud } from '../../../support/in-process';

export function directoryOf(cloud: InProcessCloud): Directory {
  const found = cloud.documents<Directory>('townships').find(({ _id }) => _id === 'bh');
  if (!found) throw new Error('no directory');
  return found;
}

const ofTownship = <T extends { township: string }>(cloud: InProcessCloud, collection: string) =>
  cloud.documents<T>(collection).filter(({ township }) => township === 'bh');

export const openIn = <T extends { township: string; open: boolean }>(
  cloud: InProcessCloud,
  collection: string,
): T[] => ofTownship<T>(cloud, collection).filter(({ open }) => open);

export const source = (person: string) => ({
  township: 'bh',
  kind: 'activity' as const,
  id: `bh~of-${person}`,
});
export const promised = (person: string, agreed: LocalDate) => ({
  part: '',
  person,
  agreed,
  due: '2026-11-30',
  village: 'v4',
});

export const townDeputies = (cloud: InProcessCloud, date: LocalDate) =>
  membersOn(directoryOf(cloud).people, date).filter(({ level }) => level === 'town');

/** The sample's open matters are with a few deputies: here each has one, a visit to make, and a seat in the next year. */
export async function spread(cloud: InProcessCloud, date: LocalDate): Promise<void> {
  const all = townDeputies(cloud, date).map(({ person }) => person);
  const someone = (n: number) => all[n % all.length] ?? '';
  const held = openIn<RequestDocument>(cloud, 'requests').filter(({ owner }) => owner.person !== '');
  cloud.replace(
    'requests',
    cloud.documents<RequestDocument>('requests').map((one) => {
      const n = held.indexOf(one);
      return n < 0 ? one : { ...one, owner: { ...one.owner, person: someone(n * 3) } };
    }),
  );
  cloud.replace(
    'suggestions',
    cloud.documents<SuggestionDocument>('suggestions').map((one, n) => {
      const lead = someone(n * 3 + 1);
      return one.open && one.township === 'bh' ? { ...one, lead, facets: facetsOf({ ...one, lead }) } : one;
    }),
  );
  for (const person of all) await keepPromises(source(person), [promised(person, date)]);
  const roster = emptyRoster('bh', 2027);
  all.forEach((person, n) => {
    const day = `2027-${String(1 + Math.floor(n / 4)).padStart(2, '0')}-05`;
    roster.days[day] = { state: 'draft', publication: 0 };
    const seat = `h${String(1 + (n % 2))}-${n % 4 < 2 ? 'am' : 'pm'}-1`;
    (roster.seats[day] ??= {})[seat] = { person, why: '', at: 1 };
  });
  cloud.replace('rosters', [...cloud.documents<RosterDocument>('rosters'), roster]);
}

/** Households that are tied to each of these. */
export function tie(cloud: InProcessCloud, people: readonly string[]): void {
  const ties = { t1: { said: 'x', measures: [], since: '2026-01-01' } };
  const rest = { township: 'bh', rev: 1, ties, acts: [], history: [], outbox: [], outboxAt: 0 };
  cloud.replace(
    'ties',
    people.map((person) => ({ ...rest, _id: tiesId('bh', person), person })),
  );
}

export const seatsOf = (cloud: InProcessCloud, person: string, from: LocalDate) =>
  ofTownship<RosterDocument>(cloud, 'rosters')
    .flatMap(({ seats }) => Object.entries(seats))
    .flatMap(([date, held]) => (date < from ? [] : Object.values(held)))
    .filter((seat) => seat.person === person);

/**
 * Whatever is open and has no owner who may have it on that day: requests, suggestions, 视察意见, promised visits, seats of
 * the roster, studies that are planned.
 */
export function listLeft(cloud: InProcessCloud, date: LocalDate): string[] {
  const directory = directoryOf(cloud);
  const { people, units, groups } = directory;
  const able = (day: LocalDate) =>
    new Set(
      membersOn(people, day).flatMap(({ person, level, receiver, presidium }) =>
        level !== undefined || receiver === true || presidium === true ? [person] : [],
      ),
    );
  const inOffice = able(date);
  const requests = openIn<RequestDocument>(cloud, 'requests').filter(
    ({ owner: { kind, person } }) => (kind as string) === '' || (person !== '' && !inOffice.has(person)),
  );
  const suggestions = openIn<SuggestionDocument>(cloud, 'suggestions').filter(
    (one) => !(inOffice.has(one.lead) || (one.leadGone === true && ownerOf(one) !== 'deputy')),
  );
  const visits = openIn<StoredPromise>(cloud, 'promises').filter(({ person }) => !inOffice.has(person));
  const seats = ofTownship<RosterDocument>(cloud, 'rosters').flatMap(({ seats: days }) =>
    Object.entries(days).flatMap(([day, held]) =>
      day < date
        ? []
        : Object.values(held).flatMap(({ person }) => (able(day).has(person) ? [] : [`${day} ${person}`])),
    ),
  );
  const activities = ofTownship<ActivityDocument>(cloud, 'activities');
  const opinions = activities.flatMap(({ _id, opinions: own }) =>
    Object.values(own).flatMap((one) =>
      // With its unit, or with the office, which is never gone; by a date.
      isOpenOpinion(one) && (one.due === '' || !units.some(({ id }) => id === one.unit)) ? [_id] : [],
    ),
  );
  // Whoever leads the group on that day keeps the list, and the office does in any case.
  const studies = activities.filter(
    ({ state, group, lists }) =>
      state === 'planned' &&
      (!lists.includes('all') || !groups.some(({ id }) => group === undefined || id === group)),
  );
  return [
    ...requests.map(({ _id, owner }) => `request ${_id} of ${owner.person}`),
    ...suggestions.map(({ _id, lead }) => `suggestion ${_id} of ${lead}`),
    ...visits.map(({ _id, person }) => `visit ${_id} of ${person}`),
    ...seats.map((seat) => `seat ${seat}`),
    ...opinions.map((id) => `opinion of ${id}`),
    ...studies.map(({ _id }) => `study ${_id}`),
  ];
}

export const openTies = (cloud: InProcessCloud) =>
  ofTownship<TiesDocument>(cloud, 'ties').flatMap(({ person, ties }) =>
    Object.values(ties).some(({ ended }) => ended === undefined) ? [person] : [],
  );
