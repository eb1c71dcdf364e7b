/** In what quality somebody reads a request. */
import type { Role } from '../../../miniprogram/contract/registry';
import type { LocalDate } from '../../../miniprogram/contract/wire';
import { membersOn, type Member, type NameBook } from '../../registry/rules/name-book';
import { isOwnVillage } from './choose-owner';
import type { RequestDocument } from './request-document';

/**
 * asker: who reflected it · owner: the deputy or leader who has it · leader: of its group · office: staff, chief.
 */
export type Reader = 'asker' | 'owner' | 'leader' | 'office';

interface Grant {
  role: Role;
  person?: string;
  group?: string;
}

type Read = Pick<RequestDocument, 'owner' | 'group' | 'village' | 'privacy'>;
export type PeopleBook = Pick<NameBook, 'people' | 'constituencies'>;

/** 不让本村代表看: a leader of the group who is the village's own deputy neither gets it nor reads it. */
function isKeptFrom(member: Member | undefined, { privacy, village }: Read, book: PeopleBook): boolean {
  return privacy.notOwnVillage && (member === undefined || isOwnVillage(member, book, village));
}

/** Leaders who may read what a deputy of their group has; what the office has is the office's alone. */
export function leadersWhoRead(request: Read, book: PeopleBook, today: LocalDate): Member[] {
  const { owner, group } = request;
  if (owner.kind === 'office' || group === '') return [];
  return membersOn(book.people, today).filter(
    (member) =>
      member.leader === true &&
      member.group === group &&
      member.person !== owner.person &&
      !isKeptFrom(member, request, book),
  );
}

/**
 * What a confirmed grant of the same township makes of its holder here; undefined: a stranger to the matter.
 * Whoever has it reads it as its owner, whatever else they are: a chief who is a deputy can take it, and what is
 * kept from deputies is kept from them.
 */
export function readerBy(
  grant: Grant,
  request: Read,
  book: PeopleBook,
  today: LocalDate,
): Reader | undefined {
  const { role, person = '', group = '' } = grant;
  const office = role === 'staff' || role === 'chief';
  if (!office && role !== 'deputy' && role !== 'leader') return undefined;
  if (person !== '' && person === request.owner.person) return 'owner';
  if (office) return 'office';
  if (role !== 'leader' || request.owner.kind === 'office') return undefined;
  if (group === '' || group !== request.group) return undefined;
  const member = membersOn(book.people, today).find((one) => one.person === person);
  return isKeptFrom(member, request, book) ? undefined : 'leader';
}
