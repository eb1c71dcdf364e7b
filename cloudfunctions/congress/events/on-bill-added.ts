/** A bill that was left off the agenda becomes a suggestion and keeps its link (mission F1); made twice it is one. */
import { settingsOf } from '../../registry/directory/rules/settings';
import { recallTownship } from '../../registry/store';
import { addWorkingDays, holidaysOf } from '../../request/life/rules/deadline';
import { toLocalDate } from '../../shared/china-time';
import type { Consumer } from '../../shared/outbox';
import { baseOn } from '../session/rules/attendance';
import { readRow } from '../session/store';
import { suggestionFromBill } from '../suggestion/rules/from-bill';
import { createFromBill, suggestionOfBill } from '../suggestion/store';

/** Its days count from when it was entered, however late this runs. Two calls. */
export const onBillAdded: Consumer = async ({ township, document, at }, now) => {
  const [known, bill] = await Promise.all([recallTownship(township, now), readRow(township, document)]);
  if (!known || bill?.kind !== 'bill') return;
  const { directory } = known;
  const today = toLocalDate(at);
  const { suggestionExamineDays } = settingsOf(directory.settings);
  const suggestion = suggestionFromBill(bill, {
    id: suggestionOfBill(township, document),
    now: at,
    today,
    due: addWorkingDays(today, suggestionExamineDays, holidaysOf(directory)),
    able: new Set(baseOn(directory, toLocalDate(now))),
  });
  if (suggestion) await createFromBill(suggestion, document);
};
