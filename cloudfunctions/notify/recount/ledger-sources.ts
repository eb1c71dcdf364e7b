/**
 * The table of the ledger's sources: where each lies, and what follows from one of its documents. The nightly recount
 * and `npm run recount` go by it alike. A new kind of source is a row here.
 */
import type { Fact } from '../../duty/ledger/rules/fact';
import { factsOfActivity } from '../../duty/ledger/rules/facts-of-activity';
import type { FactDay } from '../../duty/ledger/rules/facts-of-day';
import { factsOfStoredDay, factsOfStoredRequest } from '../../duty/ledger/sources-store';
import type { ActivityDocument } from '../../duty/activities/rules/activity-document';
import { factsOfPresidium } from '../../congress/presidium/rules/facts';
import type { PresidiumRow } from '../../congress/presidium/rules/presidium-document';
import { baseOn } from '../../congress/session/rules/attendance';
import { factsOfSession } from '../../congress/session/rules/facts';
import type {
  AttendanceRow,
  SessionDocument,
  SessionRow,
} from '../../congress/session/rules/session-document';
import { factsOfSuggestion } from '../../congress/suggestion/rules/facts';
import type { SuggestionDocument } from '../../congress/suggestion/rules/suggestion-document';
import type { Directory } from '../../registry/directory/rules/directory';
import type { RequestDocument } from '../../request/rules/request-document';

/** What a document does not say itself. Absent where the township has no directory any more. */
export interface Beside {
  directory?: Directory;
  /** Of sessions: of one, or of all. */
  attendance: readonly AttendanceRow[];
  rows: readonly SessionRow[];
}

interface LedgerSource {
  collection: string;
  /** FIELD_KEYS must be in the environment: who is one person is told by keyed hashes. */
  facts(township: string, document: object, beside: Beside): Fact[];
}

function factsOfOneSession(session: SessionDocument, { directory, attendance, rows }: Beside): Fact[] {
  if (!directory) return [];
  const base = baseOn(directory, session.from);
  const own = <T extends { session: string }>(all: readonly T[]) =>
    all.filter((one) => one.session === session.session);
  return factsOfSession(session, base, own(attendance), own(rows));
}

export const LEDGER_SOURCES = {
  day: { collection: 'days', facts: (township, day) => factsOfStoredDay(township, day as FactDay) },
  request: {
    collection: 'requests',
    facts: (township, request) => factsOfStoredRequest(township, request as RequestDocument),
  },
  activity: { collection: 'activities', facts: (_township, one) => factsOfActivity(one as ActivityDocument) },
  session: {
    collection: 'sessions',
    facts: (_township, one, beside) => factsOfOneSession(one as SessionDocument, beside),
  },
  suggestion: {
    collection: 'suggestions',
    facts: (_township, one) => factsOfSuggestion(one as SuggestionDocument),
  },
  presidium: { collection: 'presidium', facts: (_township, one) => factsOfPresidium(one as PresidiumRow) },
} as const satisfies Record<string, LedgerSource>;

export type LedgerKind = keyof typeof LEDGER_SOURCES;
export const LEDGER_KINDS = Object.keys(LEDGER_SOURCES) as readonly LedgerKind[];
