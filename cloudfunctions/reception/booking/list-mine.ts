import type { Slip } from '../../../miniprogram/contract/reception';
import type { Input, LocalDate, Output } from '../../../miniprogram/contract/wire';
import { toLocalDate } from '../../shared/china-time';
import { ok } from '../../shared/errors';
import type { Action, Call } from '../../shared/serve';
import { listMineInput } from './schemas';
import { readDaysBefore, slipFields, slipsOf } from '../days/store';

/** Days a page looks through: a year of monthly reception days. */
const DAYS_A_PAGE = 12;

/** One read of at most 12 past days; somebody who booked in none of them gets an empty page and a `next`. */
async function run(call: Call, { township, before }: Input<'reception', 'listMine'>) {
  const today = toLocalDate(call.now);
  const from: LocalDate = before !== undefined && before < today ? before : today;
  const days = await readDaysBefore(township, from, DAYS_A_PAGE, slipFields(call.account));
  const slips: Slip[] = days.flatMap((day) => slipsOf(day, call.account));
  const next = days.length === DAYS_A_PAGE ? days.at(-1)?.date : undefined;
  return ok({ slips, ...(next !== undefined && { next }) });
}

export const listMine: Action<Input<'reception', 'listMine'>, Output<'reception', 'listMine'>> = {
  write: false,
  input: listMineInput,
  run,
};
