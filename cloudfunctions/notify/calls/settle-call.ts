import * as v from 'valibot';
import type { Input, Output } from '../../../miniprogram/contract/wire';
import { actorOf } from '../../shared/act';
import { put } from '../../shared/conditions';
import { ok, refuse } from '../../shared/errors';
import { township } from '../../shared/schemas';
import type { Action } from '../../shared/serve';
import { auditOnce } from '../audit/store';
import { changeMessage, MESSAGES, readMessage } from '../messages/store';
import { messageId } from '../inbox/paging';

/**
 * One read, one row of the audit, one write. Who was reached leaves the list, who was not stays on it; calling it again
 * gives the same answer and changes nothing.
 */
export const settleCall: Action<Input<'notify', 'settleCall'>, Output<'notify', 'settleCall'>> = {
  write: true,
  input: v.strictObject({ township, call: messageId, state: v.picklist(['called', 'missed']) }),
  async run(asked, { township: where, call, state }) {
    const before = await readMessage(where, call);
    if (before?.called?.state === state) return ok({ state });
    if (before?.list !== 'call') return refuse('not-found');
    const row = { act: state, of: call, from: before.called?.state ?? '', to: state };
    if (!(await auditOnce(MESSAGES, before, row, asked))) return refuse('key-reused');
    const called = { state, by: actorOf(asked), at: asked.now };
    const changes = { called: put(called), list: put(state === 'called' ? '' : 'call') };
    if (await changeMessage(where, call, { list: 'call' }, changes)) return ok({ state });
    const message = await readMessage(where, call);
    return message?.called?.state === state ? ok({ state }) : refuse('not-found');
  },
};
