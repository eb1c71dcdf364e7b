/** In what quality somebody reads a request. */
import type { RequestView } from '../../../../miniprogram/contract/request';
import type { LocalDate } from '../../../../miniprogram/contract/wire';
import { DEPUTIES, LEADERS, OFFICE, UNIT_CLERKS, type Role } from '../../../../miniprogram/contract/roles';
import { membersOn, type Member, type Directory } from '../../../registry/directory/rules/directory';
import { isHiddenFrom } from '../../../shared/visibility';
import type { RequestDocument } from '../../rules/request-document';

/**
 * asker: who reflected it · owner: the deputy or leader who has it · follower: the deputy who had it and follows it ·
 * leader: of its group · office: staff, chief · overseer: the presidium, of what it supervises or what is late ·
 * unit: a unit that leads or assists.
 */
export type Reader = RequestView['reader'];

export interface Grant {
  role: Role;
  person?: string;
  group?: string;
  unit?: string;
}

type Read = Pick<
  RequestDocument,
  | 'owner'
  | 'group'
  | 'village'
  | 'privacy'
  | 'deputy'
  | 'recused'
  | 'lead'
  | 'assists'
  | 'copy'
  | 'under'
  | 'key'
  | 'state'
  | 'open'
  | 'due'
>;
export type PeopleDirectory = Pick<Directory, 'people' | 'constituencies' | 'former'>;

/** Leaders who may read what a deputy of their group has; what the office has is the office's alone. */
export function leadersWhoRead(request: Read, directory: PeopleDirectory, today: LocalDate): Member[] {
  const { owner, group } = request;
  if (owner.person === '' || group === '') return [];
  return membersOn(directory.people, today).filter(
    (member) =>
      member.leader === true &&
      member.group === group &&
      member.person !== owner.person &&
      !isHiddenFrom(member.person, request, directory),
  );
}

/** Leads or assists, has its draft signed just now, or has a copy. */
function asUnit(unit: string | undefined, { lead, assists = {}, under, copy }: Read): Reader | undefined {
  if (unit === undefined) return undefined;
  return [lead, under, copy].includes(unit) || Object.hasOwn(assists, unit) ? 'unit' : undefined;
}

/** 重点督办, what came back too often, and what is late. */
export function isOverseen(
  { key, state, open, due }: Pick<Read, 'key' | 'state' | 'open' | 'due'>,
  today: LocalDate,
): boolean {
  return key === true || state === 'escalated' || (open && due < today);
}

/**
 * What a confirmed grant of the same township makes of its holder here; undefined: a stranger to the request.
 * Whoever has it reads it as its owner, whatever else they are: a chief who is a deputy can take it, and what is
 * kept from deputies is kept from them. Before all that stands who may know of it at all (shared/visibility.ts).
 */
export function readerBy(
  grant: Grant,
  request: Read,
  directory: PeopleDirectory,
  today: LocalDate,
): Reader | undefined {
  const { role, person = '', group = '', unit } = grant;
  if (isHiddenFrom(person, request, directory)) return undefined;
  if (OFFICE.includes(role)) {
    return person !== '' && person === request.owner.person ? 'owner' : 'office';
  }
  // What was withdrawn is nobody's task any more.
  if (request.state === 'withdrawn') return undefined;
  if (UNIT_CLERKS.includes(role)) return asUnit(unit, request);
  if (person !== '' && person === request.owner.person) return 'owner';
  const unknown =
    request.privacy.notOwnVillage && !membersOn(directory.people, today).some((one) => one.person === person);
  if (unknown) return undefined;
  if (role === 'presidium') return isOverseen(request, today) ? 'overseer' : undefined;
  if (!DEPUTIES.includes(role)) return undefined;
  if (person !== '' && person === request.deputy) return 'follower';
  if (!LEADERS.includes(role) || request.owner.person === '') return undefined;
  return group === '' || group !== request.group ? undefined : 'leader';
}
