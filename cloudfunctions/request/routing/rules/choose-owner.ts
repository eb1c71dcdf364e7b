/** Who in the group has the request (mission B3). There is always exactly one owner. */
import type { OwnerKind } from '../../../../miniprogram/contract/request';
import type { LocalDate } from '../../../../miniprogram/contract/wire';
import {
  membersOn,
  type Constituency,
  type Member,
  type Person,
} from '../../../registry/directory/rules/directory';

/** As stored: '' where the contract leaves a field out, so that indexes and conditions have a value. */
export interface StoredOwner {
  kind: OwnerKind;
  person: string;
  group: string;
}

/** `discipline`: the words sound like 违纪违法 of an official, so that nobody but the office reads it first. */
export type OwnerRule = 'named' | 'constituency' | 'fewest' | 'leader' | 'office' | 'discipline';

export interface Chosen {
  owner: StoredOwner;
  rule: OwnerRule;
  words: string;
}

export interface OwnerQuestion {
  /** Absent: no group, so the office. */
  group?: string;
  village: string;
  /** The deputy the villager named. */
  named?: string;
  /** Persons who may not know of it (shared/visibility.ts). */
  recused?: readonly string[];
  /** 不让本村代表看, whichever level elected them. */
  notOwnVillage: boolean;
}

interface People {
  members: readonly Member[];
  constituencies: readonly Constituency[];
  /** Person id → open requests. */
  openByPerson: Readonly<Record<string, number>>;
}

const WORDS: Readonly<Record<OwnerRule, string>> = {
  named: '点名的代表先接',
  constituency: '本选区的代表先接',
  fewest: '组里手上事少的代表先接',
  leader: '组长先接',
  office: '人大办先接',
  discipline: '人大办先看，不转给代表、村里和单位',
};

function chosen(rule: OwnerRule, kind: OwnerKind, person: string, group: string): Chosen {
  return { owner: { kind, person, group }, rule, words: WORDS[rule] };
}

export const FOR_OFFICE_ALONE: Chosen = chosen('discipline', 'office', '', '');

/** A deputy of one of the constituencies in which the village lies. */
function isOfVillage(
  { constituency }: Member,
  { constituencies }: Pick<People, 'constituencies'>,
  village: string,
): boolean {
  return constituencies.some(({ id, villages }) => id === constituency && villages.includes(village));
}

type Limits = Pick<OwnerQuestion, 'village' | 'recused' | 'notOwnVillage'>;

/** Why somebody cannot have it: no deputy, no account, away, named in it, of the village where that is not wished. */
export function whyNotOwner(
  member: Member,
  people: Pick<People, 'constituencies'>,
  { village, recused = [], notOwnVillage }: Limits,
): 'role' | 'account' | 'absent' | 'recused' | 'village' | undefined {
  if (member.level === undefined) return 'role';
  if (!member.claimed) return 'account';
  if (member.absent) return 'absent';
  if (notOwnVillage && isOfVillage(member, people, village)) return 'village';
  return recused.includes(member.person) ? 'recused' : undefined;
}

/** Whoever may have any request at all on that day, away or not. */
export function listOwners(people: readonly Person[], date: LocalDate): ReadonlySet<string> {
  const able = membersOn(people, date).filter(({ level, claimed }) => level !== undefined && claimed);
  return new Set(able.map(({ person }) => person));
}

function listAble(people: People, question: OwnerQuestion): Member[] {
  return people.members.filter(
    (member) => member.group === question.group && whyNotOwner(member, people, question) === undefined,
  );
}

/** With equal counts the first in the order of surname strokes, which the members are in. */
function findFewest(able: readonly Member[], { openByPerson }: People): Member | undefined {
  const open = (member: Member) => openByPerson[member.person] ?? 0;
  return able.reduce<Member | undefined>(
    (best, member) => (!best || open(member) < open(best) ? member : best),
    undefined,
  );
}

/**
 * The named deputy, else of the village's constituency the one with fewest open requests, else of the group, else
 * the leader, else the office.
 */
export function chooseOwner(people: People, question: OwnerQuestion): Chosen {
  const { group = '', village, named } = question;
  if (group === '') return chosen('office', 'office', '', '');
  const able = listAble(people, question);
  if (able.some(({ person }) => person === named)) return chosen('named', 'deputy', named ?? '', group);
  const local = findFewest(
    able.filter((member) => isOfVillage(member, people, village)),
    people,
  );
  if (local) return chosen('constituency', 'deputy', local.person, group);
  const fewest = findFewest(
    able.filter(({ leader }) => leader !== true),
    people,
  );
  if (fewest) return chosen('fewest', 'deputy', fewest.person, group);
  const leader = able.find((member) => member.leader);
  if (leader) return chosen('leader', 'leader', leader.person, group);
  return chosen('office', 'office', '', group);
}
