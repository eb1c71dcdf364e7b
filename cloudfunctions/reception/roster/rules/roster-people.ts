/** Who may sit on the roster, from the directory and what was stated as absence. */
import { LEVEL_LABELS } from '../../../../miniprogram/contract/labels';
import type { Receiver } from '../../../../miniprogram/contract/reception';
import type { LocalDate } from '../../../../miniprogram/contract/wire';
import {
  membersOn,
  type Member,
  type Membership,
  type Directory,
} from '../../../registry/directory/rules/directory';
import type { RosterDocument } from './roster-document';
import { roleOn, type RosterPerson, type RosterRole } from './roster-sheet';

type Badged = Pick<Membership, 'title' | 'presidium' | 'receiver' | 'level'>;

/** 党委副书记, 主席团成员, 区代表 … */
export function badgeOf({ title, presidium, receiver, level }: Badged): string {
  if (title !== undefined) return title;
  if (presidium) return '主席团成员';
  if (receiver) return '党委班子成员';
  return level === undefined ? '' : LEVEL_LABELS[level];
}

function toRole(row: Membership, homeOfGroup: ReadonlyMap<string, string>): RosterRole {
  const leads = row.presidium === true || row.receiver === true;
  const home = row.home ?? homeOfGroup.get(row.group ?? '');
  return {
    from: row.from,
    deputy: row.level !== undefined,
    ...(row.to !== undefined && { to: row.to }),
    ...(leads && { lead: badgeOf(row) }),
    ...(home !== undefined && { home }),
  };
}

export function sits(role: RosterRole | undefined): boolean {
  return role !== undefined && (role.deputy || role.lead !== undefined);
}

/** In the order of surname strokes. Where two memberships overlap the later one counts, as in `membersOn`. */
export function listRosterPeople(
  directory: Pick<Directory, 'people' | 'groups'>,
  absences: RosterDocument['absences'],
): RosterPerson[] {
  const homes = new Map(directory.groups.map(({ id, home }) => [id, home]));
  const inOrder = [...directory.people].sort(
    (one, other) => one.strokes - other.strokes || (one.id < other.id ? -1 : 1),
  );
  return inOrder.flatMap(({ id: person, absent, memberships }) => {
    const latest = [...memberships].sort((one, other) => (one.from < other.from ? 1 : -1));
    const roles = latest.map((row) => toRole(row, homes));
    return roles.some(sits) ? [{ person, roles, absent: [...absent, ...(absences[person] ?? [])] }] : [];
  });
}

function toReceiver(member: Member): Receiver {
  const { person, name, level, group } = member;
  const badge = badgeOf(member);
  const titled = member.title !== undefined || member.presidium === true || member.receiver === true;
  return {
    person,
    name,
    deputy: level !== undefined,
    ...(level !== undefined && { level }),
    ...(titled && { title: badge }),
    ...(group !== undefined && { group }),
    ...(member.receiver ? { type: 'committee' } : member.presidium && { type: 'presidium' }),
  };
}

/** Everybody who may receive on that day, as the public sees them. */
export function receiversOn(
  directory: Pick<Directory, 'people'>,
  date: LocalDate,
): ReadonlyMap<string, Receiver> {
  return new Map(membersOn(directory.people, date).map((member) => [member.person, toReceiver(member)]));
}

/** `role`: holds no role of the roster on that day; `absent`: is away; `busy`: sits elsewhere in that half-day. */
export type Obstacle = 'role' | 'absent' | 'busy';

/** Why somebody cannot take a seat; undefined: nothing stands in the way. */
export function findObstacle(
  person: RosterPerson | undefined,
  date: LocalDate,
  seat: string,
  seats: RosterDocument['seats'][string],
): Obstacle | undefined {
  if (!person) return 'role';
  if (!sits(roleOn({ ...person, absent: [] }, date))) return 'role';
  if (!roleOn(person, date)) return 'absent';
  const half = seat.split('-')[1];
  const elsewhere = Object.entries(seats).some(
    ([other, held]) => other !== seat && other.split('-')[1] === half && held.person === person.person,
  );
  return elsewhere ? 'busy' : undefined;
}
