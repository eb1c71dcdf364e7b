import { LIMITS } from '../../../miniprogram/contract/limits';
import type { RequestListActions } from '../../../miniprogram/contract/request-lists';
import { absent, add, append, below, exists, not, put } from '../../shared/conditions';
import { ok, refuse } from '../../shared/errors';
import { recordAct } from '../../shared/outbox';
import type { Action } from '../../shared/serve';
import { findKept, keptKey } from '../life/kept-acts';
import { oneInput } from '../lists/schemas';
import { joinToken } from '../lists/tokens';
import { changeRequest, readRequest } from '../store';

type Join = RequestListActions['joinPublished'];

/**
 * «我也反映»: one write; said again, one read more and the same answer. Joining is kept by account, not by key: its body
 * names nothing but the request. A key of another act on the request is refused.
 */
export const joinPublished: Action<Join['input'], Join['output']> = {
  write: true,
  input: oneInput,
  async run(call, { request: id }) {
    const { township, account, openid, now, key } = call;
    const field = `joined.a${account}`;
    const changed = await changeRequest(
      township,
      id,
      { board: exists, [field]: absent, joinedCount: below(LIMITS.joined), 'acts.k': not(keptKey(call)) },
      {
        [field]: put({ account, openid }),
        joinedCount: add(1),
        tokens: append([joinToken(account)]),
        ...recordAct({
          at: now,
          by: account,
          act: 'join',
          of: id,
          from: '',
          to: '',
          key,
          event: 'request-joined',
          about: { request: id },
        }),
      },
    );
    if (changed) return ok({ joined: changed.joinedCount });
    const found = await readRequest(township, id);
    if (found && findKept(call, found)) return refuse('key-reused');
    if (found?.board === undefined) return refuse('not-found');
    const there = Object.hasOwn(found.joined ?? {}, `a${account}`);
    return there ? ok({ joined: found.joinedCount }) : refuse('step-used');
  },
};
