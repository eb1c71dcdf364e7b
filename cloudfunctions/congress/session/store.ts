/** Collections of sessions: what the office prepares, who answered and signed in, what was said and moved. */
import type { Instant } from '../../../miniprogram/contract/wire';
import type { ActMark } from '../../shared/act';
import { encryptField, hashParts } from '../../shared/cipher';
import { append, drop, put, type Changes } from '../../shared/conditions';
import {
  changeOne,
  createOne,
  inTownship,
  OUTBOX_INDEX,
  readOne,
  readPage,
  type CollectionSpecs,
} from '../../shared/database';
import { bornWith, recordAct, type Act } from '../../shared/outbox';
import { sealedFields } from '../../shared/sealed';
import type { AttendanceRow, KeptAct, SessionDocument, SessionRow } from './rules/session-document';

const SESSIONS = 'sessions';
const ATTENDANCE = 'attendance';
const ROWS = 'sessionrows';

export const collections = {
  [SESSIONS]: { indexes: [inTownship('from', 'from'), OUTBOX_INDEX] },
  [ROWS]: { indexes: [inTownship('session', 'session', 'seq'), OUTBOX_INDEX] },
  [ATTENDANCE]: {
    indexes: [inTownship('session', 'session'), inTownship('person', 'person', 'session'), OUTBOX_INDEX],
  },
} as const satisfies CollectionSpecs;

/** What is typed for a session, said and moved in it: encrypted in the database, plain in what leaves this file. */
const WRITTEN = sealedFields('title', 'where', 'place', 'minutes', 'words');

/** As it is stored. */
export function closeSession(session: SessionDocument): SessionDocument {
  return WRITTEN.close(session);
}

/** Sessions of a term and some more; people of a congress, each with an answer and a handful of sittings. */
const SESSIONS_AT_MOST = 60;
const ATTENDANCE_AT_MOST = 1_000;
const ROWS_AT_MOST = 500;
const ACTS_KEPT = 40;
const ANSWERS_KEPT = 12;

export function sessionId(township: string, name: string): { id: string; session: string } {
  const session = `s${hashParts(['session', township, name], 10)}`;
  return { id: `${township}~${session}`, session };
}

export function createSession(
  session: SessionDocument,
  by: string,
  key: string,
  at: Instant,
): Promise<boolean> {
  const { _id, state } = session;
  const act = { at, by, act: 'prepare', of: _id, from: '', to: state, key };
  const born = bornWith({ ...act, event: 'session-prepared', about: { session: _id } });
  return createOne(SESSIONS, { ...closeSession(session), ...born });
}

export async function readSession(township: string, session: string): Promise<SessionDocument | undefined> {
  const stored = await readOne<SessionDocument>(SESSIONS, township, `${township}~${session}`);
  return stored && WRITTEN.open(stored);
}

export function readSessions(township: string): Promise<SessionDocument[]> {
  return readPage<SessionDocument>(SESSIONS, township, {
    where: {},
    order: [['from', 'desc']],
    limit: SESSIONS_AT_MOST,
    fields: ['session', 'name', 'from', 'to', 'state'],
  });
}

/** The acts by which sessions began, for a phone that tries again; the office prepares a handful. */
export async function readPrepared(
  township: string,
  k: string,
): Promise<{ session: string; h: string } | undefined> {
  const found = await readPage<SessionDocument>(SESSIONS, township, {
    where: {},
    order: [['from', 'desc']],
    limit: SESSIONS_AT_MOST,
    fields: ['session', 'acts'],
  });
  for (const { session, acts } of found) {
    const act = acts.find((one) => one.k === k);
    if (act) return { session, h: act.h };
  }
  return undefined;
}

export interface SessionMeta {
  by: string;
  act: string;
  event: string;
  key: string;
  now: Instant;
  kept: Pick<KeptAct, 'k' | 'h'>;
}

/** The one write of an act, on the edition that was read. */
export function writeSession(
  before: SessionDocument,
  set: Partial<Omit<SessionDocument, '_id' | 'township' | 'rev' | 'acts' | 'edition'>>,
  { by, act, event, key, now, kept }: SessionMeta,
): Promise<boolean> {
  const { township, _id, edition, state } = before;
  const to = set.state ?? state;
  const changes: Changes = {
    ...Object.fromEntries(Object.entries(set).map(([name, value]) => [name, put(value)])),
    edition: put(edition + 1),
    acts: append([{ ...kept, edition: edition + 1, state: to }], ACTS_KEPT),
    ...recordAct({ at: now, by, act, of: _id, from: state, to, key, event, about: { session: _id, by } }),
  };
  return changeOne(SESSIONS, township, _id, { edition }, WRITTEN.closeChanges(changes));
}

export function attendanceId(township: string, ...parts: readonly string[]): string {
  return `${township}~${hashParts(['attendance', township, ...parts])}`;
}

/** Who does it, and under which key. */
export interface By {
  by: string;
  key: string;
  now: Instant;
}

interface Noted {
  act: string;
  event: string;
  session: string;
  to: string;
}

/** `of` is the person whom it is about. */
function actOf(township: string, of: string, { act, event, session, to }: Noted, { by, key, now }: By): Act {
  return { at: now, by, act, of, from: '', to, key, event, about: { session: `${township}~${session}` } };
}

/** Signed in twice it is once. One call; false: was signed in already. */
export function signPerson(
  township: string,
  { session, sitting, person, by }: Required<Pick<AttendanceRow, 'session' | 'sitting' | 'person' | 'by'>>,
  who: By,
): Promise<boolean> {
  const _id = attendanceId(township, session, 'signed', sitting, person);
  const at = who.now;
  const row: AttendanceRow = { _id, township, rev: 1, session, person, kind: 'signed', sitting, by, at };
  const noted =
    by === 'paper'
      ? { act: 'sign-on-paper', event: 'session-signed' }
      : { act: 'sign-in', event: 'session-signed-in' };
  return createOne(ATTENDANCE, {
    ...row,
    ...bornWith(actOf(township, person, { ...noted, session, to: sitting }, who)),
  });
}

/** Undefined: the notice is not answered yet. */
export function readAnswer(
  township: string,
  session: string,
  person: string,
): Promise<AttendanceRow | undefined> {
  return readOne<AttendanceRow>(ATTENDANCE, township, attendanceId(township, session, 'answer', person));
}

/** On what was read. The last answer counts; it is for the office to decide about leave anew. One call. */
export function answerFor(
  before: AttendanceRow | undefined,
  {
    township,
    session,
    person,
    answer,
    reason,
  }: { township: string; session: string; person: string; answer: 'attending' | 'leave'; reason?: string },
  who: By & { kept: ActMark },
): Promise<boolean> {
  const _id = attendanceId(township, session, 'answer', person);
  const { now: at, kept } = who;
  const said = reason === undefined ? undefined : encryptField(reason);
  const noted = { act: 'answer-notice', event: 'session-answered', session, to: answer };
  const act = actOf(township, person, noted, who);
  if (before) {
    const changes = {
      answer: put(answer),
      at: put(at),
      approved: drop,
      reason: said === undefined ? drop : put(said),
      acts: append([kept], ANSWERS_KEPT),
      ...recordAct(act),
    };
    return changeOne(ATTENDANCE, township, _id, { rev: before.rev }, changes);
  }
  const row: AttendanceRow = {
    _id,
    township,
    rev: 1,
    session,
    person,
    kind: 'answer',
    answer,
    at,
    acts: [kept],
  };
  const born = { ...row, ...bornWith(act) };
  return createOne(ATTENDANCE, said === undefined ? born : { ...born, reason: said });
}

/** On what was read. Where the session is over by now, what follows from it follows anew by the event. */
export function decideFor(
  { _id, township, rev, session, person }: AttendanceRow,
  approved: boolean,
  who: By & { kept: ActMark },
): Promise<boolean> {
  const to = approved ? 'approved' : 'refused';
  const noted = { act: 'decide-leave', event: 'session-leave-decided', session, to };
  const changes = {
    approved: put(approved),
    acts: append([who.kept], ANSWERS_KEPT),
    ...recordAct(actOf(township, person, noted, who)),
  };
  return changeOne(ATTENDANCE, township, _id, { rev }, changes);
}

/** Everybody's rows of one session; one call. */
export function readAttendance(township: string, session: string): Promise<AttendanceRow[]> {
  return readPage<AttendanceRow>(ATTENDANCE, township, {
    where: { session },
    order: [],
    limit: ATTENDANCE_AT_MOST,
  });
}

export function readOwnAttendance(
  township: string,
  session: string,
  person: string,
): Promise<AttendanceRow[]> {
  return readPage<AttendanceRow>(ATTENDANCE, township, { where: { person, session }, order: [], limit: 40 });
}

type NewRow = Pick<SessionRow, 'township' | 'session' | 'kind' | 'h' | 'at'> & {
  account: string;
  key: string;
  by: string;
};

/** From its key: sent twice it is one row. Undefined: it came before with another body. */
export async function addRow(
  { township, session, kind, account, key, by, h, at }: NewRow,
  body: Partial<SessionRow>,
): Promise<string | undefined> {
  const _id = attendanceId(township, 'row', `${account}~${key}`);
  const seq = `${String(at).padStart(13, '0')}${_id.slice(-8)}`;
  const row = { _id, township, rev: 1, session, kind, h, at, seq };
  const act = { at, by, act: `add-${kind}`, of: _id, from: '', to: kind, key, event: `${kind}-added` };
  const born = bornWith({ ...act, about: { session: `${township}~${session}` } });
  if (await createOne(ROWS, { ...WRITTEN.close({ ...row, ...body }), ...born })) return _id;
  const before = await readOne<SessionRow>(ROWS, township, _id);
  return before?.h === h ? _id : undefined;
}

export async function readRow(township: string, id: string): Promise<SessionRow | undefined> {
  const stored = await readOne<SessionRow>(ROWS, township, id);
  return stored && WRITTEN.open(stored);
}

export async function readRows(township: string, session: string): Promise<SessionRow[]> {
  const found = await readPage<SessionRow>(ROWS, township, {
    where: { session },
    order: [['seq', 'asc']],
    limit: ROWS_AT_MOST,
  });
  return found.map((row) => WRITTEN.open(row));
}
