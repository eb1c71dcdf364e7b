import * as v from 'valibot';
import { ok, refuse } from '../../shared/errors';
import { township } from '../../shared/schemas';
import type { Action } from '../../shared/serve';
import { windowOf } from '../../shared/window';
import { clearConsents, leftOf, readConsents } from '../messages/consents-store';

const TIMES = windowOf(5);

/** One read and one write; the inbox goes on. */
export const withdrawConsents: Action<{ township: string }, { withdrawn: number }> = {
  write: true,
  input: v.strictObject({ township }),
  async run({ account, now }, asked) {
    const seconds = TIMES.admits(account, now);
    if (seconds > 0) return refuse('rate-limited', { seconds });
    const left = leftOf(await readConsents(asked.township, account));
    const withdrawn = Object.values(left).reduce((sum, each) => sum + each, 0);
    if (withdrawn > 0) await clearConsents(asked.township, account);
    return ok({ withdrawn });
  },
};
