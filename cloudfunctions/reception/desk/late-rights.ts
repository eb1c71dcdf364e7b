/** Whether somebody may still enter a visit of that day; on the day itself without a call. */
import type { LocalDate, Refused } from '../../../miniprogram/contract/wire';
import { toEntrySettings } from '../../registry/directory/rules/reception-settings';
import { recallTownship } from '../../registry/store';
import { toLocalDate } from '../../shared/china-time';
import { refuse } from '../../shared/errors';
import type { Call } from '../../shared/serve';
import { holdsOffice } from './desk-rights';
import { explainLate } from './rules/late-entry';

interface Entry {
  township: string;
  date: LocalDate;
  reason?: string;
}

export async function refuseLate(
  call: Call,
  { township, date, reason }: Entry,
): Promise<Refused | undefined> {
  const { now } = call;
  if (date === toLocalDate(now)) return undefined;
  if (date > toLocalDate(now)) return refuse('not-today');
  const [known, office] = await Promise.all([recallTownship(township, now), holdsOffice(call)]);
  return explainLate({ date, now, office, reason }, toEntrySettings(known?.directory.settings ?? {}));
}
