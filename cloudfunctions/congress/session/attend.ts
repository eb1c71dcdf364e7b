/** The notice is answered, people sign in: each writes a small document of their own, nobody waits for another. */
import type { HallCode } from './rules/hall-code';
import type { Input, Output } from '../../../miniprogram/contract/wire';
import { membersOn } from '../../registry/directory/rules/directory';
import { recallTownship } from '../../registry/store';
import { actOnce, actorOf, findAct, markOf } from '../../shared/act';
import { MINUTE_MS, toInstant } from '../../shared/china-time';
import { decryptField, hashParts } from '../../shared/cipher';
import { ok, refuse } from '../../shared/errors';
import type { Action, Call } from '../../shared/serve';
import { baseOn, countAttendance, toRoll } from './rules/attendance';
import { partsOf, readCode } from './rules/hall-code';
import type { AttendanceRow } from './rules/session-document';
import { answerInput, codeInput, leaveInput, paperInput, rollInput, signInput } from './schemas';
import { answerFor, decideFor, readAnswer, readAttendance, readSession, signPerson, type By } from './store';

/** Doors open before it begins (minutes). */
const EARLY_MINUTES = 60;

function macOf(township: string, code: HallCode): string {
  return hashParts(['hall', township, ...partsOf(code)], 10);
}

function byOf(call: Call): By {
  return { by: actorOf(call), key: call.key, now: call.now };
}

/** Whether the act came already: its answer repeats what it was asked for. */
function seenIn<A>(
  call: Call,
  row: AttendanceRow | undefined,
  answer: A,
): { hash: string; answer: A } | undefined {
  const act = findAct(call, row?.acts);
  return act && { hash: act.h, answer };
}

export const answerNotice: Action<Input<'congress', 'answerNotice'>, Output<'congress', 'answerNotice'>> = {
  write: true,
  input: answerInput,
  async run(call, { township, session, answer, reason }) {
    const person = call.admitted?.person;
    if (person === undefined) return refuse('not-allowed');
    const found = await readSession(township, session);
    if (!found || found.state === 'prepared') return refuse('not-found');
    if (found.state === 'closed') return refuse('wrong-state', { state: found.state });
    if (answer === 'leave' && reason === undefined) return refuse('bad-input', { field: 'reason' });
    const said = { township, session, person, answer, ...(reason !== undefined && { reason }) };
    const who = { ...byOf(call), kept: markOf(call) };
    return actOnce<AttendanceRow | undefined, { answer: typeof answer }>(call, {
      read: () => readAnswer(township, session, person),
      seen: (row) => seenIn(call, row, { answer }),
      decide: (row) => ({ answer: { answer }, write: () => answerFor(row, said, who) }),
    });
  },
};

export const decideLeave: Action<Input<'congress', 'decideLeave'>, Output<'congress', 'decideLeave'>> = {
  write: true,
  input: leaveInput,
  async run(call, { township, session, person, approved }) {
    const who = { ...byOf(call), kept: markOf(call) };
    return actOnce<AttendanceRow | undefined, { approved: boolean }>(call, {
      read: () => readAnswer(township, session, person),
      seen: (row) => seenIn(call, row, { approved }),
      decide: (row) =>
        row?.answer === 'leave'
          ? { answer: { approved }, write: () => decideFor(row, approved, who) }
          : refuse('not-found'),
    });
  },
};

export const hallCode: Action<Input<'congress', 'hallCode'>, Output<'congress', 'hallCode'>> = {
  write: false,
  input: codeInput,
  async run(_call, { township, session, sitting: id }) {
    const sitting = (await readSession(township, session))?.sittings.find((one) => one.id === id);
    if (!sitting) return refuse('not-found');
    const { date, start, end } = sitting;
    const from = toInstant(date, start) - EARLY_MINUTES * MINUTE_MS;
    const code = { session, sitting: id, from, until: toInstant(date, end) };
    return ok({ code: [...partsOf(code), macOf(township, code)].join('.'), from: start, to: end });
  },
};

/** One call. The code itself says for which hours it is good. */
export const signIn: Action<Input<'congress', 'signIn'>, Output<'congress', 'signIn'>> = {
  write: true,
  input: signInput,
  async run(call, { township, code: text }) {
    const person = call.admitted?.person;
    if (person === undefined) return refuse('not-allowed');
    const read = readCode(text);
    if (!read || read.mac !== macOf(township, read.code)) return refuse('code-wrong', { left: 1 });
    const { session, sitting, from, until } = read.code;
    if (call.now < from || call.now > until) return refuse('closed');
    await signPerson(township, { session, sitting, person, by: 'code' }, byOf(call));
    return ok({ sitting });
  },
};

/** One call a person, some at once. Whoever is nobody here is refused with the whole. */
export const signInOnPaper: Action<
  Input<'congress', 'signInOnPaper'>,
  Output<'congress', 'signInOnPaper'>
> = {
  write: true,
  input: paperInput,
  async run(call, { township, session, sitting: id, persons }) {
    const [known, found] = await Promise.all([
      recallTownship(township, call.now),
      readSession(township, session),
    ]);
    const sitting = found?.sittings.find((one) => one.id === id);
    if (!known || !sitting) return refuse('not-found');
    const members = new Set(membersOn(known.directory.people, sitting.date).map(({ person }) => person));
    if (!persons.every((person) => members.has(person))) return refuse('bad-input', { field: 'persons' });
    if (call.now < toInstant(sitting.date, sitting.start) - EARLY_MINUTES * MINUTE_MS)
      return refuse('not-today');
    const unique = [...new Set(persons)];
    const fresh = await Promise.all(
      unique.map((person) => signPerson(township, { session, sitting: id, person, by: 'paper' }, byOf(call))),
    );
    return ok({
      signed: unique.filter((_person, at) => fresh[at]),
      before: unique.filter((_person, at) => !fresh[at]),
    });
  },
};

/** Two calls: the session and everybody's rows. */
export const roll: Action<Input<'congress', 'roll'>, Output<'congress', 'roll'>> = {
  write: false,
  input: rollInput,
  async run(call, { township, session, sitting: id }) {
    const [known, found, rows] = await Promise.all([
      recallTownship(township, call.now),
      readSession(township, session),
      readAttendance(township, session),
    ]);
    const sitting = found?.sittings.find((one) => one.id === id);
    if (!known || !sitting) return refuse('not-found');
    const { date } = sitting;
    const base = baseOn(known.directory, date);
    const counted = countAttendance(base, rows, id);
    return ok({ ...counted, rows: toRoll(known.directory, date, rows, id, decryptField) });
  },
};
