import * as v from 'valibot';
import type { Input, Output } from '../../../miniprogram/contract/wire';
import { put } from '../../shared/conditions';
import { ok, refuse } from '../../shared/errors';
import { township } from '../../shared/schemas';
import type { Action } from '../../shared/serve';
import { changeMessage, readMessage } from '../messages/store';
import { messageId } from '../inbox/paging';

/** One call. Who was reached leaves the list, who was not stays on it. Calling it again gives the same answer. */
export const settleCall: Action<Input<'notify', 'settleCall'>, Output<'notify', 'settleCall'>> = {
  write: true,
  input: v.strictObject({ township, call: messageId, state: v.picklist(['called', 'missed']) }),
  async run({ account, now, admitted }, { township: where, call, state }) {
    const called = { state, by: admitted?.person ?? account, at: now };
    const changes = { called: put(called), list: put(state === 'called' ? '' : 'call') };
    if (await changeMessage(where, call, { list: 'call' }, changes)) return ok({ state });
    const message = await readMessage(where, call);
    return message?.called?.state === state ? ok({ state }) : refuse('not-found');
  },
};
