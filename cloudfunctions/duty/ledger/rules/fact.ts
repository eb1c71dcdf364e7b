/** A row of the ledger: what a pure rule says follows from a source, and what is stored of it. */
import { MEASURES, type Heading, type SourceKind } from '../../../../miniprogram/contract/facts';
import type { DeputyLevel } from '../../../../miniprogram/contract/registry';
import type { LocalDate } from '../../../../miniprogram/contract/wire';

/** Where a fact comes from. `id` is the source document's `_id`. */
export interface SourceRef {
  township: string;
  kind: SourceKind;
  id: string;
}

/** What a rule says happened. Ids and keyed hashes only: no name, no phone, no text. */
export interface Fact {
  kind: string;
  /** Tells apart what one source leaves under one kind: a place, an item; '' where there is one alone. */
  part: string;
  date: LocalDate;
  /** Who did it (person ids). */
  persons: readonly string[];
  level?: DeputyLevel;
  home?: string;
  group?: string;
  village?: string;
  category?: string;
  units?: readonly string[];
  /** Keyed hash of the person concerned; absent: nobody knows who it was. */
  party?: string;
  /** Keyed hash of the household concerned; absent likewise. */
  household?: string;
  tag?: string;
  /** What came of it: a satisfaction, a class, 到会 or 请假. */
  result?: string;
  /** Under which heading of the persons' duty records it stands; absent: under none. */
  heading?: Heading;
  /** Entered from paper (补录). */
  entered?: boolean;
}

/** Under which names a fact is counted: `all`, its kind, its heading, each measure with its kind. */
export function namesOf({ kind, heading }: Pick<Fact, 'kind' | 'heading'>): string[] {
  const measures = Object.entries(MEASURES)
    .filter(([, { kinds }]) => (kinds as readonly string[]).includes(kind))
    .map(([name]) => name);
  return [...new Set(['all', kind, ...(heading === undefined ? [] : [heading]), ...measures])];
}

function dimensionsOf(fact: Omit<Fact, 'part'>): string[] {
  const { home, group, village, category, level, tag, result, persons, units = [] } = fact;
  const one = (name: string, value: string | undefined) => (value === undefined ? [] : [`${name}.${value}`]);
  return [
    ...one('home', home),
    ...one('group', group),
    ...one('village', village),
    ...one('category', category),
    ...one('level', level),
    ...one('tag', tag),
    ...one('result', result),
    ...persons.map((person) => `person.${person}`),
    ...units.map((unit) => `unit.${unit}`),
  ];
}

/** The token of one list: `visited`, or `visited.group.g3`. */
export function facetOf(name: string, by?: { dimension: string; value: string }): string {
  return by === undefined ? name : `${name}.${by.dimension}.${by.value}`;
}

/** Every list in which the fact stands. */
export function facetsOf(fact: Fact): string[] {
  const dimensions = dimensionsOf(fact);
  return namesOf(fact).flatMap((name) => [name, ...dimensions.map((each) => `${name}.${each}`)]);
}

/** Whether the fact stands in the list of this token, without making all of its tokens. */
export function standsIn(
  fact: Omit<Fact, 'part'>,
  name: string,
  by?: { dimension: string; value: string },
): boolean {
  if (!namesOf(fact).includes(name)) return false;
  return by === undefined || dimensionsOf(fact).includes(`${by.dimension}.${by.value}`);
}

/** `date` and a few letters of the row's id: order of every list, in which no two are the same. */
export function factSeq(date: LocalDate, id: string): string {
  return `${date}${id.slice(-10)}`;
}
