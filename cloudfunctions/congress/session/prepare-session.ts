import type { Input, Output } from '../../../miniprogram/contract/wire';
import { ok, refuse } from '../../shared/errors';
import type { Action } from '../../shared/serve';
import type { SessionDocument } from './rules/session-document';
import { prepareInput } from './schemas';
import { createSession, readSession, sessionId } from './store';

type Asked = Input<'congress', 'prepareSession'>;

/** One call; one more where the name is taken or the phone tries again. */
export const prepareSession: Action<Asked, Output<'congress', 'prepareSession'>> = {
  write: true,
  input: prepareInput,
  async run(call, { township, name, from, to, place }) {
    if (to < from) return refuse('bad-input', { field: 'to' });
    const { id, session } = sessionId(township, name);
    const k = `${call.account}~${call.key}`;
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
      agenda: [],
      sittings: [],
      papers: [],
      votes: [],
      acts: [{ k, h: call.bodyHash, edition: 1, state: 'prepared' }],
    };
    const by = call.admitted?.person ?? call.account;
    if (await createSession(born, by, call.key, call.now)) return ok({ session });
    const before = (await readSession(township, session))?.acts.find((act) => act.k === k);
    if (!before) return refuse('row-doubled', { id: session });
    return before.h === call.bodyHash ? ok({ session }) : refuse('key-reused');
  },
};
