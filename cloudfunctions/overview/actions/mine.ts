import * as v from 'valibot';
import type { MineView } from '../../../miniprogram/contract/overview';
import { LIMITS } from '../../../miniprogram/contract/limits';
import type { Answer } from '../../../miniprogram/contract/wire';
import { toHomeCard } from '../../registry/directory/rules/directory';
import { ownFolder } from '../../registry/directory/rules/own-folder';
import { recallTownship } from '../../registry/store';
import { readDaysFrom, slipFields, slipsOf } from '../../reception/days/store';
import { toCard } from '../../request/lists/rules/request-card';
import { toJoinedItems } from '../../request/publication/rules/board-items';
import { readJoinedItems, readOwn } from '../../request/store';
import { toLocalDate } from '../../shared/china-time';
import { ok, refuse } from '../../shared/errors';
import { township } from '../../shared/schemas';
import type { Action, Call } from '../../shared/serve';

/** Days on which one may hold a slip at once: those whose roster is out. */
const DAYS_TO_LOOK_AT = 6;

/** What one said «我也反映» to; the rest stands on the board's own list. */
const JOINED = 3;

/** Three calls, at once; one more where the directory is older than a minute in this instance. */
async function run({ account, now }: Call, asked: { township: string }): Promise<Answer<MineView>> {
  const today = toLocalDate(now);
  const [known, days, found, joined] = await Promise.all([
    recallTownship(asked.township, now),
    readDaysFrom(asked.township, today, DAYS_TO_LOOK_AT, slipFields(account)),
    readOwn(asked.township, account, LIMITS.page + 1),
    readJoinedItems(asked.township, account, JOINED),
  ]);
  if (!known) return refuse('not-found');
  const page = found.slice(0, LIMITS.page);
  const next = found.length > page.length ? page.at(-1)?.seq : undefined;
  return ok({
    slips: days.flatMap((day) => slipsOf(day, account)).filter(({ state }) => state !== 'cancelled'),
    requests: page.map((source) => toCard(source, known.directory, 'asker', today)),
    ...(next !== undefined && { next }),
    joined: toJoinedItems(joined, known.directory),
    homes: known.directory.homes.map(toHomeCard),
    folder: ownFolder(asked.township, account),
  });
}

export const mine: Action<{ township: string }, MineView> = {
  write: false,
  input: v.strictObject({ township }),
  run,
};
