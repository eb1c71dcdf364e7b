import * as v from 'valibot';
import { LIMITS } from '../../../miniprogram/contract/limits';
import type { Input, Output } from '../../../miniprogram/contract/wire';
import { decryptField, encryptField } from '../../shared/cipher';
import { ok, refuse } from '../../shared/errors';
import { line, township } from '../../shared/schemas';
import type { Action } from '../../shared/serve';
import { readMessage, MESSAGES } from '../messages/store';
import { messageId } from '../inbox/paging';
import { auditOnce } from '../audit/store';

/** One read, one row of the audit; only then the number. */
export const revealCall: Action<Input<'notify', 'revealCall'>, Output<'notify', 'revealCall'>> = {
  write: true,
  input: v.strictObject({ township, call: messageId, reason: line(LIMITS.callReason) }),
  async run(call, asked) {
    const message = await readMessage(asked.township, asked.call);
    if (message?.list !== 'call' || message.phone === undefined) return refuse('not-found');
    const words = encryptField(asked.reason);
    const row = { act: 'reveal', of: message._id, from: '', to: '', words };
    if (!(await auditOnce(MESSAGES, message, row, call))) return refuse('key-reused');
    const name = message.name === undefined ? '' : decryptField(message.name);
    return ok({ phone: decryptField(message.phone), name });
  },
};
