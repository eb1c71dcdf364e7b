/**
 * A day ahead in a closed township is closed as at its closing time: what villagers do there asks no other document. What
 * the desk does is refused at its door.
 */
import { readTownship } from '../../registry/store';
import { toLocalDate } from '../../shared/china-time';
import { absent, drop, exists, put } from '../../shared/conditions';
import type { Consumer } from '../../shared/outbox';
import { changeDay, readDaysFrom } from '../days/store';
import { SHUT } from '../days/rules/day-document';

/** Days that may be published ahead: a year's, with market days. */
const DAYS_AHEAD = 200;

/** For township-closed and township-opened: as the directory stands now. Two calls, and one for each day ahead. */
export const onTownshipClosed: Consumer = async ({ township }, now) => {
  const directory = await readTownship(township, ['closed']);
  const fields = ['date', 'closesAt', 'closedBefore'];
  for (const { date, closesAt, closedBefore } of await readDaysFrom(
    township,
    toLocalDate(now),
    DAYS_AHEAD,
    fields,
  )) {
    if (directory?.closed && !closedBefore) {
      const shut = Object.fromEntries(Object.keys(closesAt).map((home) => [home, SHUT]));
      const changes = { closesAt: put(shut), closedBefore: put(closesAt) };
      await changeDay(township, date, { closedBefore: absent }, changes);
    }
    if (!directory?.closed && closedBefore) {
      const changes = { closesAt: put(closedBefore), closedBefore: drop };
      await changeDay(township, date, { closedBefore: exists }, changes);
    }
  }
};
