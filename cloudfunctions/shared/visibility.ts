/**
 * Who may know of a request at all: one rule in two forms. `hiddenFrom` reads a document and the directory;
 * `knownTo` is a condition on the field `hidden`, in which the same list is stored. Whoever writes what the rule goes
 * by (birth, recusal, a change of the directory) writes `hidden` with it, so that lists page by the condition.
 */
import type { Where } from './conditions';

/** What the rule reads of a request. */
export interface Hideable {
  village: string;
  privacy: { notOwnVillage: boolean };
  /** Persons whom it is about, or who said that it is. */
  recused: readonly string[];
}

/** What it reads of the township's directory. */
export interface HidingDirectory {
  people: readonly {
    id: string;
    memberships: readonly { level?: string; constituency?: string }[];
  }[];
  constituencies: readonly { id: string; villages: readonly string[] }[];
  /** Villages that were merged into others. */
  former: readonly { kind: string; id: string; into?: string }[];
}

/** The village that took this one in, and so on; a village is merged a few times at most. */
function followMerges(village: string, { former }: HidingDirectory): string {
  let found = village;
  for (let n = 0; n < former.length; n++) {
    const into = former.find(({ kind, id }) => kind === 'village' && id === found)?.into;
    if (into === undefined) break;
    found = into;
  }
  return found;
}

/**
 * 本村代表: deputies of either level who are, were or will be elected where the village lies. No date is asked, so that
 * what is stored stays true until the directory changes.
 */
export function deputiesOfVillage(village: string, directory: HidingDirectory): string[] {
  const { people, constituencies } = directory;
  const today = followMerges(village, directory);
  const own = new Set(constituencies.filter(({ villages }) => villages.includes(today)).map(({ id }) => id));
  return people
    .filter(({ memberships }) =>
      memberships.some(
        ({ level, constituency }) =>
          level !== undefined && constituency !== undefined && own.has(constituency),
      ),
    )
    .map(({ id }) => id);
}

/** Persons who may not know of it, whatever role they hold; in alphabetical order. */
export function hiddenFrom({ village, privacy, recused }: Hideable, directory: HidingDirectory): string[] {
  const villagers = privacy.notOwnVillage ? deputiesOfVillage(village, directory) : [];
  return [...new Set([...recused, ...villagers])].sort();
}

/** The rule on a document; nobody is hidden from by no name. */
export function isHiddenFrom(
  person: string | undefined,
  request: Hideable,
  directory: HidingDirectory,
): boolean {
  return person !== undefined && person !== '' && hiddenFrom(request, directory).includes(person);
}

/** The rule as a condition: what this person may know of. */
export function knownTo(person: string | undefined): Where {
  return person === undefined || person === '' ? {} : { hidden: { test: 'neq', value: person } };
}
