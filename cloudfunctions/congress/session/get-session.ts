import type { BillView, Deliberation, SessionView } from '../../../miniprogram/contract/congress/session';
import { OFFICE } from '../../../miniprogram/contract/roles';
import type { Input, Output } from '../../../miniprogram/contract/wire';
import type { Directory } from '../../registry/directory/rules/directory';
import { holdsOne } from '../../registry/invitations/grants-store';
import { settingsOf } from '../../registry/directory/rules/settings';
import { recallTownship } from '../../registry/store';
import { addDays } from '../../shared/china-time';
import { ok, refuse } from '../../shared/errors';
import type { Action } from '../../shared/serve';
import { absentFrom, baseOn } from './rules/attendance';
import { papersFor, toPaperView } from './rules/papers-for';
import type { AttendanceRow, SessionDocument, SessionRow } from './rules/session-document';
import { allInput, oneInput } from './schemas';
import { suggestionOfBill } from '../suggestion/store';
import { readAttendance, readOwnAttendance, readRows, readSession, readSessions } from './store';

function nameIn({ people }: Directory): (id: string) => string {
  const names = new Map(people.map(({ id, name }) => [id, name]));
  return (id) => names.get(id) ?? '';
}

function toOpinion(row: SessionRow, nameOf: (id: string) => string): Deliberation {
  const { _id, item = '', person = '', words = '', at } = row;
  return { id: _id, item, person, name: nameOf(person), words, at };
}

function toBill(
  row: SessionRow,
  nameOf: (id: string) => string,
  person: string | undefined,
  keeps: boolean,
): BillView {
  const { _id, township, title = '', persons = [], listed = false, category, at } = row;
  const opens = keeps || (person !== undefined && persons.includes(person));
  // Those that were entered before a category was asked for became none.
  const became = !listed && category !== undefined && opens;
  return {
    id: _id,
    title,
    names: persons.map(nameOf),
    listed,
    ...(became && { suggestion: suggestionOfBill(township, _id) }),
    at,
  };
}

function toOwn(rows: readonly AttendanceRow[]): SessionView['own'] {
  const said = rows.find(({ kind }) => kind === 'answer');
  const { answer, approved } = said ?? {};
  return {
    ...(answer !== undefined && { answer }),
    ...(approved !== undefined && { approved }),
    signed: rows.flatMap(({ kind, sitting }) =>
      kind === 'signed' && sitting !== undefined ? [sitting] : [],
    ),
  };
}

/** The session before this one that is over. */
async function readBefore(township: string, { from }: SessionDocument): Promise<SessionDocument | undefined> {
  const all = await readSessions(township);
  const before = all.find((one) => one.from < from && one.state === 'closed');
  return before && readSession(township, before.session);
}

/** 代表法 (2025) §62 speaks of two sessions in a row: two calls more for this one and the one before. */
async function listAbsent(directory: Directory, found: SessionDocument): Promise<SessionView['absent']> {
  if (found.state !== 'closed') return undefined;
  const { township } = found;
  const [rows, before] = await Promise.all([
    readAttendance(township, found.session),
    readBefore(township, found),
  ]);
  const missed = absentFrom(baseOn(directory, found.from), rows);
  if (missed.length === 0) return [];
  const earlier = before
    ? absentFrom(baseOn(directory, before.from), await readAttendance(township, before.session))
    : [];
  const nameOf = nameIn(directory);
  return missed.map((person) => ({ person, name: nameOf(person), again: earlier.includes(person) }));
}

/**
 * Members see what is theirs once there is a notice; the office always. Three calls at once; whether somebody who was
 * admitted as a member is of the office as well is a fourth.
 */
export const session: Action<Input<'congress', 'session'>, SessionView> = {
  write: false,
  input: oneInput,
  async run(call, asked) {
    const { township, session: id } = asked;
    const person = call.admitted?.person;
    const [known, found, own, rows, keeps] = await Promise.all([
      recallTownship(township, call.now),
      readSession(township, id),
      person === undefined ? [] : readOwnAttendance(township, id, person),
      readRows(township, id),
      holdsOne(call, OFFICE),
    ]);
    if (!known || !found) return refuse('not-found');
    if (!keeps && found.state === 'prepared') return refuse('not-found');
    const nameOf = nameIn(known.directory);
    const absent = keeps ? await listAbsent(known.directory, found) : undefined;
    const { sessionNoticeDays } = settingsOf(known.directory.settings);
    const { name, from, to, state, edition, place, agenda, sittings, papers, votes, minutes } = found;
    return ok({
      session: id,
      name,
      from,
      to,
      state,
      edition,
      place,
      agenda,
      sittings,
      papers: papersFor(papers, { keeps, person, bills: rows }).map(toPaperView),
      votes,
      ...(minutes !== undefined && { minutes }),
      own: toOwn(own),
      opinions: rows.filter(({ kind }) => kind === 'opinion').map((row) => toOpinion(row, nameOf)),
      bills: rows.filter(({ kind }) => kind === 'bill').map((row) => toBill(row, nameOf, person, keeps)),
      keeps,
      ...(keeps && found.state === 'prepared' && { noticeBy: addDays(found.from, -sessionNoticeDays) }),
      ...(absent && { absent }),
    });
  },
};

export const sessions: Action<Input<'congress', 'sessions'>, Output<'congress', 'sessions'>> = {
  write: false,
  input: allInput,
  async run(call, { township }) {
    const [found, keeps] = await Promise.all([readSessions(township), holdsOne(call, OFFICE)]);
    const seen = found.filter(({ state }) => keeps || state !== 'prepared');
    return ok({
      sessions: seen.map(({ session: id, name, from, to, state }) => ({
        session: id,
        name,
        from,
        to,
        state,
      })),
    });
  },
};
