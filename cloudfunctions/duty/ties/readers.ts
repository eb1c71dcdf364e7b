/** Who of the office may read ties: whoever asked and was named by the chair, by name and day. */
import { TIE_LIMITS } from '../../../miniprogram/contract/ties';
import type { Answer, Input, Output, Refused } from '../../../miniprogram/contract/wire';
import { CHIEF } from '../../../miniprogram/contract/roles';
import { holdsOne } from '../../registry/invitations/grants-store';
import { actorOf, actOnce, findAct, isRefused, markOf } from '../../shared/act';
import { append, put } from '../../shared/conditions';
import { refuse } from '../../shared/errors';
import { bornWith, recordAct, type Act } from '../../shared/outbox';
import type { Action, Call } from '../../shared/serve';
import { isOffice } from '../activities/act-on-activity';
import { tieInputs } from './schemas';
import { changeTies, createTies, KEPT_ACTS, readersId, readReaders, type ReadersDocument } from './store';

type Asked = Input<'duty', 'tieAccess'>;
type Done = Output<'duty', 'tieAccess'>;
type Readers = ReadersDocument['readers'];

/** One read. Whoever holds no role of the office any more reads nothing, whatever stands here. */
export async function mayReadTies(call: Call): Promise<boolean> {
  if (!isOffice(call)) return false;
  const stored = await readReaders(call.township);
  return stored?.readers[call.account]?.granted === true;
}

function decide(call: Call, readers: Readers, { act, account }: Asked): { to: Readers } | Refused {
  if (act === 'ask') {
    if (call.account in readers) return refuse('wrong-state');
    if (Object.keys(readers).length >= TIE_LIMITS.readers) return refuse('too-many-rows');
    const asked = { name: call.admitted?.name ?? '', at: call.now, granted: false };
    return { to: { ...readers, [call.account]: asked } };
  }
  const reader = account === undefined ? undefined : readers[account];
  if (account === undefined || !reader) return refuse('not-found');
  if (act === 'grant') {
    const granted = { ...reader, at: call.now, granted: true };
    return { to: { ...readers, [account]: granted } };
  }
  return { to: Object.fromEntries(Object.entries(readers).filter(([of]) => of !== account)) };
}

const EVENTS = {
  ask: 'tie-access-asked',
  grant: 'tie-access-decided',
  end: 'tie-access-decided',
};

async function run(call: Call, input: Asked): Promise<Answer<Done>> {
  const { township, now, key } = call;
  if (input.act !== 'ask' && !(await holdsOne(call, CHIEF))) return refuse('not-allowed');
  const answer = { act: input.act };
  const mark = { ...markOf(call), o: input.act };
  const about = { account: input.account ?? call.account };
  const by = actorOf(call);
  const act: Act = {
    at: now,
    by,
    act: `tie-access-${input.act}`,
    of: about.account,
    from: '',
    to: '',
    key,
    event: EVENTS[input.act],
    about,
  };
  return actOnce<ReadersDocument | undefined, Done>(call, {
    read: () => readReaders(township),
    seen(read) {
      const found = findAct(call, read?.acts);
      return found && { hash: found.h, answer };
    },
    decide(read) {
      const decided = decide(call, read?.readers ?? {}, input);
      if (isRefused(decided)) return decided;
      const { to: readers } = decided;
      if (read) {
        const changes = { readers: put(readers), acts: append([mark], KEPT_ACTS) };
        return { answer, write: () => changeTies(read, Object.assign(changes, recordAct(act))) };
      }
      const born = { _id: readersId(township), township, rev: 1, readers, acts: [mark] };
      return { answer, write: () => createTies({ ...born, ...bornWith(act) }) };
    },
  });
}

export const tieAccess: Action<Asked, Done> = { write: true, input: tieInputs.tieAccess, run };
