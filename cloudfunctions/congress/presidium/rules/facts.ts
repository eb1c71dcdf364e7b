/**
 * What follows from the presidium's rows for the ledger (mission E0): who was at its meetings, which member kept in touch
 * with a deputy, when somebody came from above. Of what was said a fact tells nothing.
 */
import type { Fact } from '../../../duty/ledger/rules/fact';
import type { MeetingDocument, NoteDocument, PresidiumRow } from './presidium-document';

function factsOfMeeting({ date, persons }: MeetingDocument): Fact[] {
  const about = { kind: 'meeting-attended', part: '', date, persons, level: 'town' } as const;
  return [{ ...about, heading: 'meetings' }];
}

function factsOfNote({ kind, date, member }: NoteDocument): Fact[] {
  if (kind === 'visit') return [{ kind: 'guidance', part: '', date, persons: [] }];
  if (member === undefined) return [];
  const about = { kind: 'liaison', part: '', date, persons: [member], level: 'town' } as const;
  return [{ ...about, heading: 'group' }];
}

/** Topics leave none: what deputies do for them are activities. */
export function factsOfPresidium(row: PresidiumRow): Fact[] {
  switch (row.kind) {
    case 'topic':
      return [];
    case 'meeting':
      return factsOfMeeting(row);
    default:
      return factsOfNote(row);
  }
}
