import * as v from 'valibot';
import { LIMITS } from '../../../miniprogram/contract/limits';
import type { Input, Output } from '../../../miniprogram/contract/wire';
import { decryptField } from '../../shared/cipher';
import { ok } from '../../shared/errors';
import { afterSeq, township } from '../../shared/schemas';
import type { Action } from '../../shared/serve';
import { recallWhere } from '../tell/role-holders';
import { readList } from '../messages/store';
import { pageOfRows } from '../inbox/paging';
import { toCall } from './rules/call-card';

/** One call after admit; one more where the directory is older than a minute in this instance. */
export const calls: Action<Input<'notify', 'calls'>, Output<'notify', 'calls'>> = {
  write: false,
  input: v.strictObject({ township, after: v.exactOptional(afterSeq) }),
  async run({ now }, asked) {
    const [where, found] = await Promise.all([
      recallWhere(asked.township, now),
      readList(asked.township, 'call', LIMITS.page + 1, asked.after),
    ]);
    const { rows, next } = pageOfRows(found);
    return ok({
      calls: rows.map((row) => toCall(row, where?.directory.people ?? [], decryptField)),
      ...(next !== undefined && { next }),
    });
  },
};
