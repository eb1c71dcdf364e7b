/**
 * A deputy's profile (代表结构) lies encrypted in the person's row: so it stands in the directory, in its history and in
 * every copy as one closed text, which only the office's reads open.
 */
import { PROFILE_NAMES, type DeputyProfile } from '../../../miniprogram/contract/deputy-profile';
import type { DirectoryKind, DirectoryRows, Edit } from '../../../miniprogram/contract/registry-office';
import { decryptField, encryptField } from '../../shared/cipher';
import type { Directory } from './rules/directory';

type PersonRow = DirectoryRows['person'];

/** Of a stored profile, or of none. */
export function openProfile(stored: string | undefined): DeputyProfile {
  return stored === undefined ? {} : (JSON.parse(decryptField(stored)) as DeputyProfile);
}

/** As the stored row has it; rows of the directory are handed on as they lie there. */
function storedOf(row: PersonRow): string | undefined {
  return row.profile as unknown as string | undefined;
}

/** For whoever may read it; every opened row has one, be it empty. */
export function openPerson(row: PersonRow): PersonRow {
  return { ...row, profile: openProfile(storedOf(row)) };
}

/** For everybody else. */
export function hidePerson({ profile: _profile, ...row }: PersonRow): PersonRow {
  return row;
}

export function openPeople(directory: Directory): Directory {
  const people = directory.people.map((person) => openPerson(person as unknown as PersonRow));
  return { ...directory, people: people as unknown as Directory['people'] };
}

function sayProfile(profile: DeputyProfile): string {
  const filled = PROFILE_NAMES.flatMap((name) => (profile[name] ? [[name, profile[name]] as const] : []));
  return JSON.stringify(Object.fromEntries(filled));
}

export function closeProfile(profile: DeputyProfile): string {
  return encryptField(sayProfile(profile));
}

function closePerson(row: PersonRow, before: string | undefined): PersonRow {
  const { profile, ...rest } = row;
  const said = profile === undefined ? undefined : sayProfile(profile);
  const unchanged = said === undefined || said === sayProfile(openProfile(before));
  const stored = unchanged ? before : said === '{}' ? undefined : closeProfile(profile ?? {});
  return stored === undefined ? rest : ({ ...rest, profile: stored } as unknown as PersonRow);
}

/** Edits as they are to be stored. A row without a profile keeps the one that stands there. */
export function closeEdits<K extends DirectoryKind>(
  directory: Directory,
  kind: K,
  edits: readonly Edit<K>[],
): readonly Edit<K>[] {
  if (kind !== 'person') return edits;
  return (edits as readonly Edit<DirectoryKind>[]).map((edit) => {
    if (edit.row === null) return edit;
    const before = directory.people.find(({ id }) => id === edit.id)?.profile;
    return { ...edit, row: closePerson(edit.row as PersonRow, before) };
  }) as unknown as readonly Edit<K>[];
}
