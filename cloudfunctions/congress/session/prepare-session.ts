import type { Input, Output } from '../../../miniprogram/contract/wire';
import { actorOf, replay } from '../../shared/act';
import { ok, refuse } from '../../shared/errors';
import type { Action } from '../../shared/serve';
import { likeBefore } from './rules/like-before';
import type { SessionDocument } from './rules/session-document';
import { prepareInput } from './schemas';
import { createSession, readPrepared, readSession, sessionId } from './store';

type Asked = Input<'congress', 'prepareSession'>;

const EMPTY = { agenda: [], sittings: [] };

/** Two calls, one more where it is prepared from another. */
export const prepareSession: Action<Asked, Output<'congress', 'prepareSession'>> = {
  write: true,
  input: prepareInput,
  async run(call, { township, name, from, to, place, like }) {
    if (to < from) return refuse('bad-input', { field: 'to' });
    const { id, session } = sessionId(township, name);
    const k = `${call.account}~${call.key}`;
    const same = await readPrepared(township, k);
    const replayed = replay(call, same && { hash: same.h, answer: { session: same.session } });
    if (replayed) return replayed;
    const before = like === undefined ? undefined : await readSession(township, like);
    if (like !== undefined && !before) return refuse('not-found');
    const { agenda, sittings } = before ? likeBefore(before, from, to) : EMPTY;
    const born: SessionDocument = {
      _id: id,
      township,
      rev: 1,
      edition: 1,
      session,
      name,
      from,
      to,
      place,
      state: 'prepared',
      agenda,
      sittings,
      papers: [],
      votes: [],
      acts: [{ k, h: call.bodyHash, edition: 1, state: 'prepared' }],
    };
    if (await createSession(born, actorOf(call), call.key, call.now)) return ok({ session });
    return refuse('row-doubled', { id: session });
  },
};
