import * as v from 'valibot';
import { put } from '../../shared/conditions';
import { ok, refuse } from '../../shared/errors';
import { township } from '../../shared/schemas';
import type { Action } from '../../shared/serve';
import { windowOf } from '../../shared/window';
import { adjustRequest, readOwn } from '../store';

const TIMES = windowOf(5);
/** Of the newest; nobody has more open ones. */
const MOST = 100;

/** One read, one write for each request that had such a consent. What is published already was agreed to, and stays. */
export const withdrawConsents: Action<{ township: string }, { withdrawn: number }> = {
  write: true,
  input: v.strictObject({ township }),
  async run({ account, now }, asked) {
    const seconds = TIMES.admits(account, now);
    if (seconds > 0) return refuse('rate-limited', { seconds });
    const own = await readOwn(asked.township, account, MOST);
    const given = own.filter(({ privacy }) => privacy.publishable || privacy.unitMayCall === true);
    for (const { _id } of given)
      await adjustRequest(
        asked.township,
        _id,
        { account },
        { 'privacy.publishable': put(false), 'privacy.unitMayCall': put(false) },
      );
    return ok({ withdrawn: given.length });
  },
};
