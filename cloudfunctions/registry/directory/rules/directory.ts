/**
 * A township's directory: one document, because places, people and the routing table only make sense together.
 * Who somebody is on a day follows from memberships with dates; nothing is rewritten when a term ends.
 */
import type {
  Category,
  DeputyLevel,
  GroupCard,
  HomeCard,
  Places,
  TownshipCard,
  UnitCard,
  VillageCard,
} from '../../../../miniprogram/contract/registry';
import type { OwnKindCard } from '../../../../miniprogram/contract/activity-kinds';
import type { Closing } from '../../../../miniprogram/contract/district';
import type { Instant, LocalDate } from '../../../../miniprogram/contract/wire';
import type { Settings } from './settings';

export interface Home extends HomeCard {
  /** Settings in which this home differs from its township. */
  own: Partial<Settings>;
  /** Market days (赶集日) on which this home receives as well. */
  marketDays: readonly LocalDate[];
  /** No phone of a villager gets it. */
  equipment?: readonly string[];
}

/** The card, and what only the office and its reports read of it. */
export interface OwnCard extends TownshipCard {
  population?: number;
  voters?: number;
  countedOn?: LocalDate;
}

/** 选区 of one level; a village lies in one of the town's and in one of the district's. */
export interface Constituency {
  id: string;
  name: string;
  level: DeputyLevel;
  villages: readonly string[];
}

/** 代表小组. Its villages are those whose fallback it is (Routing.villageFallback). */
export interface Group {
  id: string;
  name: string;
  home: string;
}

/** 届. */
export interface Term {
  id: string;
  name: string;
  from: LocalDate;
  to?: LocalDate;
}

/** What a person is from a day on; a change in mid-term is a new row. */
export interface Membership {
  term: string;
  from: LocalDate;
  /** Last day. */
  to?: LocalDate;
  /** A deputy's level; absent: not a deputy. */
  level?: DeputyLevel;
  constituency?: string;
  group?: string;
  home?: string;
  leader?: boolean;
  presidium?: boolean;
  /** 代表资格审查委员会成员. */
  credentials?: boolean;
  /** May sit on the roster without being a deputy (党委班子成员). Deputies may anyway. */
  receiver?: boolean;
  /** Badge: 主席团成员, 党委副书记 … */
  title?: string;
}

export interface Person {
  id: string;
  name: string;
  /** Place in the order of surname strokes (姓氏笔画), which the office keeps. */
  strokes: number;
  /** A confirmed grant exists; follows from the invitation. */
  claimed: boolean;
  /** Days away, both inclusive; without `to` until further notice. */
  absent: readonly { from: LocalDate; to?: LocalDate }[];
  memberships: readonly Membership[];
  /** Closed (directory/profiles.ts); of deputies alone. */
  profile?: string;
}

/** The office's own holidays and make-up workdays; they outweigh the kept holiday table. */
export interface OfficeCalendar {
  /** Years whose holidays the office has entered whole. */
  years: readonly number[];
  rows: readonly { date: LocalDate; workday: boolean; name: string }[];
}

/** `village` and `category` may be `*`. Of equally narrow rows in force the one with the latest `from` counts. */
export interface RoutingRow {
  village: string;
  villagerGroup?: string;
  category: string;
  group: string;
  /** Absent: the group's home. */
  home?: string;
  from: LocalDate;
  /** Last day; absent: until a later row of the same place and category. */
  to?: LocalDate;
  /** Why the office decided so, in a line. */
  reason?: string;
}

export interface Routing {
  rows: readonly RoutingRow[];
  /** Village id → group id. */
  villageFallback: Readonly<Record<string, string>>;
  lastFallback: 'office';
}

/** What is no more but still named by what happened under it; its id is never given again. */
export interface Former {
  kind: string;
  id: string;
  name: string;
  /** First day on which it was no more. */
  ended: LocalDate;
  /** The village that took it in. */
  into?: string;
}

export interface Directory {
  _id: string;
  township: string;
  rev: number;
  /** Counts the office's edits; `rev` counts the relay's clearing up as well. */
  version: number;
  former: readonly Former[];
  /** Set: everything can be read and nothing written. */
  closed?: Closing;
  card: OwnCard;
  homes: readonly Home[];
  villages: readonly VillageCard[];
  constituencies: readonly Constituency[];
  groups: readonly Group[];
  terms: readonly Term[];
  people: readonly Person[];
  categories: readonly Category[];
  /** 承办单位, and what each handles. */
  units: readonly UnitCard[];
  /** Kinds of activities of its own; absent in directories from before there were any. */
  ownKinds?: readonly OwnKindCard[];
  settings: Partial<Settings>;
  /** Who changed a setting last. */
  settingMarks?: Readonly<Partial<Record<string, { at: Instant; by: string }>>>;
  calendar: OfficeCalendar;
  routing: Routing;
}

/** A person as of one day. */
export interface Member extends Omit<Membership, 'from' | 'to' | 'term'> {
  person: string;
  name: string;
  strokes: number;
  claimed: boolean;
  absent: boolean;
}

export function covers(span: { from: LocalDate; to?: LocalDate }, date: LocalDate): boolean {
  return span.from <= date && (span.to === undefined || date <= span.to);
}

/** 届 that runs on that day. */
export function termOn(terms: readonly Term[], date: LocalDate): Term | undefined {
  return terms.find((term) => covers(term, date));
}

function memberOn(person: Person, date: LocalDate): Member | undefined {
  const rows = person.memberships.filter((row) => covers(row, date));
  const last = rows.sort((one, other) => (one.from < other.from ? 1 : -1))[0];
  if (!last) return undefined;
  const { from: _from, to: _to, term: _term, ...role } = last;
  const { id, name, strokes, claimed } = person;
  return {
    ...role,
    person: id,
    name,
    strokes,
    claimed,
    absent: person.absent.some((span) => covers(span, date)),
  };
}

/** Everybody who holds something on that day, in the order of surname strokes. */
export function membersOn(people: readonly Person[], date: LocalDate): Member[] {
  return people
    .flatMap((person) => memberOn(person, date) ?? [])
    .sort((one, other) => one.strokes - other.strokes || (one.person < other.person ? -1 : 1));
}

export function toGroupCard(
  { villages, routing }: Pick<Directory, 'villages' | 'routing'>,
  { id, name, home }: Group,
): GroupCard {
  const own = villages.filter((village) => routing.villageFallback[village.id] === id);
  return { id, name, home, villages: own.map((village) => village.id) };
}

/** The public part of the directory on a day. */
export function toPlaces(directory: Directory, date: LocalDate): Places {
  const { card, villages, categories, units } = directory;
  const groups = directory.groups.map((group) => toGroupCard(directory, group));
  const deputies = membersOn(directory.people, date).flatMap(({ level, ...member }) => {
    if (level === undefined) return [];
    const { person, name, group = '', title, leader = false } = member;
    const where = directory.constituencies.find(({ id }) => id === member.constituency)?.villages ?? [];
    const shown = { person, name, level, group, villages: where, leader };
    return [title === undefined ? shown : { ...shown, title }];
  });
  const { ownKinds = [] } = directory;
  const homes = directory.homes.map(toHomeCard);
  const township = toTownshipCard(card);
  const named = { township, homes, villages, groups, categories, units, deputies };
  return ownKinds.length === 0 ? named : { ...named, ownKinds };
}

/** What is said of the township to everybody. */
export function toTownshipCard({ id, name, host, filingNumber, complaints }: OwnCard): TownshipCard {
  return { id, name, host, filingNumber, complaints };
}

export function toHomeCard({ id, name, address, landline, hours, phoneDays = [] }: Home): HomeCard {
  const card = { id, name, address, landline, ...(hours !== undefined && { hours }) };
  return phoneDays.length > 0 ? { ...card, phoneDays } : card;
}

/** The name of a row of the directory; '' for one that is not there. */
export function nameOf(rows: readonly { id: string; name: string }[], id: string): string {
  return rows.find((row) => row.id === id)?.name ?? '';
}
