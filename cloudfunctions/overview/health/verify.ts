import * as v from 'valibot';
import type { Verified } from '../../../miniprogram/contract/health';
import { ok } from '../../shared/errors';
import { township } from '../../shared/schemas';
import type { Action } from '../../shared/serve';
import { askOnce, judgeHere, keepAnswers } from './store';

/** A state that is asked anew each time, so it keeps no key. */
export const verify: Action<{ township: string }, Verified> = {
  write: true,
  input: v.strictObject({ township }),
  async run({ account, key, now }) {
    const answers = await askOnce(account, key);
    await keepAnswers(answers, now);
    return ok({ at: now, lines: judgeHere(answers) });
  },
};
