import type { PrintedFile } from '../../../miniprogram/contract/report';
import type { Answer, Input } from '../../../miniprogram/contract/wire';
import { baseOn, neededOf } from '../../congress/session/rules/attendance';
import type { AttendanceRow } from '../../congress/session/rules/session-document';
import { readAttendance, readSession } from '../../congress/session/store';
import { membersOn, nameOf, type Directory } from '../../registry/directory/rules/directory';
import { recallTownship } from '../../registry/store';
import { refuse } from '../../shared/errors';
import type { Action, Call } from '../../shared/serve';
import { handOut } from './hand-out';
import { makeSessionPaper, type PaperMember } from './rules/session-papers';
import { reportInputs } from './schemas';

type Asked = Input<'report', 'sessionPaper'>;

function membersAt(
  directory: Directory,
  date: string,
  sitting: string | undefined,
  rows: readonly AttendanceRow[],
): { members: PaperMember[]; observers: string[] } {
  const base = new Set(baseOn(directory, date));
  const signed = new Set(
    rows.flatMap((row) => (row.kind === 'signed' && row.sitting === sitting ? [row.person] : [])),
  );
  const onLeave = new Set(rows.flatMap((row) => (row.answer === 'leave' ? [row.person] : [])));
  const everybody = membersOn(directory.people, date);
  const members = everybody
    .filter(({ person }) => base.has(person))
    .map(({ person, name, group = '' }) => ({
      name,
      group: nameOf(directory.groups, group),
      ...(sitting !== undefined && {
        result: signed.has(person) ? '到会' : onLeave.has(person) ? '请假' : '未到',
      }),
    }));
  const observers = everybody.flatMap(({ person, name }) =>
    signed.has(person) && !base.has(person) ? [name] : [],
  );
  return { members, observers };
}

/** One read, two for the attendance. Refusals: not-found (no such session or sitting). */
async function run(
  { now }: Call,
  { township, session, paper, sitting: id }: Asked,
): Promise<Answer<PrintedFile>> {
  const [known, found, rows] = await Promise.all([
    recallTownship(township, now),
    readSession(township, session),
    id === undefined ? [] : readAttendance(township, session),
  ]);
  const sitting = found?.sittings.find((one) => one.id === id);
  if (!known || !found || (paper === 'attendance' && !sitting)) return refuse('not-found');
  const date = sitting?.date ?? found.from;
  const { members, observers } = membersAt(known.directory, date, id, rows);
  const facts = {
    card: known.directory.card,
    session: found,
    members,
    observers,
    needed: neededOf(members.length),
    ...(sitting && { sitting }),
  };
  return handOut(township, makeSessionPaper(paper, facts));
}

export const sessionPaper: Action<Asked, PrintedFile> = {
  write: false,
  input: reportInputs.sessionPaper,
  run,
};
