import type { DutyTableInput, PrintedFile } from '../../../miniprogram/contract/report';
import type { Answer } from '../../../miniprogram/contract/wire';
import { toLocalDate } from '../../shared/china-time';
import { refuse } from '../../shared/errors';
import type { Action, Call } from '../../shared/serve';
import { handOut } from './hand-out';
import { readYear } from './read-year';
import { makeDayTable, makeYearTable } from './rules/duty-table';
import { listDays } from './rules/reception-days';
import { onPaper } from './rules/sheet';
import { reportInputs } from './schemas';

async function run(call: Call, input: DutyTableInput): Promise<Answer<PrintedFile>> {
  const date = 'date' in input ? input.date : undefined;
  const year = 'year' in input ? input.year : Number(input.date.slice(0, 4));
  const read = await readYear(call.township, year, call.now);
  if (!read) return refuse('not-found');
  const { known, days } = listDays({ year, today: toLocalDate(call.now) }, read.directory, read.roster);
  if (date === undefined) {
    if (!known && days.length === 0) return refuse('year-unknown');
    return handOut(call.township, onPaper(makeYearTable(read.directory, year, days, known), input.paper));
  }
  const day = days.find((one) => one.date === date);
  if (!day?.published) return refuse('not-published');
  return handOut(call.township, onPaper(makeDayTable(read.directory, day), input.paper));
}

export const dutyTable: Action<DutyTableInput, PrintedFile> = {
  write: false,
  input: reportInputs.dutyTable,
  run,
};
