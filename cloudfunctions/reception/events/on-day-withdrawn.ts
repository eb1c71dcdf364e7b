import { add, put } from '../../shared/conditions';
import type { Consumer } from '../../shared/outbox';
import { changeRoster } from '../roster/store';

/**
 * Withdrawing closes the day first and then tells the roster. Where it died between the two, this tells it; in
 * the usual case the roster knows already and the condition does not hold. The act's row stands with the day.
 */
export const onDayWithdrawn: Consumer = async ({ township, about }) => {
  const [year, date] = [Number(about['year']), String(about['date'])];
  const where = {
    [`days.${date}.state`]: 'published',
    [`days.${date}.publication`]: Number(about['publication']),
  };
  await changeRoster(township, year, where, { [`days.${date}.state`]: put('draft'), version: add(1) });
};
