import * as v from 'valibot';
import type { Grant } from '../../../miniprogram/contract/registry';
import type { Answer } from '../../../miniprogram/contract/wire';
import { decryptField } from '../../shared/cipher';
import { grant, refuse } from '../../shared/errors';
import { township } from '../../shared/schemas';
import type { Action, Call } from '../../shared/serve';
import { toGrant, TRIES, type Invitation } from '../rules/invitation';
import { claimInvitation as claim, countTry, readInvitation } from '../invitations';
import { invitationId, phone4Of } from '../store';

/** Letters that cannot be mistaken when read aloud, as printed on the invitation. */
const code = v.pipe(v.string(), v.regex(/^[0-9a-hjkmnp-tv-zA-HJKMNP-TV-Z]{6,20}$/), v.toLowerCase());
const input = v.strictObject({ township, code, phoneLast4: v.pipe(v.string(), v.regex(/^\d{4}$/)) });
type Input = v.InferOutput<typeof input>;

function answer(invitation: Invitation): Answer<{ grant: Grant }> {
  const [held] = toGrant(invitation, decryptField(invitation.name));
  return held ? grant({ grant: held }) : refuse('invitation-void');
}

/**
 * Says why the claim did not happen. A wrong try is counted after it was refused, so tries sent at the same
 * instant may go a few beyond the limit; the code itself, and the office that confirms, stand before them.
 */
async function explain(call: Call, id: string, phone4: string): Promise<Answer<{ grant: Grant }>> {
  const found = await readInvitation(call.township, id);
  if (!found) return refuse('invitation-wrong');
  const mine = found.openid === call.openid && found.claimKey === call.key;
  if (found.state === 'claimed' && mine && found.phone4 === phone4) return answer(found);
  if (found.state !== 'issued' || found.expiresAt <= call.now || found.tries >= TRIES) {
    return refuse('invitation-void');
  }
  await countTry(call.township, id);
  return refuse('invitation-wrong', { left: TRIES - found.tries - 1 });
}

export const claimInvitation: Action<Input, { grant: Grant }> = {
  write: true,
  input,
  async run(call, { code: written, phoneLast4 }) {
    const id = invitationId(call.township, written);
    const phone4 = phone4Of(id, phoneLast4);
    const { openid, account, key, now } = call;
    const claimed = await claim(call.township, id, { phone4, openid, account, key, now });
    return claimed ? answer(claimed) : explain(call, id, phone4);
  },
};
