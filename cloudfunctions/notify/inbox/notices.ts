import * as v from 'valibot';
import type { NoticesView } from '../../../miniprogram/contract/notify';
import { ok } from '../../shared/errors';
import { township } from '../../shared/schemas';
import type { Action } from '../../shared/serve';
import { leftOf, readConsents } from '../messages/consents-store';
import { countUnread } from './store';
import { readTemplateIds } from '../messages/template-ids';

/** Two calls. */
export const notices: Action<{ township: string }, NoticesView> = {
  write: false,
  input: v.strictObject({ township }),
  async run({ account }, asked) {
    const consents = await readConsents(asked.township, account);
    const unread = await countUnread(asked.township, account, consents?.seenUntil ?? 0);
    return ok({ templates: readTemplateIds(), left: leftOf(consents), unread });
  },
};
