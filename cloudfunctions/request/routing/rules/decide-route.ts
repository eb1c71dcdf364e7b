/** Group and owner of a request together, as previewed and as stored. */
import type { Owner, Privacy, Route, RouteQuestion } from '../../../../miniprogram/contract/request';
import type { LocalDate } from '../../../../miniprogram/contract/wire';
import { routeRequest } from '../../../registry/routing/rules/route-request';
import { hiddenFrom } from '../../../shared/visibility';
import { soundsLikeDiscipline } from '../../../../miniprogram/contract/discipline';
import { chooseOwner, FOR_OFFICE_ALONE, type StoredOwner } from './choose-owner';
import type { RequestDocument } from '../../rules/request-document';
import { type Directory, membersOn, nameOf } from '../../../registry/directory/rules/directory';

/** Where it goes. */
export type Decision = Pick<RequestDocument, 'owner' | 'group' | 'home' | 'route' | 'recused' | 'hidden'>;

type Question = Omit<RouteQuestion, 'township'> & {
  privacy: Pick<Privacy, 'notOwnVillage'>;
  recused?: readonly string[];
  text?: string;
};

/** The field of the question that names something this township does not have. */
export function findUnknown(directory: Directory, question: Question): string | undefined {
  const village = directory.villages.find(({ id }) => id === question.village);
  if (!village) return 'village';
  const has = (rows: readonly { id: string }[], id: string | undefined) =>
    id === undefined || rows.some((row) => row.id === id);
  if (!has(village.villagerGroups, question.villagerGroup)) return 'villagerGroup';
  if (!has(directory.categories, question.category)) return 'category';
  if (!has(directory.groups, question.group)) return 'group';
  if (!has(directory.people, question.deputy)) return 'deputy';
  return (question.recused ?? []).every((person) => has(directory.people, person)) ? undefined : 'recused';
}

/** No group, no deputy: only the office may know of it until somebody there has read it. */
function decideForOffice(directory: Directory, { village, privacy, recused = [] }: Question): Decision {
  const { owner, rule, words } = FOR_OFFICE_ALONE;
  return {
    owner,
    group: '',
    home: '',
    route: { rule: 'last-fallback', ownerRule: rule, words, bookRev: directory.rev },
    recused,
    hidden: hiddenFrom({ village, privacy, recused }, directory),
  };
}

export function decideRoute(
  directory: Directory,
  openByPerson: Readonly<Record<string, number>>,
  question: Question,
  date: LocalDate,
): Decision {
  if (soundsLikeDiscipline(question.text)) return decideForOffice(directory, question);
  const routed = routeRequest(directory, question, date);
  const members = membersOn(directory.people, date);
  const { village, deputy, privacy, recused = [] } = question;
  const hidden = hiddenFrom({ village, privacy, recused }, directory);
  const { owner, rule, words } = chooseOwner(
    { members, constituencies: directory.constituencies, openByPerson },
    {
      village,
      recused: hidden,
      notOwnVillage: privacy.notOwnVillage,
      ...(routed.group !== undefined && { group: routed.group }),
      ...(deputy !== undefined && { named: deputy }),
    },
  );
  const said = routed.group === undefined ? routed.words : `${routed.words}，${words}`;
  return {
    owner,
    group: routed.group ?? '',
    home: routed.home ?? '',
    route: { rule: routed.rule, ownerRule: rule, words: said, bookRev: directory.rev },
    recused,
    hidden,
  };
}

type Names = Pick<Directory, 'card' | 'people' | 'groups' | 'units'>;

export function officeName({ card }: Pick<Directory, 'card'>): string {
  return `${card.name}人大办`;
}

interface Held {
  owner: StoredOwner;
  lead?: string;
}

/** Shown name of who has it. */
function nameOfOwner(book: Names, { owner: { kind, person }, lead = '' }: Held): string {
  switch (kind) {
    case 'unit':
      return nameOf(book.units, lead) || '承办单位';
    case 'chief':
      return `${book.card.name}人大主席`;
    case 'presidium':
      return `${book.card.name}人大主席团`;
    case 'office':
      return officeName(book);
    default:
      return nameOf(book.people, person) || officeName(book);
  }
}

/** «马秋月代表», «白鹤镇人大办», «镇交通办». */
export function sayOwner(book: Names, held: Held): string {
  const name = nameOfOwner(book, held);
  return held.owner.person === '' ? name : `${name}代表`;
}

/** «第三代表小组马秋月代表», «白鹤镇人大办», «镇交通办». */
export function nameHolder(book: Names, held: Held): string {
  const group = held.owner.person === '' ? '' : nameOf(book.groups, held.owner.group);
  return `${group}${sayOwner(book, held)}`;
}

/** The owner with the names of today. */
export function nameOwner(book: Names, held: Held): Owner {
  const { kind, person, group } = held.owner;
  const { lead = '' } = held;
  return {
    kind,
    name: nameOfOwner(book, held),
    ...(person !== '' && { person }),
    ...(kind === 'unit' && lead !== '' && { unit: lead }),
    ...(group !== '' && { group, groupName: nameOf(book.groups, group) }),
  };
}

export function toRoute(
  book: Names,
  { owner, group, home, route }: Pick<Decision, 'owner' | 'group' | 'home' | 'route'>,
): Route {
  return {
    owner: nameOwner(book, { owner }),
    ...(group !== '' && { group, groupName: nameOf(book.groups, group) }),
    ...(home !== '' && { home }),
    reason: route.words,
  };
}
