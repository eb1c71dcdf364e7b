import * as v from 'valibot';
import { LIMITS } from '../../../miniprogram/contract/limits';
import { readCode } from '../../../miniprogram/contract/text';
import type { Grant } from '../../../miniprogram/contract/registry';
import type { Answer } from '../../../miniprogram/contract/wire';
import { claimInvitation as claim, countTry, invitationId, phone4Of, readInvitation } from './store';
import { decryptField } from '../../shared/cipher';
import { ok, refuse } from '../../shared/errors';
import { phoneLast4, township } from '../../shared/schemas';
import type { Action, Call } from '../../shared/serve';
import { toGrant, TRIES, type Invitation } from './rules/invitation';

/** Letters that cannot be mistaken when read aloud, as printed on the invitation; a dash between them is for the eye. */
const code = v.pipe(
  v.string(),
  v.maxLength(LIMITS.codeTyped),
  v.transform(readCode),
  v.check((text) => /^[0-9a-z]{6,20}$/.test(text), 'code'),
);
const input = v.strictObject({ township, code, phoneLast4 });
type Input = v.InferOutput<typeof input>;
type Claimed = Answer<{ grant: Grant }>;

function answer(invitation: Invitation): Claimed {
  const [held] = toGrant(invitation, decryptField(invitation.name));
  return held ? ok({ grant: held }) : refuse('invitation-void');
}

/** No try was counted, or another claim was faster: either this phone claimed it before, or it cannot be claimed any more. */
async function explain(call: Call, id: string, phone4: string): Promise<Claimed> {
  const found = await readInvitation(call.township, id);
  if (!found) return refuse('invitation-wrong');
  const mine = found.openid === call.openid && found.claimKey === call.key;
  if (found.state !== 'claimed' || !mine) return refuse('invitation-void');
  // The code names the document, so the digits are all that may differ in the body.
  return found.phone4 === phone4 ? answer(found) : refuse('key-reused');
}

/** Counting comes first, so that tries sent at the same instant are five together as well. Two calls; wrong, one. */
async function run(call: Call, { code: written, phoneLast4 }: Input): Promise<Claimed> {
  const { township: at, openid, account, key, now } = call;
  const id = invitationId(at, written);
  const phone4 = phone4Of(id, phoneLast4);
  const tried = await countTry(at, id, now);
  if (!tried) return explain(call, id, phone4);
  if (tried.phone4 !== phone4) return refuse('invitation-wrong', { left: TRIES - tried.tries });
  const claimed = await claim(at, id, { phone4, openid, account, key, now });
  return claimed ? answer(claimed) : explain(call, id, phone4);
}

export const claimInvitation: Action<Input, { grant: Grant }> = { write: true, input, run };
