/**
 * Who is there. The base are the deputies of the township in office on that day, suspended ones apart (代表法 2025 §61);
 * whoever else signs in is 列席. A session is held with two thirds of the deputies (地方组织法 2022 §18).
 */
import type { Attendance, RollRow, VoteFigures } from '../../../../miniprogram/contract/congress/session';
import type { LocalDate } from '../../../../miniprogram/contract/wire';
import { membersOn, type Directory } from '../../../registry/directory/rules/directory';
import type { AttendanceRow } from './session-document';

type Standing = Pick<Directory, 'people'>;

/** Whoever is suspended has no level from that day on (changes/rules/apply-change.ts). */
export function baseOn({ people }: Standing, date: LocalDate): string[] {
  return membersOn(people, date)
    .filter(({ level }) => level === 'town')
    .map(({ person }) => person);
}

/** 49 deputies: 33 must be there; 48: 32. */
export function neededOf(base: number): number {
  return Math.ceil((base * 2) / 3);
}

export function countAttendance(
  base: readonly string[],
  rows: readonly Pick<AttendanceRow, 'kind' | 'sitting' | 'person' | 'answer'>[],
  sitting: string,
): Attendance {
  const signed = new Set(
    rows.flatMap((row) => (row.kind === 'signed' && row.sitting === sitting ? [row.person] : [])),
  );
  const all = new Set(base);
  const present = base.filter((person) => signed.has(person)).length;
  const onLeave = rows.filter(
    ({ kind, answer, person }) =>
      kind === 'answer' && answer === 'leave' && all.has(person) && !signed.has(person),
  ).length;
  const needed = neededOf(base.length);
  return {
    base: base.length,
    present,
    missing: base.length - present,
    leave: onLeave,
    observers: [...signed].filter((person) => !all.has(person)).length,
    needed,
    quorum: base.length > 0 && present >= needed,
  };
}

export function toRoll(
  standing: Standing,
  date: LocalDate,
  rows: readonly AttendanceRow[],
  sitting: string,
  open: (text: string) => string,
): RollRow[] {
  const base = new Set(baseOn(standing, date));
  const answers = new Map(rows.filter(({ kind }) => kind === 'answer').map((row) => [row.person, row]));
  const signed = new Map(
    rows.flatMap((row) =>
      row.kind === 'signed' && row.sitting === sitting ? [[row.person, row] as const] : [],
    ),
  );
  return membersOn(standing.people, date).flatMap(({ person, name }): RollRow[] => {
    const here = signed.get(person);
    const said = answers.get(person);
    if (!base.has(person) && !here && !said) return [];
    const { answer, reason, approved } = said ?? {};
    return [
      {
        person,
        name,
        as: base.has(person) ? 'deputy' : 'observer',
        ...(answer !== undefined && { answer }),
        ...(reason !== undefined && { reason: open(reason) }),
        ...(approved !== undefined && { approved }),
        ...(here?.by !== undefined && { signed: here.by }),
      },
    ];
  });
}

/**
 * Who came to no sitting of a whole session (次会议) and had no approved leave. A session without a single signature was
 * not kept here, and says nothing of anybody.
 */
export function absentFrom(
  base: readonly string[],
  rows: readonly Pick<AttendanceRow, 'kind' | 'person' | 'answer' | 'approved'>[],
): string[] {
  const came = new Set(rows.flatMap(({ kind, person }) => (kind === 'signed' ? [person] : [])));
  if (came.size === 0) return [];
  const excused = new Set(
    rows.flatMap(({ answer, approved, person }) => (answer === 'leave' && approved === true ? [person] : [])),
  );
  return base.filter((person) => !came.has(person) && !excused.has(person));
}

/** More than half of all deputies, not of those present. */
export function isPassed({ due, for: agreed }: Pick<VoteFigures, 'due' | 'for'>): boolean {
  return agreed * 2 > due;
}

/** What is wrong with figures that were read out; undefined: they fit. */
export function faultOfVote({
  due,
  present,
  for: agreed,
  against,
  abstain,
}: VoteFigures): string | undefined {
  if (present > due) return 'present';
  if (present < neededOf(due)) return 'present';
  return agreed + against + abstain > present ? 'for' : undefined;
}
