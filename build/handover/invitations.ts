/**
 * Accounts of another app are unknown here: a grant that held becomes an invitation of the same person for the same role,
 * issued by the administrator who receives the township. The old one stays as ended, so that what was done by it keeps its
 * name.
 */
import { actField } from '../../cloudfunctions/shared/conditions';
import { hashParts } from '../../cloudfunctions/shared/cipher';
import { invitationCode } from '../../cloudfunctions/shared/invitation-codes';
import {
  CALLS_PER_WINDOW,
  seqOf,
  type Invitation,
} from '../../cloudfunctions/registry/invitations/rules/invitation';
import { invitationId, phone4Of } from '../../cloudfunctions/registry/invitations/store';
import { DISTRICT, ROLE_LABELS } from '../../miniprogram/contract/roles';
import { plainOf, type Document } from './texts';

export interface Receiver {
  township: string;
  /** The administrator's. */
  account: string;
  now: number;
  expiresAt: number;
}

/** What is printed of one. */
export interface Slip {
  name: string;
  role: string;
  code: string;
  /** Nobody knows the last digits of the phone: the office issues it anew. */
  unusable: boolean;
}

/** The district's and the administrator's roles are those of their own environment. */
function goesOver({ role, state, until }: Invitation, today: string): boolean {
  return state !== 'revoked' && role !== 'admin' && !DISTRICT.includes(role) && until >= today;
}

export function endInvitation(before: Invitation, now: number): Document {
  const { several: _several, shut: _shut, wrote: _wrote, wroteAt: _wroteAt, ...rest } = before;
  const ended =
    before.state === 'revoked' ? {} : { state: 'revoked', since: now, seq: seqOf(now, before._id) };
  return { ...rest, openid: '', phone4: '', acts: {}, ...ended };
}

/** The same each time, so that a restore that was cut off may be run again. */
function keyOf(before: Invitation): string {
  return `handover-${before._id.slice(before._id.indexOf('~') + 1)}`;
}

function issueAgain(
  before: Invitation,
  { township, account, now, expiresAt }: Receiver,
  digits: string | undefined,
): { slip: Slip; invitation: Document } {
  const key = keyOf(before);
  const code = invitationCode(township, account, key);
  const _id = invitationId(township, code);
  const { role, person, group, home, village, unit, from, until, name } = before;
  const scope = Object.entries({ person, group, home, village, unit }).filter(
    ([, value]) => value !== undefined,
  );
  const invitation = {
    ...Object.fromEntries(scope),
    _id,
    township,
    rev: 1,
    role,
    from,
    until,
    name,
    issuedBy: account,
    state: 'issued',
    openid: '',
    claimKey: '',
    phone4: digits === undefined ? '' : phone4Of(_id, digits),
    tries: 0,
    expiresAt,
    since: now,
    seq: seqOf(now, _id),
    acts: { [actField(key)]: { h: hashParts(['invite', key]) } },
    recent: new Array<number>(CALLS_PER_WINDOW).fill(0),
  };
  const slip = { name: plainOf(name), role: ROLE_LABELS[role], code, unusable: digits === undefined };
  return { slip, invitation };
}

/** `phones`: by the invitation's id in the old environment; `renamed`: that id → its id here. */
export function turnInvitations(
  renamed: readonly { before: string; invitation: Document }[],
  phones: Readonly<Record<string, string>>,
  receiver: Receiver,
  today: string,
): { documents: Document[]; slips: Slip[] } {
  const [documents, slips]: [Document[], Slip[]] = [[], []];
  for (const { before, invitation } of renamed) {
    const found = invitation as unknown as Invitation;
    documents.push(endInvitation(found, receiver.now));
    if (!goesOver(found, today)) continue;
    const again = issueAgain(found, receiver, phones[before]);
    documents.push(again.invitation);
    slips.push(again.slip);
  }
  return { documents, slips };
}

/** A table that any program opens: who, which role, which code. */
export function writeSlips(township: string, slips: readonly Slip[]): string {
  const cell = (text: string) => `"${text.replaceAll('"', '""')}"`;
  const rows = slips.map(({ name, role, code, unusable }) =>
    [name, role, code, unusable ? '手机尾号不知道，请人大办重新邀请' : '手机号后四位不变'].map(cell).join(),
  );
  return `\uFEFF${[[`${township}邀请`, '身份', '邀请码', '说明'].map(cell).join(), ...rows].join('\r\n')}\r\n`;
}
