/** What follows from a session for the ledger (mission E0): who attended, who spoke, who moved; once it is over. */
import type { Fact } from '../../../duty/ledger/rules/fact';
import type { AttendanceRow, SessionDocument, SessionRow } from './session-document';

type Held = Pick<SessionDocument, 'state' | 'sittings' | 'from'>;

/**
 * An absence is one whole session (次会议): who signed in to one of its sittings attended it. A session without a single
 * signature was not kept here, and says nothing of who came.
 */
export function factsOfSession(
  { state, from }: Held,
  base: readonly string[],
  attendance: readonly Pick<AttendanceRow, 'kind' | 'person' | 'answer' | 'approved'>[],
  rows: readonly Pick<SessionRow, '_id' | 'kind' | 'person' | 'persons'>[],
): Fact[] {
  if (state !== 'closed') return [];
  const came = new Set(attendance.flatMap(({ kind, person }) => (kind === 'signed' ? [person] : [])));
  const leave = new Set(
    attendance.flatMap(({ kind, person, answer, approved }) =>
      kind === 'answer' && answer === 'leave' && approved === true ? [person] : [],
    ),
  );
  const attended = (came.size === 0 ? [] : base).map((person): Fact => {
    const result = came.has(person) ? '到会' : leave.has(person) ? '请假' : '缺席';
    const kind = came.has(person) ? 'session-attended' : 'session-missed';
    const about = { kind, part: person, date: from, persons: [person], level: 'town', result } as const;
    return came.has(person) ? { ...about, heading: 'meetings' } : about;
  });
  const spoken = rows.flatMap(({ _id, kind, person, persons }): Fact[] => {
    if (kind === 'opinion' && person !== undefined)
      return [{ kind: 'session-spoke', part: _id, date: from, persons: [person], heading: 'meetings' }];
    if (kind === 'bill' && persons)
      return [{ kind: 'bill-moved', part: _id, date: from, persons, heading: 'suggestions' }];
    return [];
  });
  return [...attended, ...spoken];
}
