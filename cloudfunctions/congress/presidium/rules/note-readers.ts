/**
 * Who sees a note about a deputy (mission G1). What deputies think is for the office and the presidium; a difficulty, in
 * duty or in life, for the presidium alone. Whose note it is sees it in either case.
 */
import { OVERSEERS, PRESIDIUM, type Role } from '../../../../miniprogram/contract/roles';
import type { NoteDocument } from './presidium-document';

export interface NoteReader {
  /** Staff, chief, members of the presidium. */
  oversees: boolean;
  /** Members and chair of the presidium. */
  sits: boolean;
  /** Who the caller is in the directory. */
  persons: readonly string[];
}

export function readerOf(held: readonly { role: Role; person?: string }[]): NoteReader {
  return {
    oversees: held.some(({ role }) => OVERSEERS.includes(role)),
    sits: held.some(({ role }) => PRESIDIUM.includes(role)),
    persons: held.flatMap(({ person }) => person ?? []),
  };
}

/** Of whom it is told, it is theirs to see. */
export function seesNote(
  { oversees, sits, persons }: NoteReader,
  { kind, person }: Pick<NoteDocument, 'kind' | 'person'>,
): boolean {
  if (person !== undefined && persons.includes(person)) return true;
  return kind === 'difficulty' ? sits : oversees;
}
