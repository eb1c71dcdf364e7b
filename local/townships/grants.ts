/** Invitations of the sample: confirmed ones for those who claimed, open ones to try the claiming with. */
import {
  membersOn,
  type Member,
  type Directory,
} from '../../cloudfunctions/registry/directory/rules/directory';
import {
  CALLS_PER_WINDOW,
  scopeOf,
  seqOf,
  type Invitation,
} from '../../cloudfunctions/registry/invitations/rules/invitation';
import { invitationId, phone4Of } from '../../cloudfunctions/registry/invitations/store';
import { ALWAYS, grantDays } from '../../cloudfunctions/registry/invitations/rules/grant-days';
import { DAY_MS, toLocalDate } from '../../cloudfunctions/shared/china-time';
import { accountOf, encryptField } from '../../cloudfunctions/shared/cipher';
import type { Role } from '../../miniprogram/contract/roles';
import type { Instant } from '../../miniprogram/contract/wire';

/** The last four digits that every open invitation of the sample asks for. */
export const SAMPLE_PHONE_LAST4 = '1234';

/** The code printed on a person's `n`-th invitation (from 0); letters that are easily mistaken do not occur. */
export function sampleCode(township: string, person: string, n = 0): string {
  return `${township}${person}x${n}`;
}

/** The openid of a person of the sample. */
export function openidOf(township: string, person: string): string {
  return `${township}-${person}`;
}

interface Holder {
  code: string;
  role: Role;
  name: string;
  openid?: string;
  person?: string;
  group?: string;
  home?: string;
  village?: string;
  unit?: string;
}

export function invite(
  township: string,
  holder: Holder,
  now: Instant,
  { from, until }: Pick<Invitation, 'from' | 'until'> = ALWAYS,
): Invitation {
  const _id = invitationId(township, holder.code);
  const { role, openid } = holder;
  const since = now - 200 * DAY_MS;
  return {
    _id,
    township,
    rev: 1,
    role,
    name: encryptField(holder.name),
    ...scopeOf(holder),
    from,
    until,
    state: openid === undefined ? 'issued' : 'confirmed',
    openid: openid ?? '',
    ...(openid !== undefined && { account: accountOf(openid) }),
    claimKey: '',
    phone4: phone4Of(_id, SAMPLE_PHONE_LAST4),
    tries: 0,
    expiresAt: now + 30 * DAY_MS,
    since,
    seq: seqOf(since, _id),
    recent: new Array<number>(CALLS_PER_WINDOW).fill(0),
  };
}

function rolesOf(member: Member): Role[] {
  const roles: Role[] = [];
  if (member.level !== undefined) roles.push(member.leader ? 'leader' : 'deputy');
  else if (member.receiver) roles.push('receiver');
  if (member.presidium) roles.push('presidium');
  if (member.title === '人大主席') roles.push('chief');
  return roles;
}

/** One invitation for each role of everybody in the directory. */
export function grantsOfPeople(directory: Directory, now: Instant): Invitation[] {
  return membersOn(directory.people, toLocalDate(now)).flatMap((member) =>
    rolesOf(member).map((role, n) => {
      const known = directory.people.find(({ id }) => id === member.person);
      const days = grantDays(role, known, toLocalDate(now));
      const { person, name, group, home, claimed } = member;
      const code = sampleCode(directory.township, person, n);
      const openid = openidOf(directory.township, person);
      const scope = { person, ...(group !== undefined && { group }), ...(home !== undefined && { home }) };
      return invite(
        directory.township,
        { code, role, name, ...scope, ...(claimed && { openid }) },
        now,
        days,
      );
    }),
  );
}
