import * as v from 'valibot';
import type { Input, Output } from '../../../miniprogram/contract/wire';
import { put } from '../../shared/conditions';
import { ok, refuse } from '../../shared/errors';
import { township } from '../../shared/schemas';
import type { Action } from '../../shared/serve';
import { requeueDeadLetter } from './store';
import { changeMessage } from '../messages/store';
import { deadLetterId } from '../inbox/paging';

/** One call: the relay finds it due. Not-found as well where somebody else was faster. */
export const retryLetter: Action<Input<'notify', 'retryLetter'>, Output<'notify', 'retryLetter'>> = {
  write: true,
  input: v.strictObject({ township, letter: deadLetterId, kind: v.picklist(['event', 'message']) }),
  async run({ now }, { township: where, letter, kind }) {
    const again = { state: put('queued'), list: put(''), attempts: put(0), nextAt: put(now) };
    const done =
      kind === 'event'
        ? await requeueDeadLetter(where, letter, now)
        : await changeMessage(where, letter, { list: 'dead' }, again);
    return done ? ok({ letter }) : refuse('not-found');
  },
};
