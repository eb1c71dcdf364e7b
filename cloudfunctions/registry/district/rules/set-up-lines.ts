/** What of a township's set-up stands, from its rows alone. */
import type { SetUpStep, SetUpView } from '../../../../miniprogram/contract/district';
import type { LocalDate } from '../../../../miniprogram/contract/wire';
import type { Directory } from '../../directory/rules/directory';

export interface Around {
  today: LocalDate;
  /** The district's card is written. */
  district: boolean;
  /** Somebody of the office holds or held a role. */
  office: boolean;
  /** The library knows the holidays of that year. */
  knowsYear: (year: number) => boolean;
}

const year = (date: LocalDate): number => Number(date.slice(0, 4));

/** In the order in which it is done. */
function countSteps(directory: Directory, around: Around): Readonly<Record<SetUpStep, number>> {
  const { card, calendar, routing, villages } = directory;
  const knows = (of: number) => Number(calendar.years.includes(of) || around.knowsYear(of));
  return {
    district: Number(around.district),
    card: Number(card.host !== '' && card.complaints !== ''),
    population: Number(card.population !== undefined && card.voters !== undefined),
    term: directory.terms.length,
    home: directory.homes.length,
    village: villages.length,
    group: directory.groups.length,
    constituency: directory.constituencies.length,
    unit: directory.units.length,
    person: directory.people.length,
    fallback: villages.filter(({ id }) => routing.villageFallback[id] !== undefined).length,
    category: directory.categories.length,
    chief: Number(around.office),
    calendar: knows(year(around.today)),
    'next-year': knows(year(around.today) + 1),
  };
}

export function listSteps(directory: Directory, around: Around): SetUpView['steps'] {
  const counts = Object.entries(countSteps(directory, around)) as [SetUpStep, number][];
  return counts.map(([step, count]) => {
    const all = step === 'fallback' ? directory.villages.length : 1;
    return { step, count, done: count > 0 && count >= all };
  });
}

/** Each village that nobody falls back on, with the first group of its own home. */
export function proposeFallbacks({ villages, groups, routing }: Directory): SetUpView['fallbacks'] {
  return villages
    .filter(({ id }) => routing.villageFallback[id] === undefined)
    .flatMap(({ id, home }) => {
      const group = groups.find((each) => each.home === home);
      return group ? [{ village: id, group: group.id }] : [];
    });
}
