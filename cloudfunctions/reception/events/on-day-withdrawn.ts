import { hashParts } from '../../shared/cipher';
import { add, put } from '../../shared/conditions';
import { recordAct, type Consumer } from '../../shared/outbox';
import { changeRoster } from '../roster/store';

/**
 * Withdrawing closes the day first and then tells the roster. Where it died between the two, this tells it; in
 * the usual case the roster knows already and the condition does not hold.
 */
export const onDayWithdrawn: Consumer = async ({ id, township, about }, now) => {
  const [year, date] = [Number(about['year']), String(about['date'])];
  const where = {
    [`days.${date}.state`]: 'published',
    [`days.${date}.publication`]: Number(about['publication']),
  };
  await changeRoster(township, year, where, {
    [`days.${date}.state`]: put('draft'),
    version: add(1),
    ...recordAct({
      at: now,
      by: 'system',
      act: 'withdraw',
      of: date,
      from: 'published',
      to: 'draft',
      key: hashParts(['event', id]),
      event: 'roster-withdrawn',
      about: { year, date },
    }),
  });
};
