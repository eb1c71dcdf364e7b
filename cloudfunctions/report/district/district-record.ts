import * as v from 'valibot';
import type { PrintedFile } from '../../../miniprogram/contract/report';
import type { Answer, Input } from '../../../miniprogram/contract/wire';
import { listTownships, recallTownship } from '../../registry/store';
import { toLocalDate } from '../../shared/china-time';
import { refuse } from '../../shared/errors';
import { id, township } from '../../shared/schemas';
import type { Action, Call } from '../../shared/serve';
import { handOut } from '../documents/hand-out';
import { makeDutyRecord } from '../documents/rules/duty-record';
import { readDistrictFacts } from './read-facts';
import { isOfDistrict } from './rules/district-record';

type Asked = Input<'report', 'districtRecord'>;

/** Three calls after admit, one more where the directory is not known here, and one for each hundred activities. */
async function run(call: Call, { township: own, of, person, year }: Asked): Promise<Answer<PrintedFile>> {
  const townships = await listTownships();
  const known = townships.includes(of) ? await recallTownship(of, call.now) : undefined;
  const found = known?.directory.people.find((one) => one.id === person);
  if (!known || !found || !isOfDistrict(found, year)) return refuse('not-found');
  const facts = await readDistrictFacts(of, person, year);
  const { name } = found;
  const today = toLocalDate(call.now);
  return handOut(own, makeDutyRecord(known.directory, { name, year, facts, today }));
}

const year = v.pipe(v.number(), v.integer(), v.minValue(2020), v.maxValue(2099));

export const districtRecord: Action<Asked, PrintedFile> = {
  write: false,
  input: v.strictObject({ township, of: township, person: id, year }),
  run,
};
