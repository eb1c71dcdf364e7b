import * as v from 'valibot';
import type { Answer, Input, Output } from '../../../miniprogram/contract/wire';
import { toLocalDate } from '../../shared/china-time';
import { ok, refuse } from '../../shared/errors';
import { township } from '../../shared/schemas';
import type { Action, Call } from '../../shared/serve';
import { readScans } from './store';
import { recallTownship } from '../store';

type Asked = Input<'registry', 'scans'>;
type Found = Output<'registry', 'scans'>;

const month = v.pipe(v.string(), v.regex(/^20\d\d-(0[1-9]|1[0-2])$/));

/** Places that nobody scanned are there with 0: they are the ones worth a look. */
async function run({ now }: Call, asked: Asked): Promise<Answer<Found>> {
  const wanted = asked.month ?? toLocalDate(now).slice(0, 7);
  const [known, counts] = await Promise.all([
    recallTownship(asked.township, now),
    readScans(asked.township, wanted),
  ]);
  if (!known) return refuse('not-found');
  const counted = new Map(counts.map(({ place, n }) => [place, n]));
  const places = [...known.directory.homes, ...known.directory.villages].map(({ id, name }) => {
    return { place: id, name, scans: counted.get(id) ?? 0 };
  });
  return ok({ month: wanted, places });
}

export const scans: Action<Asked, Found> = {
  write: false,
  input: v.strictObject({ township, month: v.exactOptional(month) }),
  run,
};
