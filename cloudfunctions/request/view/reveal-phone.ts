import * as v from 'valibot';
import { REVEAL_REASON_IDS } from '../../../miniprogram/contract/reveal';
import type { Answer, Input, Output } from '../../../miniprogram/contract/wire';
import { recallTownship } from '../../registry/store';
import { actorOf } from '../../shared/act';
import { decryptField } from '../../shared/cipher';
import type { Where } from '../../shared/conditions';
import { ok, refuse } from '../../shared/errors';
import { recordAct } from '../../shared/outbox';
import { township } from '../../shared/schemas';
import type { Action, Call } from '../../shared/serve';
import { knownTo } from '../../shared/visibility';
import { requestIdSchema } from '../life/step-schema';
import { adjustRequest, readRequest } from '../store';
import { readerAs } from './find-reader';
import { showsPart } from './rules/parts';

type Asked = Input<'request', 'revealPhone'>;
type Answered = Output<'request', 'revealPhone'>;

/** What must still be so when the row is written: nothing that decides who may call was changed since it was read. */
function asRead({ rev }: { rev: number }, person: string | undefined): Where {
  return { rev, ...knownTo(person) };
}

/**
 * Admit, one read, one write; two more for each write of others in between. The row of the audit is born in the
 * request itself before the number is told: who, when, of which request, which reason.
 */
async function run(call: Call, { township, request: id, reason }: Asked): Promise<Answer<Answered>> {
  const { admitted, key, now } = call;
  const known = await recallTownship(township, now);
  if (!known || !admitted) return refuse('not-found');
  for (let turn = 0; turn < 4; turn++) {
    const request = await readRequest(township, id);
    if (!request) return refuse('not-found');
    const found = await readerAs(call, admitted, request, known);
    if (!found.ok) return found;
    if (showsPart(request, found.data.reader, 'phone') === 'no') return refuse('not-allowed');
    const { phone, name } = request;
    if (phone === undefined) return refuse('not-found');
    const by = actorOf(call);
    const act = { at: now, by, act: 'reveal', of: id, from: '', to: reason, key, event: 'phone-revealed' };
    const changes = recordAct({ ...act, about: { request: id, by } });
    if (await adjustRequest(township, id, asRead(request, admitted.person), changes)) {
      return ok({ phone: decryptField(phone), ...(name !== undefined && { name: decryptField(name) }) });
    }
  }
  return refuse('busy');
}

export const revealPhone: Action<Asked, Answered> = {
  write: true,
  input: v.strictObject({ township, request: requestIdSchema, reason: v.picklist(REVEAL_REASON_IDS) }),
  run,
};
