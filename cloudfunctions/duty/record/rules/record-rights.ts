/** Whose duty record somebody reads: the own one; a leader the group's as it is that day; the office everybody's. */
import { LEADERS, OFFICE, OVERSEERS, type Role } from '../../../../miniprogram/contract/roles';
import type { LocalDate } from '../../../../miniprogram/contract/wire';
import { membersOn, type Directory } from '../../../registry/directory/rules/directory';

/** Roles that read more than the own record; who holds several reads by whichever may. */
export const RECORD_READERS: readonly Role[] = [...OVERSEERS, ...LEADERS];

export interface RecordReader {
  role: Role;
  person?: string;
  group?: string;
}

/**
 * The rows of somebody's record that the reader sees. Help for a tied household stands in the own record and in the
 * office's: a leader learns only that there is a tie.
 */
export function rowsFor<R extends { kind: string }>(
  reader: RecordReader,
  person: string,
  rows: readonly R[],
): R[] {
  const seesTies = OFFICE.includes(reader.role) || reader.person === person;
  return rows.filter(({ kind }) => kind !== 'tied-help' || seesTies);
}

export function mayReadRecord(
  reader: RecordReader,
  person: string,
  directory: Pick<Directory, 'people'>,
  today: LocalDate,
): boolean {
  if (OFFICE.includes(reader.role) || reader.person === person) return true;
  if (!LEADERS.includes(reader.role) || reader.group === undefined) return false;
  const members = membersOn(directory.people, today);
  return members.some((one) => one.person === person && one.group === reader.group);
}
