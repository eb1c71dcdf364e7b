/** A half-year of the small township of books.ts in which nothing happened yet, and what may happen in it. */
import type { SpanFact } from '../../../../../cloudfunctions/duty/ledger/rules/span';
import type {
  OpenRequest,
  Session,
  Sources,
  Suggestion,
} from '../../../../../cloudfunctions/report/work-report/rules/sources';
import { smallDirectory } from '../../../request/rules/books';
import { HALF } from '../by-hand';

const directory = smallDirectory([], []);

export function sourcesOf(changes: Partial<Sources>): Sources {
  const nothing = { events: new Map(), suggestions: [], sessions: [], requests: [], missed: [], wished: [] };
  return { directory, ...HALF, today: HALF.to, facts: [], ...nothing, ...changes };
}

/** Of an activity named like the row. */
export function factOf(id: string, kind: string, changes: Partial<SpanFact> = {}): SpanFact {
  const born = { _id: id, seq: id, source: `activity~${id}`, date: '2026-06-01', persons: [] };
  return { ...born, kind, ...changes };
}

/** Made at the last session, and in the hands of a unit. */
export function suggestionOf(id: string, changes: Partial<Suggestion> = {}): Suggestion {
  const born = { _id: id, number: id, title: id, state: 'assigned', open: true, category: 'road' };
  return { ...born, session: 's2', submittedOn: '2026-01-12', replies: [], steps: [], ...changes };
}

export function sessionOf(session: string, from: string, state = 'closed'): Session {
  return { session, name: `会议${session}`, from, to: from, state };
}

export function requestOf(id: string, changes: Partial<OpenRequest> = {}): OpenRequest {
  const born = { _id: id, number: id, state: 'accepted', due: '2026-12-01' } as const;
  return { ...born, village: 'v1', category: 'road', group: 'g1', home: 'h1', ...changes };
}
