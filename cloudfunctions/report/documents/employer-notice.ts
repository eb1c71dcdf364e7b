import type { PrintedFile } from '../../../miniprogram/contract/report';
import type { Answer, Input } from '../../../miniprogram/contract/wire';
import { refuse } from '../../shared/errors';
import type { Action, Call } from '../../shared/serve';
import { handOut } from './hand-out';
import { readYear } from './read-year';
import { makeEmployerNotice } from './rules/employer-notice';
import { seatsOn } from './rules/reception-days';
import { reportInputs } from './schemas';

type Asked = Input<'report', 'employerNotice'>;

/** A draft may still change: no employer hears of it. */
async function run({ township, now }: Call, { date, seat }: Asked): Promise<Answer<PrintedFile>> {
  const read = await readYear(township, Number(date.slice(0, 4)), now);
  if (!read) return refuse('not-found');
  const { directory, roster } = read;
  if (roster?.days[date]?.state !== 'published') return refuse('not-published');
  const seated = seatsOn(date, roster, directory).find((one) => one.seat === seat);
  return seated ? handOut(township, makeEmployerNotice(directory, date, seated)) : refuse('not-found');
}

export const employerNotice: Action<Asked, PrintedFile> = {
  write: false,
  input: reportInputs.employerNotice,
  run,
};
