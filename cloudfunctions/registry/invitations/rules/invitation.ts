/** Invitations (邀请): the claimed and confirmed one is the grant. */
import type { Grant } from '../../../../miniprogram/contract/registry';
import {
  CHIEF_MAKERS,
  INVITERS,
  READS_CONTENT,
  ROLE_IDS,
  type Role,
} from '../../../../miniprogram/contract/roles';
import type { InvitationRow, InvitationState } from '../../../../miniprogram/contract/registry-office';
import type { Instant, LocalDate } from '../../../../miniprogram/contract/wire';

/** More than a township has grants: some hundred deputies with a second role here and there, and its villages. */
export const GRANTS_AT_MOST = 1_000;

/** Wrong tries before an invitation locks; four digits allow no more. */
export const TRIES = 5;
/** Calls that an account may make within the window, whatever it holds. */
export const CALLS_PER_WINDOW = 60;
export const WINDOW_MS = 60_000;

export interface Invitation {
  _id: string;
  township: string;
  rev: number;
  role: Role;
  person?: string;
  group?: string;
  home?: string;
  village?: string;
  unit?: string;
  /** The township is closed: nothing that writes is granted (events/on-township-closed.ts). */
  shut?: true;
  /** First and last day on which it holds (grant-days.ts). */
  from: LocalDate;
  until: LocalDate;
  /** Account that issued it; absent: the first administrator's. */
  issuedBy?: string;
  /** Encrypted. */
  name: string;
  state: InvitationState;
  /** '' until claimed. */
  openid: string;
  /** The openid's name inside documents, since it was claimed: the audit tells who acted by it. */
  account?: string;
  /** Keyed hash of the invitation's id and the last four digits of the invited person's phone. */
  phone4: string;
  tries: number;
  expiresAt: Instant;
  /** When it came into its state. */
  since: Instant;
  /** `since` and the id, to page by. */
  seq: string;
  /** Idempotency key of the claim. */
  claimKey: string;
  /** Instants of the last CALLS_PER_WINDOW calls, oldest first; zeros before there were so many. */
  recent: readonly Instant[];
  /** Its holder has other confirmed grants here: their calls count together. */
  several?: true;
  /** By function: when an act of this grant last was about to write there; and the latest of them. */
  wrote?: Readonly<Record<string, Instant>>;
  wroteAt?: Instant;
  /** Idempotency keys of the office's acts on it, with a hash of the input; each changes its state, so they are few. */
  acts?: Readonly<Record<string, { h: string }>>;
}

/** Who confirms: the inviting roles, and for a further chief the chief, who is no administrator. */
export const CONFIRMERS: Readonly<Record<Role, readonly Role[]>> = { ...INVITERS, chief: CHIEF_MAKERS };

export function needsTwo(role: Role): boolean {
  return READS_CONTENT.includes(role);
}

/** The roles that this one confirms. */
export function confirmedBy(role: Role): Role[] {
  return ROLE_IDS.filter((each) => CONFIRMERS[each].includes(role));
}

/** Whether it holds on that day. */
export function holdsOn({ from, until }: Pick<Invitation, 'from' | 'until'>, today: LocalDate): boolean {
  return from <= today && today <= until;
}

/** Sorts by the instant, then by the id. */
export function seqOf(since: Instant, id: string): string {
  return `${String(since).padStart(13, '0')}${id.slice(-8)}`;
}

type Scope = Pick<Invitation, 'person' | 'group' | 'home' | 'village' | 'unit'>;

/** The fields that say for whom or what the role is held; absent ones stay absent. */
export function scopeOf({ person, group, home, village, unit }: Scope): Scope {
  return Object.fromEntries(
    Object.entries({ person, group, home, village, unit }).filter(([, value]) => value !== undefined),
  );
}

/** What the holder is shown. Only claimed and confirmed invitations are grants. */
export function toGrant(invitation: Invitation, name: string): Grant[] {
  const { role, state, since } = invitation;
  if (state !== 'claimed' && state !== 'confirmed') return [];
  return [{ role, name, ...scopeOf(invitation), state, since }];
}

/** Whole seconds until one more call fits the window; 0 when it fits now. */
export function secondsToWait(recent: readonly Instant[], now: Instant): number {
  if (recent.length < CALLS_PER_WINDOW) return 0;
  return Math.max(0, Math.ceil(((recent[0] ?? 0) + WINDOW_MS - now) / 1_000));
}

/** Of all calls that one account's grants remember: whole seconds until they are few enough; 0: they are. */
export function secondsOver(recent: readonly Instant[], now: Instant): number {
  const within = recent.filter((at) => at > now - WINDOW_MS).sort((one, other) => one - other);
  const last = within[within.length - CALLS_PER_WINDOW - 1];
  return last === undefined ? 0 : Math.max(1, Math.ceil((last + WINDOW_MS - now) / 1_000));
}

/** What the office sees of it; the name decrypted by whoever reads. */
export function toInvitationRow(invitation: Invitation, name: string, openid: string): InvitationRow {
  const { _id, role, state, since, expiresAt, tries } = invitation;
  const own = invitation.openid !== '' && invitation.openid === openid;
  return { invitation: _id, role, name, ...scopeOf(invitation), state, since, expiresAt, tries, own };
}

/** A grant, or an invitation, with the name that its issuer wrote. */
export interface NamedGrant {
  id: string;
  openid: string;
  /** Its holder's, since it was claimed; also of an account of the app that the township came from. */
  account?: string;
  role: Role;
  name: string;
  isHeld: boolean;
  person?: string;
}
