/** A year's plan: one study a month for each group, a training each half-year, on days on which people work. */
import {
  proposeStudies,
  type StudyYear,
} from '../../../../../cloudfunctions/duty/studies/rules/propose-studies';

const plan = (changes: Partial<StudyYear> = {}): StudyYear => ({
  year: 2027,
  today: '2026-12-01',
  day: 5,
  groups: ['g1'],
  all: false,
  studies: [],
  trainings: [],
  worksOn: () => true,
  ...changes,
});
const dates = (changes: Partial<StudyYear>) => proposeStudies(plan(changes)).map(({ date }) => date);

it('is a day of each month for each group', () => {
  const proposed = proposeStudies(plan({ groups: ['g1', 'g2'] }));
  expect(proposed).toHaveLength(24);
  expect(proposed[0]).toStrictEqual({ group: 'g1', date: '2027-01-05' });
  expect(proposed.at(-1)).toStrictEqual({ group: 'g2', date: '2027-12-05' });
});

it('proposes nothing for a day that is not to come', () => {
  expect(dates({ today: '2027-11-04' })).toEqual(['2027-11-05', '2027-12-05']);
  expect(dates({ today: '2027-11-05' })).toEqual(['2027-12-05']);
});

it('leaves a month alone in which the group has one, unless it was withdrawn', () => {
  const studies = [
    { group: 'g1', date: '2027-12-20', state: 'planned' },
    { group: 'g1', date: '2027-10-20', state: 'withdrawn' },
    { group: 'g2', date: '2027-11-20', state: 'held' },
    { date: '2027-09-20', state: 'held' },
  ];
  expect(dates({ studies, today: '2027-08-31' })).toEqual(['2027-09-05', '2027-10-05', '2027-11-05']);
});

describe('a day on which nobody works', () => {
  it('moves to the next on which people do, and says from where', () => {
    const worksOn = (date: string) => !['2027-12-05', '2027-12-06'].includes(date);
    expect(proposeStudies(plan({ today: '2027-11-30', worksOn }))).toStrictEqual([
      { group: 'g1', date: '2027-12-07', movedFrom: '2027-12-05' },
    ]);
  });

  it('at the end of a month moves back, so that the month has its study', () => {
    const worksOn = (date: string) => !['2027-11-30', '2027-11-29'].includes(date);
    const [last] = proposeStudies(plan({ day: 30, today: '2027-11-01', worksOn }));
    expect(last).toStrictEqual({ group: 'g1', date: '2027-11-28', movedFrom: '2027-11-30' });
  });
});

describe('trainings', () => {
  const trained = (...trainings: StudyYear['trainings']) =>
    proposeStudies(plan({ all: true, groups: [], trainings })).map(({ date }) => date);

  it('are the office’s, one for each half-year, at its end', () => {
    expect(trained()).toEqual(['2027-06-05', '2027-12-05']);
    expect(proposeStudies(plan({ all: true, groups: [] }))[0]).not.toHaveProperty('group');
    expect(proposeStudies(plan({ groups: [] }))).toEqual([]);
  });

  it('are proposed where the half-year has none, from its first day to its last', () => {
    const held = (date: string, state = 'held') => ({ date, state });
    expect(trained(held('2027-01-01'))).toEqual(['2027-12-05']);
    expect(trained(held('2027-06-30'))).toEqual(['2027-12-05']);
    expect(trained(held('2027-07-01'))).toEqual(['2027-06-05']);
    expect(trained(held('2027-12-31'))).toEqual(['2027-06-05']);
    expect(trained(held('2026-12-31'))).toEqual(['2027-06-05', '2027-12-05']);
    expect(trained(held('2027-03-01', 'withdrawn'))).toEqual(['2027-06-05', '2027-12-05']);
  });
});
