import type { PrintedFile } from '../../../miniprogram/contract/report';
import type { Answer, Input } from '../../../miniprogram/contract/wire';
import { toLocalDate } from '../../shared/china-time';
import { refuse } from '../../shared/errors';
import type { Action, Call } from '../../shared/serve';
import { handOut } from './hand-out';
import { readYear } from './read-year';
import { findStation, makePoster } from './rules/poster';
import { listDays } from './rules/reception-days';
import { onPaper } from './rules/sheet';
import { reportInputs } from './schemas';

type Asked = Input<'report', 'poster'>;

async function run({ township, now }: Call, { place, ...asked }: Asked): Promise<Answer<PrintedFile>> {
  const today = toLocalDate(now);
  const year = asked.year ?? Number(today.slice(0, 4));
  const read = await readYear(township, year, now);
  const station = read && findStation(read.directory, place);
  if (!station) return refuse('not-found');
  const listed = listDays({ year, today }, read.directory, read.roster);
  if (!listed.known && listed.days.length === 0) return refuse('year-unknown');
  const made = makePoster(read.directory, station, { year, today }, listed);
  return handOut(township, onPaper(made, asked.paper));
}

export const poster: Action<Asked, PrintedFile> = { write: false, input: reportInputs.poster, run };
