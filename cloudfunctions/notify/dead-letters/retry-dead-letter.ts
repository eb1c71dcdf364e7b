import * as v from 'valibot';
import type { Input, Output } from '../../../miniprogram/contract/wire';
import { put } from '../../shared/conditions';
import { ok, refuse } from '../../shared/errors';
import { township } from '../../shared/schemas';
import type { Action } from '../../shared/serve';
import { auditOnce } from '../audit/store';
import { DEAD_LETTERS, readDeadLetter, requeueDeadLetter } from './store';
import { changeMessage, MESSAGES, readMessage } from '../messages/store';
import { deadLetterId } from '../inbox/paging';

async function isDead(township: string, letter: string, kind: 'event' | 'message'): Promise<boolean> {
  if (kind === 'message') return (await readMessage(township, letter))?.list === 'dead';
  return (await readDeadLetter(township, letter))?.nextAt === 0;
}

/** One read, one row of the audit, one write: the relay finds it due. Not-found as well where somebody else was faster. */
export const retryLetter: Action<Input<'notify', 'retryLetter'>, Output<'notify', 'retryLetter'>> = {
  write: true,
  input: v.strictObject({ township, letter: deadLetterId, kind: v.picklist(['event', 'message']) }),
  async run(call, { township: where, letter, kind }) {
    const { now } = call;
    const collection = kind === 'event' ? DEAD_LETTERS : MESSAGES;
    const row = { act: 'retry', of: letter, from: '', to: 'queued' };
    if (!(await isDead(where, letter, kind))) return refuse('not-found');
    if (!(await auditOnce(collection, { township: where, _id: letter }, row, call)))
      return refuse('key-reused');
    const again = { state: put('queued'), list: put(''), attempts: put(0), nextAt: put(now) };
    const done =
      kind === 'event'
        ? await requeueDeadLetter(where, letter, now)
        : await changeMessage(where, letter, { list: 'dead' }, again);
    return done ? ok({ letter }) : refuse('not-found');
  },
};
