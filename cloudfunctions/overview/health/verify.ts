import * as v from 'valibot';
import type { Verified } from '../../../miniprogram/contract/health';
import { ok } from '../../shared/errors';
import { township } from '../../shared/schemas';
import type { Action } from '../../shared/serve';
import { auditOnce } from '../../notify/audit/store';
import { askOnce, judgeHere, keepAnswers, PROBES } from './store';

/** A state that is asked anew each time, so it keeps no key. */
export const verify: Action<{ township: string }, Verified> = {
  write: true,
  input: v.strictObject({ township }),
  async run(call) {
    const { account, key, now } = call;
    await auditOnce(
      PROBES,
      { township: call.township, _id: PROBES },
      { act: 'verify', of: '', from: '', to: '' },
      call,
    );
    const answers = await askOnce(account, key);
    await keepAnswers(answers, now);
    return ok({ at: now, lines: judgeHere(answers) });
  },
};
