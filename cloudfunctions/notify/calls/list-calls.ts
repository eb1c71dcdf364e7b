import * as v from 'valibot';
import { ROLE_LABELS } from '../../../miniprogram/contract/roles';
import { LIMITS } from '../../../miniprogram/contract/limits';
import type { CallCard } from '../../../miniprogram/contract/notify';
import type { Input, Output } from '../../../miniprogram/contract/wire';
import type { Directory } from '../../registry/directory/rules/directory';
import { decryptField } from '../../shared/cipher';
import { ok } from '../../shared/errors';
import { afterSeq, township } from '../../shared/schemas';
import type { Action } from '../../shared/serve';
import { recallWhere } from '../tell/role-holders';
import { readList, type Message } from '../messages/store';
import { pageOfRows } from '../inbox/paging';
import { maskName } from '../../shared/mask';

function toCall(message: Message, people: Directory['people']): CallCard {
  const { _id, person, name, phone, title, call, at, called } = message;
  const known = people.find(({ id }) => id === person)?.name;
  return {
    call: _id,
    who: known ?? (name === undefined ? '没留称呼' : maskName(decryptField(name))),
    ...(person !== undefined && { role: ROLE_LABELS.deputy }),
    about: title,
    sentence: call,
    at,
    phone: phone !== undefined,
    state: called?.state ?? 'open',
  };
}

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
      calls: rows.map((row) => toCall(row, where?.directory.people ?? [])),
      ...(next !== undefined && { next }),
    });
  },
};
