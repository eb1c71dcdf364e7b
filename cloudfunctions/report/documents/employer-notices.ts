import type { PrintedFile } from '../../../miniprogram/contract/report';
import type { Answer, Input } from '../../../miniprogram/contract/wire';
import { refuse } from '../../shared/errors';
import type { Action, Call } from '../../shared/serve';
import { handOut } from './hand-out';
import { readYear } from './read-year';
import { makeEmployerNotices } from './rules/employer-notice';
import { seatsOn } from './rules/reception-days';
import { reportInputs } from './schemas';

type Asked = Input<'report', 'employerNotices'>;

/** As for one notice: a draft may still change, so that its days are left out. */
async function run({ township, now }: Call, { year, month }: Asked): Promise<Answer<PrintedFile>> {
  const read = await readYear(township, year, now);
  if (!read) return refuse('not-found');
  const { directory, roster } = read;
  if (!roster) return refuse('not-published');
  const begins = `${String(year)}-${String(month).padStart(2, '0')}-`;
  const days = Object.keys(roster.days)
    .filter((date) => date.startsWith(begins) && roster.days[date]?.state === 'published')
    .sort();
  const seated = days.flatMap((date) =>
    seatsOn(date, roster, directory).map((one) => ({ date, seated: one })),
  );
  const sheet = makeEmployerNotices(directory, { year, month }, seated);
  return sheet ? handOut(township, sheet) : refuse('not-published');
}

export const employerNotices: Action<Asked, PrintedFile> = {
  write: false,
  input: reportInputs.employerNotices,
  run,
};
