/** What one row of the directory must satisfy by itself and beside its like. */
import { KINDS } from '../../../../miniprogram/contract/activity-kinds';
import type {
  DirectoryKind,
  DirectoryRows,
  MembershipRow,
  Span,
} from '../../../../miniprogram/contract/registry-office';
import { nameKey } from '../../../../miniprogram/contract/text';
import { isTableName } from '../../imports/rules/table';
import { listRows } from './directory-rows';
import { groupKey } from './group-key';
import type { Directory } from './directory';
import { fitsSetting, isSettingId } from './setting-rows';

export interface Wrong {
  field: string;
  why: 'taken' | 'span' | 'overlap' | 'bounds' | 'unknown' | 'needed' | 'claimed' | 'stays' | 'name';
}

type Check<K extends DirectoryKind> = (
  directory: Directory,
  id: string,
  row: DirectoryRows[K],
) => Wrong | undefined;

const wrong = (field: string, why: Wrong['why']): Wrong => ({ field, why });

function isSpan({ from, to }: Span): boolean {
  return to === undefined || from <= to;
}

function overlap(one: Span, other: Span): boolean {
  return one.from <= (other.to ?? '9999') && other.from <= (one.to ?? '9999');
}

/**
 * No two of a kind have one name, however it is spelled: the office chooses by it, and so do tables, which must be able
 * to say it.
 */
function nameIsFree(kind: 'home' | 'village' | 'group' | 'category' | 'unit' | 'constituency' | 'term') {
  return (directory: Directory, id: string, { name }: { name: string }): Wrong | undefined => {
    if (!isTableName(name)) return wrong('name', 'name');
    const key = nameKey(name);
    return listRows(directory, kind).some((each) => each.id !== id && nameKey(each.row.name) === key)
      ? wrong('name', 'taken')
      : undefined;
  };
}

/** Of a village's groups as of all names; its former names are only looked for. */
const checkVillage: Check<'village'> = (directory, id, row) => {
  const names = row.villagerGroups.map(({ name }) => name);
  if (!names.every(isTableName)) return wrong('villagerGroups', 'name');
  if (!row.formerNames.every(isTableName)) return wrong('formerNames', 'name');
  if (new Set(names.map(groupKey)).size < names.length) return wrong('villagerGroups', 'taken');
  return nameIsFree('village')(directory, id, row);
};

function checkMembership(row: MembershipRow): Wrong | undefined {
  if (!isSpan(row)) return wrong('memberships', 'span');
  return row.leader && row.group === undefined ? wrong('group', 'needed') : undefined;
}

const checkPerson: Check<'person'> = (_book, _id, { name, absent, memberships }) => {
  if (!isTableName(name)) return wrong('name', 'name');
  if (!absent.every(isSpan)) return wrong('absent', 'span');
  return memberships.map(checkMembership).find((found) => found !== undefined);
};

const checkTerm: Check<'term'> = (directory, id, row) => {
  if (!isSpan(row)) return wrong('to', 'span');
  const others = listRows(directory, 'term').filter((each) => each.id !== id);
  if (others.some((each) => overlap(each.row, row))) return wrong('from', 'overlap');
  return nameIsFree('term')(directory, id, row);
};

/** Kinds of activities are told apart by name on every screen and in tables. */
const checkOwnKind: Check<'ownKind'> = (directory, id, { unit, fields }) => {
  const own = listRows(directory, 'ownKind').filter((each) => each.id !== id);
  const names = [...Object.values(KINDS).map(({ label }) => label), ...own.map((each) => each.id)];
  if (names.some((name) => nameKey(name) === nameKey(id))) return wrong('id', 'taken');
  return unit === 'households' && !fields.includes('household') ? wrong('fields', 'needed') : undefined;
};

/** Nobody can read a figure without its day, and more voters than people are a slip of the pen. */
const checkCard: Check<'card'> = (directory, id, { population, voters, countedOn }) => {
  if (id !== directory.card.id) return wrong('id', 'unknown');
  const isCounted = population !== undefined || voters !== undefined;
  if (isCounted && countedOn === undefined) return wrong('countedOn', 'needed');
  if (!isCounted && countedOn !== undefined) return wrong('population', 'needed');
  return population !== undefined && (voters ?? 0) > population ? wrong('voters', 'bounds') : undefined;
};

const CHECKS: { readonly [K in DirectoryKind]: Check<K> } = {
  card: checkCard,
  home: nameIsFree('home'),
  village: checkVillage,
  constituency: nameIsFree('constituency'),
  group: nameIsFree('group'),
  term: checkTerm,
  person: checkPerson,
  category: nameIsFree('category'),
  unit: nameIsFree('unit'),
  route: (_book, _id, row) => {
    if (!isSpan(row)) return wrong('to', 'span');
    return row.villagerGroup !== undefined && row.village === '*' ? wrong('village', 'needed') : undefined;
  },
  fallback: (directory, id) =>
    directory.villages.some((each) => each.id === id) ? undefined : wrong('id', 'unknown'),
  calendar: () => undefined,
  year: () => undefined,
  ownKind: checkOwnKind,
  setting: (directory, id, { value }) => {
    if (!isSettingId(directory, id)) return wrong('id', 'unknown');
    return fitsSetting(id.split('.').at(-1) ?? '', value) ? undefined : wrong('value', 'bounds');
  },
};

/** What is wrong with the row that is to stand under this id; undefined: nothing. */
export function checkRow<K extends DirectoryKind>(
  directory: Directory,
  kind: K,
  id: string,
  row: DirectoryRows[K],
): Wrong | undefined {
  return CHECKS[kind](directory, id, row);
}

/** A card cannot go, nor a kind that activities may name; whoever holds an account ends by the date of the memberships, not by vanishing. */
export function checkRemoval(directory: Directory, kind: DirectoryKind, id: string): Wrong | undefined {
  if (kind === 'card' || kind === 'ownKind') return wrong('id', 'stays');
  if (kind !== 'person') return undefined;
  return directory.people.some((each) => each.id === id && each.claimed)
    ? wrong('claimed', 'claimed')
    : undefined;
}
