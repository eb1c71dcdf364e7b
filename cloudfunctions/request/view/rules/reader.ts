/** In what quality somebody reads a request. */
import type { RequestView } from '../../../../miniprogram/contract/request';
import type { Role } from '../../../../miniprogram/contract/registry';
import type { LocalDate } from '../../../../miniprogram/contract/wire';
import { membersOn, type Member, type Directory } from '../../../registry/directory/rules/directory';
import { isOwnVillage } from '../../routing/rules/choose-owner';
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
  | 'key'
  | 'state'
  | 'open'
  | 'due'
>;
export type PeopleDirectory = Pick<Directory, 'people' | 'constituencies'>;

/** 不让本村代表看: a leader of the group who is the village's own deputy neither gets it nor reads it. */
export function isKeptFrom(
  member: Member | undefined,
  { privacy, village }: Pick<Read, 'privacy' | 'village'>,
  directory: PeopleDirectory,
): boolean {
  return privacy.notOwnVillage && (member === undefined || isOwnVillage(member, directory, village));
}

/** Leaders who may read what a deputy of their group has; what the office has is the office's alone. */
export function leadersWhoRead(request: Read, directory: PeopleDirectory, today: LocalDate): Member[] {
  const { owner, group } = request;
  if (owner.person === '' || group === '') return [];
  return membersOn(directory.people, today).filter(
    (member) =>
      member.leader === true &&
      member.group === group &&
      member.person !== owner.person &&
      !request.recused.includes(member.person) &&
      !isKeptFrom(member, request, directory),
  );
}

function asUnit(unit: string | undefined, { lead, assists = {} }: Read): Reader | undefined {
  return unit !== undefined && (unit === lead || Object.hasOwn(assists, unit)) ? 'unit' : undefined;
}

/** 重点督办, what came back too often, and what is late. */
function isOverseen({ key, state, open, due }: Read, today: LocalDate): boolean {
  return key === true || state === 'escalated' || (open && due < today);
}

/**
 * What a confirmed grant of the same township makes of its holder here; undefined: a stranger to the request.
 * Whoever has it reads it as its owner, whatever else they are: a chief who is a deputy can take it, and what is
 * kept from deputies is kept from them.
 */
export function readerBy(
  grant: Grant,
  request: Read,
  directory: PeopleDirectory,
  today: LocalDate,
): Reader | undefined {
  const { role, person = '', group = '', unit } = grant;
  if (role === 'unit') return asUnit(unit, request);
  if (person !== '' && person === request.owner.person) return 'owner';
  if (person !== '' && request.recused.includes(person)) return undefined;
  if (role === 'staff' || role === 'chief') return 'office';
  const member = membersOn(directory.people, today).find((one) => one.person === person);
  if (role === 'presidium') {
    return isOverseen(request, today) && !isKeptFrom(member, request, directory) ? 'overseer' : undefined;
  }
  if (role !== 'deputy' && role !== 'leader') return undefined;
  if (person !== '' && person === request.deputy) return 'follower';
  if (role !== 'leader' || request.owner.person === '') return undefined;
  if (group === '' || group !== request.group) return undefined;
  return isKeptFrom(member, request, directory) ? undefined : 'leader';
}
