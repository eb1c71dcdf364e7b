import type { Consumer } from '../../shared/outbox';
import { daySource, viewDay } from '../ledger/sources-store';
import { keepInLine } from '../ledger/store';

/** Visits, walk-ins and receivers of a reception day: its rows follow the day as it is now. */
export const onDayChanged: Consumer = async ({ township, about }) => {
  const date = String(about['date']);
  await keepInLine(daySource(township, date), () => viewDay(township, date));
};
