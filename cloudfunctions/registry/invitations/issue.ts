/** How an invitation comes into being: new, or in place of another. */
import type { Role } from '../../../miniprogram/contract/roles';
import type { Issued } from '../../../miniprogram/contract/registry-office';
import type { Answer } from '../../../miniprogram/contract/wire';
import { createInvitation, invitationId, phone4Of, readInvitation } from './store';
import { DAY_MS } from '../../shared/china-time';
import { replay } from '../../shared/act';
import { actField } from '../../shared/conditions';
import { ok, refuse } from '../../shared/errors';
import type { Call } from '../../shared/serve';
import { invitationCode } from '../../shared/invitation-codes';
import type { Invitee } from './rules/invite';
import type { Directory } from '../directory/rules/directory';
import { settingsOf } from '../directory/rules/settings';

/** One call. */
export async function issue(
  call: Call,
  { settings }: Pick<Directory, 'settings'>,
  invitee: Invitee & { role: Role },
  phoneLast4: string,
): Promise<Answer<Issued>> {
  const { township, account, key, now } = call;
  const code = invitationCode(township, account, key);
  const invitation = invitationId(township, code);
  const expiresAt = now + settingsOf(settings).invitationDays * DAY_MS;
  const phone4 = phone4Of(invitation, phoneLast4);
  if (await createInvitation(call, invitation, { ...invitee, phone4, expiresAt })) {
    return ok({ invitation, code, expiresAt });
  }
  const before = await readInvitation(township, invitation);
  const act = before?.acts?.[actField(key)];
  if (!before || !act) return refuse('busy');
  const answer = { invitation, code, expiresAt: before.expiresAt };
  return replay(call, { hash: act.h, answer }) ?? refuse('busy');
}
