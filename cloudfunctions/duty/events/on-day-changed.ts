import { settingsOf } from '../../registry/directory/rules/settings';
import { recallTownship } from '../../registry/store';
import { addWorkingDays, holidaysOf } from '../../request/life/rules/deadline';
import type { Consumer } from '../../shared/outbox';
import { daySource, factsOfStoredDay, readFactDay } from '../ledger/sources-store';
import { keepInLine } from '../ledger/store';
import { promisesOfDay } from '../promises/rules/promise';
import { keepPromises } from '../promises/store';

type FactDay = NonNullable<Awaited<ReturnType<typeof readFactDay>>>;

/** Visits, walk-ins and receivers of a reception day: its rows follow the day as it is now, and so do visits agreed. */
export const onDayChanged: Consumer = async ({ township, about }, now) => {
  const date = String(about['date']);
  const source = daySource(township, date);
  let day: FactDay | undefined;
  await keepInLine(source, async () => {
    day = await readFactDay(township, date);
    return day && { rev: day.rev, facts: factsOfStoredDay(township, day) };
  });
  const directory = (await recallTownship(township, now))?.directory;
  if (!day || !directory) return;
  const { promisedVisitDays } = settingsOf(directory.settings);
  const holidays = holidaysOf(directory);
  const dueFrom = (agreed: string) => addWorkingDays(agreed, promisedVisitDays, holidays);
  await keepPromises(source, promisesOfDay(day, dueFrom));
};
