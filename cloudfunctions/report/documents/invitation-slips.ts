import type { PrintedFile } from '../../../miniprogram/contract/report';
import type { Answer, Input } from '../../../miniprogram/contract/wire';
import { actOfLine, invitationCode } from '../../shared/invitation-codes';
import type { Invitation } from '../../registry/invitations/rules/invitation';
import { invitationId, readWithNames } from '../../registry/invitations/store';
import { readImport, readSlice } from '../../registry/imports/store';
import { recallTownship } from '../../registry/store';
import { keyOfField } from '../../shared/conditions';
import { refuse } from '../../shared/errors';
import type { Action, Call } from '../../shared/serve';
import { handOut } from './hand-out';
import { makeInvitationSlips, type PrintedInvitation } from './rules/invitation-slips';
import { reportInputs } from './schemas';

type Asked = Input<'report', 'invitationSlips'>;

type Codes = ReadonlyMap<string, string>;

/** Of each line of the table its code; undefined: it is somebody else's table. */
async function codesOfTable({ township, account }: Call, id: string): Promise<Codes | undefined> {
  const head = await readImport(township, id);
  if (head?.table !== 'invitation') return new Map();
  if (head.by !== account) return undefined;
  const codes = new Map<string, string>();
  for (let n = 0; n < head.slices; n += 1) {
    const slice = await readSlice(township, id, n);
    if (slice?.state !== 'done') continue;
    slice.lines.forEach((_line, at) => {
      const code = invitationCode(township, account, actOfLine(head, n, at).key);
      codes.set(invitationId(township, code), code);
    });
  }
  return codes;
}

/** The code follows from who issued it and under which key; of anybody else's nothing is found. */
function codeOf({ township, account }: Call, { _id, acts = {} }: Pick<Invitation, '_id' | 'acts'>): string {
  const codes = Object.keys(acts).map((field) => invitationCode(township, account, keyOfField(field)));
  return codes.find((code) => invitationId(township, code) === _id) ?? '';
}

/**
 * What somebody claimed meanwhile, or what ended, is not printed. Only for whoever issued them: whoever issued one of a
 * role that reads contents does not confirm it. Anybody else of the office could claim one and confirm it as well.
 */
async function run(call: Call, { township, ...of }: Asked): Promise<Answer<PrintedFile>> {
  const known = await recallTownship(township, call.now);
  if (!known) return refuse('not-found');
  const codes: Codes | undefined = 'import' in of ? await codesOfTable(call, of.import) : new Map();
  if (!codes) return refuse('not-allowed');
  const ids = 'import' in of ? [...codes.keys()] : of.invitations;
  if (ids.length === 0) return refuse('not-found');
  const found = await readWithNames(township, ids);
  const printed = found
    .filter(({ state, expiresAt }) => state === 'issued' && expiresAt > call.now)
    .map((one): PrintedInvitation => {
      const { _id, name, role, expiresAt, unit, village } = one;
      const where = { ...(unit !== undefined && { unit }), ...(village !== undefined && { village }) };
      return { name, role, expiresAt, code: codes.get(_id) ?? codeOf(call, one), ...where };
    })
    .filter(({ code }) => code !== '');
  if (printed.length === 0) return refuse('not-found');
  return handOut(township, makeInvitationSlips(known.directory, printed, call.now));
}

export const invitationSlips: Action<Asked, PrintedFile> = {
  write: false,
  input: reportInputs.invitationSlips,
  run,
};
