import * as v from 'valibot';
import { ok, refuse } from '../../shared/errors';
import { township } from '../../shared/schemas';
import type { Action } from '../../shared/serve';
import { windowOf } from '../../shared/window';
import { removeOwnRows } from '../inbox/store';
import { removeOwnMessages } from '../messages/store';
import { forgetConsents } from '../messages/consents-store';

const TIMES = windowOf(5);
/** Rows of one round, and rounds: 180 days of notices. */
const ROWS = 100;
const ROUNDS = 10;

/** Twice it finds nothing any more. */
export const eraseOwn: Action<{ township: string }, { erased: number }> = {
  write: true,
  input: v.strictObject({ township }),
  async run({ account, now }, asked) {
    const seconds = TIMES.admits(account, now);
    if (seconds > 0) return refuse('rate-limited', { seconds });
    let erased = 0;
    for (const remove of [removeOwnRows, removeOwnMessages])
      for (let round = 0; round < ROUNDS; round++) {
        const some = await remove(asked.township, account, ROWS);
        erased += some;
        if (some < ROWS) break;
      }
    await forgetConsents(asked.township, account);
    return ok({ erased });
  },
};
