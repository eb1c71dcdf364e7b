import * as v from 'valibot';
import { LIMITS } from '../../../miniprogram/contract/limits';
import type { Input, Output } from '../../../miniprogram/contract/wire';
import { ok } from '../../shared/errors';
import { afterSeq, township } from '../../shared/schemas';
import type { Action } from '../../shared/serve';
import { readConsents } from '../messages/consents-store';
import { readRows, toNoticeCard } from './store';
import { pageOfRows } from './paging';

/** Two calls, at once. */
export const inbox: Action<Input<'notify', 'inbox'>, Output<'notify', 'inbox'>> = {
  write: false,
  input: v.strictObject({ township, after: v.exactOptional(afterSeq) }),
  async run({ account }, asked) {
    const [consents, found] = await Promise.all([
      readConsents(asked.township, account),
      readRows(asked.township, account, LIMITS.page + 1, asked.after),
    ]);
    const { rows, next } = pageOfRows(found);
    const notices = rows.map((row) => toNoticeCard(row, consents?.seenUntil ?? 0));
    return ok({ notices, ...(next !== undefined && { next }) });
  },
};
