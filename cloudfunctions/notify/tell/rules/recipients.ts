/** Who is told, from the confirmed invitations: a role is whoever holds it now. */
import { DISTRICT, LEADERS, OFFICE, UNIT_CLERKS, type Role } from '../../../../miniprogram/contract/roles';

export interface Recipient {
  /** Whose inbox it is. */
  account: string;
  /** '' where there is no WeChat to send to. */
  openid: string;
  /** Of a role; absent: a villager. */
  person?: string;
  role?: Role;
  group?: string;
  /** Whose inbox it is in: another township's than where it happened; absent: that one's. */
  township?: string;
  /** Of a villager, encrypted as they stand in their own document: for the call list. */
  name?: string;
  phone?: string;
}

/** A confirmed invitation. */
export interface Holder extends Recipient {
  role: Role;
  unit?: string;
}

/** Each account once, in the first of its roles. */
export function once(recipients: readonly Recipient[]): Recipient[] {
  const seen = new Set<string>();
  return recipients.filter(({ account }) => !seen.has(account) && seen.add(account));
}

/** By person id, or by account where an act was recorded under it. */
export function ofPerson(holders: readonly Holder[], person: string | undefined): Recipient[] {
  if (person === undefined || person === '') return [];
  return once(holders.filter((holder) => holder.person === person || holder.account === person));
}

export function ofRoles(holders: readonly Holder[], roles: readonly Role[]): Recipient[] {
  return once(holders.filter(({ role }) => roles.includes(role)));
}

export function ofOffice(holders: readonly Holder[]): Recipient[] {
  return ofRoles(holders, OFFICE);
}

/** 区人大, which holds its role in some township of this deployment. */
export function ofDistrict(holders: readonly Holder[]): Recipient[] {
  return ofRoles(holders, DISTRICT);
}

/** The leader of the group; without one the office, so that somebody hears. */
export function ofLeader(holders: readonly Holder[], group: string | undefined): Recipient[] {
  const leaders = holders.filter(({ role, group: own }) => LEADERS.includes(role) && own === group);
  return group === undefined || leaders.length === 0 ? ofOffice(holders) : once(leaders);
}

export function ofUnit(holders: readonly Holder[], unit: string | undefined): Recipient[] {
  return once(
    holders.filter(
      (holder) => UNIT_CLERKS.includes(holder.role) && unit !== undefined && holder.unit === unit,
    ),
  );
}

/**
 * Those of them who are not `whom` (a person id, or an account) in any of their roles: what is said of somebody in the
 * third person is not said to them.
 */
export function others(
  recipients: readonly Recipient[],
  holders: readonly Holder[],
  whom: string | undefined,
): Recipient[] {
  if (whom === undefined || whom === '') return [...recipients];
  const own = new Set([whom, ...ofPerson(holders, whom).map(({ account }) => account)]);
  return recipients.filter(({ account, person }) => account === '' || (!own.has(account) && person !== whom));
}
