import type { PrintedFile } from '../../../miniprogram/contract/report';
import type { Answer, Input } from '../../../miniprogram/contract/wire';
import { actOfLine, invitationCode } from '../../shared/invitation-codes';
import { invitationId, readWithNames } from '../../registry/invitations/store';
import { readImport, readSlice } from '../../registry/imports/store';
import { recallTownship } from '../../registry/store';
import { refuse } from '../../shared/errors';
import type { Action, Call } from '../../shared/serve';
import { handOut } from './hand-out';
import { makeInvitationSlips, type PrintedInvitation } from './rules/invitation-slips';
import { reportInputs } from './schemas';

type Asked = Input<'report', 'invitationSlips'>;

/**
 * Of each line its code; what somebody claimed meanwhile, or what ended, is not printed. Only for whoever brought the
 * table: they issued its invitations, and whoever issued one of a role that reads contents does not confirm it. Anybody
 * else of the office could claim one and confirm it as well.
 */
async function run(call: Call, { township, import: id }: Asked): Promise<Answer<PrintedFile>> {
  const [known, head] = await Promise.all([recallTownship(township, call.now), readImport(township, id)]);
  if (!known || head?.table !== 'invitation') return refuse('not-found');
  if (head.by !== call.account) return refuse('not-allowed');
  const codes = new Map<string, string>();
  for (let n = 0; n < head.slices; n += 1) {
    const slice = await readSlice(township, id, n);
    if (slice?.state !== 'done') continue;
    slice.lines.forEach((_line, at) => {
      const { account, key } = actOfLine(head, n, at);
      const code = invitationCode(township, account, key);
      codes.set(invitationId(township, code), code);
    });
  }
  if (codes.size === 0) return refuse('not-found');
  const found = await readWithNames(township, [...codes.keys()]);
  const printed = found
    .filter(({ state, expiresAt }) => state === 'issued' && expiresAt > call.now)
    .map(({ _id, name, role, expiresAt, unit, village }): PrintedInvitation => {
      const where = { ...(unit !== undefined && { unit }), ...(village !== undefined && { village }) };
      return { name, role, expiresAt, code: codes.get(_id) ?? '', ...where };
    });
  if (printed.length === 0) return refuse('not-found');
  return handOut(township, makeInvitationSlips(known.directory, printed, call.now));
}

export const invitationSlips: Action<Asked, PrintedFile> = {
  write: false,
  input: reportInputs.invitationSlips,
  run,
};
