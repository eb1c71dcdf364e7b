import * as v from 'valibot';
import type { Answer, Input, Output } from '../../../miniprogram/contract/wire';
import { toLocalDate } from '../../shared/china-time';
import { ok, refuse } from '../../shared/errors';
import { id, township } from '../../shared/schemas';
import type { Action, Call } from '../../shared/serve';
import { windowOf } from '../../shared/window';
import { countScan as countOne } from './store';
import { recallTownship } from '../store';

type Scanned = Input<'registry', 'countScan'>;
type Counted = Output<'registry', 'countScan'>;

/** A family scans a poster a few times. */
const SCANS = windowOf(20);

/** Only places of the directory are counted, so that nobody can make documents at will. */
async function run({ now, account }: Call, { township: at, place }: Scanned): Promise<Answer<Counted>> {
  const seconds = SCANS.admits(account, now);
  if (seconds > 0) return refuse('rate-limited', { seconds });
  const known = await recallTownship(at, now);
  const places = known ? [...known.directory.homes, ...known.directory.villages] : [];
  if (!places.some((one) => one.id === place)) return refuse('not-found');
  await countOne(at, place, toLocalDate(now).slice(0, 7));
  return ok({ counted: true });
}

export const countScan: Action<Scanned, Counted> = {
  write: false,
  input: v.strictObject({ township, place: id }),
  run,
};
