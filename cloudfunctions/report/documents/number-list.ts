import type { PrintedFile } from '../../../miniprogram/contract/report';
import type { Answer, Input } from '../../../miniprogram/contract/wire';
import { readDay } from '../../reception/days/store';
import { recallTownship } from '../../registry/store';
import { refuse } from '../../shared/errors';
import type { Action, Call } from '../../shared/serve';
import { handOut } from './hand-out';
import { makeNumberList } from './rules/number-list';
import { reportInputs } from './schemas';

type Asked = Input<'report', 'numberList'>;

/** No booking is read: that a place is taken is all the sheet says. */
const FIELDS = ['date', 'state', 'homes', 'seats', 'plan', 'place', 'blocked'];

async function run({ now }: Call, { township, date, home }: Asked): Promise<Answer<PrintedFile>> {
  const [known, day] = await Promise.all([recallTownship(township, now), readDay(township, date, FIELDS)]);
  if (!known) return refuse('not-found');
  if (day?.state !== 'published' || !day.homes[home]) return refuse('not-published');
  return handOut(township, makeNumberList(known.directory, day, home));
}

export const numberList: Action<Asked, PrintedFile> = { write: false, input: reportInputs.numberList, run };
